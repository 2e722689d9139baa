import { nextTask } from '../base/idle';

/** What Today can be asked before it is there: to relive the day's cue, to note how one feels, to relive a memory of one's own. */
export type EarlyPress = 'relive' | 'note' | 'own';

/** Tells the page that a button of the first view was pressed. */
const PRESS_EVENT = 'rv-early-press';

/** How long the first view waits for the app's own first screen, in milliseconds: a finger may rest, a read may take its time. */
const GIVE_WAY_LIMIT_MS = 3_000;

/** Keeps what was pressed last in the first view (the `data-press` of its button in index.html) until somebody serves it. */
export function keepEarlyPress(press: string | undefined, root: HTMLElement = document.documentElement): void {
  root.dataset.pressed = press;
  root.dispatchEvent(new Event(PRESS_EVENT));
}

/**
 * Holds a click on a link of the first view until the journal is open: a page that is left while its database is being made
 * would have to begin again. Returns whether it does. Another window may be opened, and the rescue page must be reached if the
 * journal never opens.
 */
export function keepEarlyLink(
  { pathname }: Pick<HTMLAnchorElement, 'pathname'>,
  event: MouseEvent,
  root: HTMLElement = document.documentElement,
): boolean {
  const opensElsewhere = event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (opensElsewhere || pathname.endsWith('.html') || root.dataset.open !== undefined) return false;
  event.preventDefault();
  root.dataset.pressed = pathname;
  return true;
}

/** The link that was held, once; null without one. From now on links are followed at once. */
export function takeEarlyLink(root: HTMLElement = document.documentElement): string | null {
  root.dataset.open = '';
  const { pressed } = root.dataset;
  if (!pressed?.startsWith('/')) return null;
  delete root.dataset.pressed;
  return pressed;
}

/**
 * Gives `serve` what was pressed in the first view, once: at once where it waits, later where it comes while the first view still
 * lies on top of the app's own first screen. Returns how to stop.
 */
export function onEarlyPress(
  serve: (press: EarlyPress) => void,
  root: HTMLElement = document.documentElement,
): () => void {
  const take = (): void => {
    const { pressed } = root.dataset;
    delete root.dataset.pressed;
    if (pressed === 'relive' || pressed === 'note' || pressed === 'own') serve(pressed);
  };
  root.addEventListener(PRESS_EVENT, take);
  take();
  return () => root.removeEventListener(PRESS_EVENT, take);
}

/** Back to no more than the app's name: a journal was found after all. */
export function endWelcome(root: HTMLElement = document.documentElement): void {
  delete root.dataset.first;
}

/**
 * Puts `next` in the place of the first view. Where that looks like `next` already, it stays on top until the first screen is
 * drawn below and no finger is on a button: a press that began here ends here, and is served there.
 */
export async function giveWay(next: HTMLElement, root: HTMLElement = document.documentElement): Promise<void> {
  const first = document.getElementById('skeleton');
  if (!first) return;
  if (root.dataset.first === undefined) return first.replaceWith(next);
  const drawn = new Promise<void>((resolve) => next.addEventListener('rv-screen', () => resolve(), { once: true }));
  first.after(next);
  // Its drawing comes a task after its words.
  await withinLimit(drawn.then(nextTask).then(() => lifted(first)));
  endWelcome(root);
  first.remove();
}

/** Resolves when nothing in `view` is being pressed, and the click that a press ends in has been heard. */
function lifted(view: Element): Promise<void> {
  if (!view.matches(':active')) return Promise.resolve();
  return new Promise((resolve) => {
    for (const end of ['pointerup', 'pointercancel', 'keyup'] as const) {
      addEventListener(end, () => setTimeout(resolve), { once: true, capture: true });
    }
  });
}

const withinLimit = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, GIVE_WAY_LIMIT_MS))]);
