import type { LocaleModule } from '@lit/localize';
import type { Catalogue } from './catalogue-parts';

/*
 * [Note: Words by screen]
 *
 * The sentences of another language come in parts, as the code does, because all of them are more than a first view may take. The
 * build (`sw/build/words`) finds out which sentences each script can say. The first part of a language has those of the first view,
 * and says which parts each screen needs besides. Every `import()` of a screen is wrapped by the build in `withWords`, which fetches
 * the parts before the code, so that no screen begins in English and goes on in another language. English needs no part and waits for
 * none. From its sources and in tests the app takes a catalogue in one piece instead (`catalogue.ts`).
 */

/** The address of the first part of each language but English. The build writes it. */
declare const __FIRST_PARTS__: Readonly<Record<string, string>>;

/** The screens that were asked for so far: a language that comes later needs their words. */
const asked = new Set<string>();
/** The words of the page's language; null in English, and where they could not be fetched. */
let coming: Promise<Catalogue | null> | null = null;

/** The words of a language other than English that the page needs so far. Rejects if they cannot be fetched. */
export async function loadCatalogue(language: string): Promise<LocaleModule> {
  const opened = import('./catalogue-parts').then((parts) => parts.openCatalogue(__FIRST_PARTS__[language]!, asked));
  coming = opened.catch(() => null);
  return opened;
}

/** From now on the page speaks English: nobody waits for words. */
export const stopWords = (): void => {
  coming = null;
};

/** `load`, once the page has the words for what it fetches. See: [Note: Words by screen] */
export const withWords = <T>(screen: string, load: () => Promise<T>): Promise<T> => {
  asked.add(screen);
  return coming ? coming.then((catalogue) => catalogue?.have(screen)).then(load) : load();
};
