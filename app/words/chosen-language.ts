/**
 * The language that was chosen in Settings. It lies in `localStorage` and not in the journal, because the first view and the lock speak
 * before a journal is open. Without `localStorage` a choice lasts as long as the page.
 */
const KEY = 'reverie-language';

/** Its tag; null where none was chosen. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps a choice; null takes it back: the page then speaks what the browser asks for. */
export function chooseLanguage(tag: string | null): void {
  try {
    if (tag === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, tag);
  } catch {
    // It lasts as long as the page.
  }
}

/** What the app is asked to speak: the choice, then what the browser asks for. */
export const askedLanguages = (): readonly string[] => {
  const chosen = chosenLanguage();
  return chosen === null ? navigator.languages : [chosen, ...navigator.languages];
};
