import { storeMark } from '../journal/store/store-mark';
import { keepEarlyPress } from '../shell/first-visit';

/**
 * Runs before the first paint, as a script of its own that nothing else waits for: decides whether the page begins with the
 * welcome or, where a journal has been opened before, with no more than the app's name, and keeps what is pressed before the
 * app is there (shell/first-visit.ts serves it).
 */
const root = document.documentElement;
if (location.pathname === '/' && !storeMark().isSet()) {
  root.dataset.first = '';
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (!button) return;
    for (const other of document.querySelectorAll('.pressed')) other.classList.remove('pressed');
    button.classList.add('pressed');
    keepEarlyPress(button.dataset.press);
    document.getElementById('waiting')!.hidden = false;
  });
}
