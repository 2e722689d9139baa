/** A language the app speaks. */
export interface Language {
  /** What those who speak it call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Every language the app speaks, by its BCP 47 tag. English is written in the code; each other language has a catalogue
 * `locales/TAG.xlf`, and is added by that and a line here.
 */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
};

/** The language of the words in the code: it needs no catalogue, and is spoken where no other fits. */
export const SOURCE_LANGUAGE = 'en';

/** The first language of `asked` (BCP 47 tags, as `navigator.languages` lists them) that the app speaks, whatever the region. */
export function preferredLanguage(asked: readonly string[], spoken = Object.keys(LANGUAGES)): string {
  for (const tag of asked) {
    const found = spoken.find((one) => one === tag) ?? spoken.find((one) => one === primaryOf(tag));
    if (found) return found;
  }
  return SOURCE_LANGUAGE;
}

/** `en` of `en-GB`. */
export const primaryOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();
