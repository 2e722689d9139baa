import { storeMark } from '../journal/store/store-mark';
import { closePage } from '../shell/close-page';
import { keepEarlyLink, keepEarlyPress } from '../shell/first-visit';
import { askedLanguages } from '../words/chosen-language';
import { LANGUAGES, preferredLanguage } from '../words/languages';

/**
 * Runs before the first paint, as a script of its own that nothing else waits for: chooses the language the page begins in, decides
 * whether it begins with the welcome or, where a journal has been opened before, with no more than the app's name, and keeps what
 * is pressed before the app is there (shell/first-visit.ts serves it). See: [Note: The first view]
 */
closePage();
const root = document.documentElement;
root.lang = preferredLanguage(askedLanguages());
root.dir = LANGUAGES[root.lang]!.direction;
if (location.pathname === '/' && !storeMark().isSet()) {
  root.dataset.first = '';
  addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>('[data-press]');
    const link = target?.closest<HTMLAnchorElement>('.first-view a[href]');
    if (button) keepEarlyPress(button.dataset.press);
    else if (!link || !keepEarlyLink(link, event)) return;
    for (const other of document.querySelectorAll('.pressed')) other.classList.remove('pressed');
    (button ?? link)?.classList.add('pressed');
    for (const waiting of document.querySelectorAll<HTMLElement>('.waiting')) waiting.hidden = false;
  });
}
