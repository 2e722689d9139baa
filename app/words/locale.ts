import { configureLocalization, type LocaleModule } from '@lit/localize';
import { log } from '../base/log';
import { loadCatalogue, stopWords } from './catalogue';
import { askedLanguages } from './chosen-language';
import { LANGUAGES, preferredLanguage, primaryOf, SOURCE_LANGUAGE } from './languages';

/*
 * [Note: The one locale]
 *
 * The page speaks one language at a time, and whatever is written in it follows: words by `msg()`, plurals by `plural()`, dates,
 * numbers and lists by the formatters of this folder. No other folder asks `Intl` for words, because its default is the browser's
 * language: a German browser would then show "28. November" in the middle of English sentences. Elements that show words extend
 * `WordsElement`, which draws itself again when the language changes; the page's `lang` and `dir` change with it.
 */

/** The words of the language the page is about to speak. */
let fetched: LocaleModule;

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: SOURCE_LANGUAGE,
  targetLocales: Object.keys(LANGUAGES).filter((code) => code !== SOURCE_LANGUAGE),
  // Fetched before: @lit/localize would never try a language again that could not be fetched once.
  loadLocale: () => Promise.resolve(fetched),
});

/** The language of the page's words, such as `en`. */
export const language = getLocale;

/**
 * The locale that dates, numbers and lists are written in: the page's language, with the region the browser asks for in that
 * language, such as `en-GB`. In a browser that asks for other languages only, the language alone.
 */
export const locale = (): string => navigator.languages.find((tag) => primaryOf(tag) === language()) ?? language();

/** Fetches words that are not in the catalogue, in the language with this tag, and puts them in the place of others. */
type Fetch = (tag: string) => Promise<void>;
const besides = new Set<Fetch>();

/** From now on these words change with the page's language. */
export const speaksToo = (fetch: Fetch): void => void besides.add(fetch);

/**
 * Makes the page speak `code`, one of `LANGUAGES`: resolves once its words are there and everything that shows words has been
 * asked to draw itself again. Rejects where its catalogue cannot be fetched; the page then speaks on as before.
 */
export async function speak(code: string): Promise<void> {
  try {
    if (code !== SOURCE_LANGUAGE) fetched = await loadCatalogue(code);
    await Promise.all(Array.from(besides, (fetch) => fetch(code)));
    await setLocale(code);
    if (code === SOURCE_LANGUAGE) stopWords();
  } finally {
    const root = document.documentElement;
    root.lang = language();
    root.dir = LANGUAGES[language()]!.direction;
  }
}

/**
 * Makes the page speak what was chosen, or the first language the browser asks for that the app speaks. Never rejects: if the words
 * can't be fetched, the page goes on in the language it had.
 */
export async function speakPreferred(): Promise<void> {
  try {
    await speak(preferredLanguage(askedLanguages()));
  } catch (error) {
    log.warn('the words of a language could not be fetched', error);
  }
}

/** Makes a formatter for the page's locale when it is first asked for, and a new one once that has changed. */
export function inLocale<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  let made: { readonly locale: string; readonly formatter: Formatter } | null = null;
  return () => {
    const now = locale();
    if (made?.locale !== now) made = { locale: now, formatter: make(now) };
    return made.formatter;
  };
}
