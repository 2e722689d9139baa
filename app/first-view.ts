import { isKnown } from './shell/first-visit';

/**
 * Runs before the first paint, as a script of its own that nothing else waits for: decides whether the page begins with the
 * welcome or, where a journal may have been opened before, with no more than the app's name, and keeps what is pressed before the
 * app is there (shell/first-visit.ts serves it).
 */
const root = document.documentElement;
if (location.pathname === '/' && !isKnown()) {
  root.dataset.first = '';
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (!button) return;
    for (const other of document.querySelectorAll('.pressed')) other.classList.remove('pressed');
    button.classList.add('pressed');
    root.dataset.pressed = button.dataset.press;
    document.getElementById('waiting')!.hidden = false;
  });
}
