import type { Engine } from './engine';

/** What is looked for: something to press, a field by its label, or words anywhere. */
export type Kind = 'press' | 'field' | 'words';

/** The middle of what was found, in CSS pixels of the window. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** How long something may take to appear: a passphrase is made slow to try on purpose, and models start on two cores. */
const PATIENCE_MS = 60_000;

/**
 * In the page: where the first thing of a kind with these words is, in every shadow root, scrolled into sight; null while there is
 * none. What can be pressed bears exactly these words, what lies in a `<small>` not counted, and nothing lies over it; labels and text
 * have them in them. Without named functions inside: those do not survive the way into the page. With a `mark`, a click that reaches it
 * leaves that behind.
 */
function find(kind: Kind, words: string, mark?: string): Place | null {
  const selector = { press: 'button, a, summary', field: 'input, textarea', words: '*' }[kind];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!element.matches(selector) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const label = element.getAttribute('aria-label') ?? '';
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const nodes =
        kind === 'field'
          ? labels
          : [...element.childNodes].filter(({ nodeName }) => !/^(SMALL|#comment)$/.test(nodeName));
      const said = nodes
        .map(({ textContent }) => textContent)
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      if (kind === 'press' ? said !== words && label !== words : !said.includes(words) && !label.includes(words))
        continue;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      if (width === 0 || (kind !== 'words' && element.matches(':disabled'))) continue;
      if (kind === 'words') return middle;
      // While one page gives way to the next, all that is hit is the document.
      let hit = document.elementFromPoint(middle.x, middle.y);
      for (let host: Element | null = null; hit?.shadowRoot && hit !== host && hit.getRootNode() !== root; ) {
        host = hit;
        hit = host.shadowRoot!.elementFromPoint(middle.x, middle.y);
      }
      if (!element.contains(hit)) continue;
      if (mark)
        element.addEventListener('click', () => sessionStorage.setItem('reverie-walk', mark), {
          capture: true,
          once: true,
        });
      return middle;
    }
  }
  return null;
}

/**
 * Waits until it is there and stands still: a view that comes in still moves. A driver tells of nothing that a page does by itself,
 * so the page is asked again and again.
 */
async function place(engine: Engine, kind: Kind, words: string): Promise<Place> {
  const end = performance.now() + PATIENCE_MS;
  let [before, cause]: [Place | null, unknown] = [null, null];
  while (performance.now() < end) {
    try {
      const found = await engine.run(find, kind, words);
      if (found && before && found.x === before.x && found.y === before.y) return found;
      before = found;
    } catch (error) {
      // The page was on its way to another.
      [before, cause] = [null, error];
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const instead = await engine.run(shown).catch((error: unknown) => `it does not answer: ${error}`);
  throw new Error(`${engine.name} shows nothing of the kind "${kind}" with the words "${words}", but: ${instead}`, {
    cause,
  });
}

/** In the page: the beginning of the text that it shows. */
function shown(): string {
  const roots: (Document | ShadowRoot)[] = [document];
  const words: string[] = [];
  for (const root of roots)
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches('style, script') || !element.checkVisibility({ visibilityProperty: true })) continue;
      for (const { nodeName, textContent } of element.childNodes)
        if (nodeName === '#text') words.push(textContent!.trim());
    }
  const text = words.filter(Boolean).join(' | ');
  return `${location.pathname}: ${text.length > 1_500 ? `${text.slice(0, 200)} ... ${text.slice(-1_200)}` : text}`;
}

export const seen = async (engine: Engine, words: string): Promise<void> => void (await place(engine, 'words', words));

/** A press that goes beside it, because the page moved while it was on its way, is made again; by then it has stood there for long. */
const STILL_THERE_MS = 1_500;

export async function press(engine: Engine, words: string): Promise<void> {
  const mark = `${performance.now()}`;
  let at: Place | null = await place(engine, 'press', words);
  at = (await engine.run(find, 'press', words, mark)) ?? at;
  while (at) {
    await engine.press(at.x, at.y);
    at = await missed(engine, words, mark);
  }
}

/** Where it is, if the press did not reach it and it goes on standing there; null if it was pressed or is gone. */
async function missed(engine: Engine, words: string, mark: string): Promise<Place | null> {
  const end = performance.now() + STILL_THERE_MS;
  for (;;) {
    if (await engine.run(wasPressed, mark).catch(() => false)) return null;
    const found = await engine.run(find, 'press', words, mark).catch(() => null);
    if (!found || performance.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** In the page. */
const wasPressed = (mark: string): boolean => sessionStorage.getItem('reverie-walk') === mark;

/** Ticks the box that has these words beside it. */
export async function tick(engine: Engine, label: string): Promise<void> {
  const { x, y } = await place(engine, 'field', label);
  await engine.press(x, y);
}

/** Presses the field and types into it. */
export async function fill(engine: Engine, label: string, text: string): Promise<void> {
  const { x, y } = await place(engine, 'field', label);
  await engine.press(x, y);
  await engine.type(text);
}
