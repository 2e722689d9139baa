import { nextTask } from '../base/idle';
import type { EarlyPress } from '../views/services';

/** Set once a journal has been opened in this browser. It says no more than that the database is there. */
const KNOWN_KEY = 'reverie-known';

/** How long the first view waits for the app's own first screen, in milliseconds: a finger may rest, a read may take its time. */
const GIVE_WAY_LIMIT_MS = 3_000;

/** Whether a journal has been opened here before. Where the browser does not tell, it may have been. */
export function isKnown(storage: () => Storage = () => localStorage): boolean {
  try {
    return storage().getItem(KNOWN_KEY) !== null;
  } catch {
    return true;
  }
}

export function setKnown(storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(KNOWN_KEY, '1');
  } catch {
    // The next visit is then welcomed like the first.
  }
}

/** What was pressed last in the first view (the `data-press` of its button in index.html), given out once. */
export function takeEarlyPress(root: HTMLElement = document.documentElement): EarlyPress | null {
  const { pressed } = root.dataset;
  delete root.dataset.pressed;
  return pressed === 'relive' || pressed === 'note' || pressed === 'own' ? pressed : null;
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
