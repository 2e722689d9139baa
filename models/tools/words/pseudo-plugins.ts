import type { TestRunnerConfig } from '@web/test-runner';
import type { Plugin } from 'vite';
import { SOURCE_LANGUAGE, LANGUAGES as SPOKEN } from '../../../app/words/languages';
import { PSEUDO_LOCALES, type PseudoLocale, pseudoCueBook, pseudoModule } from './pseudo-locales';

type TestPlugin = NonNullable<TestRunnerConfig['plugins']>[number];

const LANGUAGES = /\/app\/words\/languages\.ts$/;
const LOCALE = /\/app\/words\/locale\.ts$/;
const CATALOGUE = /\/app\/words\/catalogue\.ts$/;
const CUE_BOOK = /\/app\/recall\/cues\/cue-book\.ts$/;

/** Adds the pseudo-locales to the table of languages. */
const added = (code: string): string => `${code}\nObject.assign(LANGUAGES, ${JSON.stringify(PSEUDO_LOCALES)});\n`;

/** Lets a walk speak another language in the middle of a screen, by `speak()` of the page. */
const opened = (code: string): string =>
  `${code}\nif ('document' in globalThis) Object.assign(globalThis, { speak });\n`;

const loaders = (languages: readonly string[], address: (language: string) => string): string =>
  languages.map((language) => `'${language}': () => import('${address(language)}')`).join(', ');

const PSEUDO = Object.keys(PSEUDO_LOCALES);
/** What people speak, pseudo-locales left out: some process may have added them to the table. */
const REAL = Object.keys(SPOKEN).filter((language) => !PSEUDO.includes(language));
const TRANSLATED = REAL.filter((language) => language !== SOURCE_LANGUAGE);

/** A module that loads them beside the languages that people speak. */
const catalogueOf = (address: (locale: string) => string): string =>
  `const CATALOGUES = { ${loaders(PSEUDO, address)}, ${loaders(TRANSLATED, (language) => `./locales/${language}.ts`)} };\nexport const loadCatalogue = (language) => CATALOGUES[language]();\nexport const stopWords = () => undefined;\n`;

/** The same for the words of cues. */
const cueBooksOf = (address: (locale: string) => string): string =>
  `const BOOKS = { ${loaders(REAL, (language) => `./words/${language}.ts`)}, ${loaders(PSEUDO, (locale) => address(`${CUES}${locale}`))} };
export const loadCueBooks = (tag) => BOOKS[tag]();
`;

/** What the address of a pseudo-locale's words of cues begins with. */
const CUES = 'cues-';

const moduleOf = (address: string): string => {
  const [, cues, locale] = /(cues-)?([\w-]+)\.js$/.exec(address)!;
  return (cues ? pseudoCueBook : pseudoModule)(locale as PseudoLocale);
};

const VIRTUAL = 'virtual:pseudo/';

/** Lets Vite put the pseudo-locales into the app, in every build and from its sources. See: [Note: The pseudo-locale] */
export const pseudoLocales = (): Plugin => ({
  name: 'reverie:pseudo-locales',
  enforce: 'pre',
  api: { everyBuild: true },
  resolveId: (source) => (source.startsWith(VIRTUAL) ? `\0${source}` : null),
  load: (id) => {
    if (id.startsWith(`\0${VIRTUAL}`)) return moduleOf(id);
    if (CUE_BOOK.test(id)) return cueBooksOf((name) => `${VIRTUAL}${name}.js`);
    return CATALOGUE.test(id) ? catalogueOf((locale) => `${VIRTUAL}${locale}.js`) : null;
  },
  transform: (code, id) => (LANGUAGES.test(id) ? added(code) : LOCALE.test(id) ? opened(code) : null),
});

/** Lets the tests that run in a browser speak the pseudo-locales. See: [Note: The pseudo-locale] */
export const pseudoLocalesInTests = (): TestPlugin => ({
  name: 'pseudo-locales',
  transform: ({ path, body }) => (LANGUAGES.test(path) ? added(String(body)) : undefined),
  serve: ({ path }) => {
    if (CATALOGUE.test(path)) return { body: catalogueOf((locale) => `/pseudo/${locale}.js`), type: 'js' };
    if (CUE_BOOK.test(path)) return { body: cueBooksOf((name) => `/pseudo/${name}.js`), type: 'js' };
    return path.startsWith('/pseudo/') ? { body: moduleOf(path), type: 'js' } : undefined;
  },
});
