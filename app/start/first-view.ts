import { storeMark } from '../journal/store/store-mark';
import { closePage } from '../shell/close-page';
import { keepEarlyPress } from '../shell/first-visit';
import { LANGUAGES, preferredLanguage } from '../words/languages';

/**
 * Runs before the first paint, as a script of its own that nothing else waits for: chooses the language the page begins in, decides
 * whether it begins with the welcome or, where a journal has been opened before, with no more than the app's name, and keeps what
 * is pressed before the app is there (shell/first-visit.ts serves it). See: [Note: The first view]
 */
closePage();
const root = document.documentElement;
root.lang = preferredLanguage(navigator.languages);
root.dir = LANGUAGES[root.lang]!.direction;
if (location.pathname === '/' && !storeMark().isSet()) {
  root.dataset.first = '';
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (!button) return;
    for (const other of document.querySelectorAll('.pressed')) other.classList.remove('pressed');
    button.classList.add('pressed');
    keepEarlyPress(button.dataset.press);
    for (const waiting of document.querySelectorAll<HTMLElement>('.waiting')) waiting.hidden = false;
  });
}
