import type { Settings } from '../domain/settings/settings';

/** The colours the page came with, so that "as the phone" can bring them back. */
const given = new WeakMap<HTMLMetaElement, string>();

/**
 * Shows the chosen theme: `data-theme` on the root, which the tokens follow, and the colour of the browser's own bars. The
 * page has one `theme-color` for each scheme; a theme that is forced gives both the paper it really shows.
 */
export function applyTheme(theme: Settings['theme'], root: HTMLElement = document.documentElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const paper = theme === 'system' ? '' : getComputedStyle(root).getPropertyValue('--paper').trim();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const original = given.get(meta) ?? meta.content;
    given.set(meta, original);
    meta.content = theme === 'system' ? original : paper;
  }
}
