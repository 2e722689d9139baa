import { CUE_BOOK, NAMED_BOOK } from '../../../app/recall/cues/words/en';
import { changedPlural, isPlural, textChange } from './accent';
import { sourceMessages } from './source-catalogue';

/*
 * [Note: The pseudo-locale]
 *
 * Two languages nobody speaks show what a real one would break: English with every letter accented, 40 % longer and in brackets, so
 * that what is cut off, glued together or not translated at all can be seen and tested. One runs from right to left. Their tags
 * begin with real languages, `ru` and `ar`, so that `Intl` writes dates in other letters, numbers in other digits, and counts in
 * other plurals: a date in English or a digit that no formatter wrote stands out as well. They are made of the source catalogue
 * whenever they are needed, and put in by a plugin that only tests and `npm run dev` use: no build for people knows them.
 */
export const PSEUDO_LOCALES = {
  'ru-XA': { name: 'Åççéñţš', direction: 'ltr' },
  'ar-XB-u-nu-arab': { name: 'šţñéççÅ', direction: 'rtl' },
} as const;

export type PseudoLocale = keyof typeof PSEUDO_LOCALES;

/** The text of a message, in a pseudo-locale: part by part, as what is put in between them stays what it is. */
export function pseudoParts(parts: readonly string[], locale: PseudoLocale): string[] {
  const change = textChange(PSEUDO_LOCALES[locale].direction);
  const changed = parts.map((part) => (isPlural(part) ? changedPlural(part, change) : change(part)));
  return changed.map((part, index) => `${index === 0 ? '[' : ''}${part}${index === changed.length - 1 ? ']' : ''}`);
}

/** The module of a pseudo-locale, of the form that @lit/localize gives those of other languages. */
export const pseudoModule = (locale: PseudoLocale): string => {
  const entries = sourceMessages().map(({ id, parts }) => `'${id}': ${template(pseudoParts(parts, locale))}`);
  return `import { str } from '@lit/localize';\nexport const templates = {\n${entries.join(',\n')}\n};\n`;
};

/** The words of cues in a pseudo-locale: a module like those in `app/recall/cues/words`. */
export const pseudoCueBook = (locale: PseudoLocale): string => {
  const changed = Object.entries(CUE_BOOK).map(([id, words]) => [
    id,
    words.map((text) => pseudoParts([text], locale)[0]),
  ]);
  const named = Object.entries(NAMED_BOOK).map(([kind, wordsOf]) => {
    const words = wordsOf(NAME).map((text) => template(pseudoParts(text.split(NAME), locale), () => 'name'));
    return `${kind}: (name) => [${words.join(', ')}]`;
  });
  return `const str = String.raw;
export const CUE_BOOK = ${JSON.stringify(Object.fromEntries(changed))};
export const NAMED_BOOK = { ${named.join(', ')} };
`;
};

/** Stands for what a person named while its sentence is changed. */
const NAME = '\0';

/** Between the parts stand the numbers of the expressions that go there. */
const template = (parts: readonly string[], between = (index: number): string => String(index)): string =>
  parts.length === 1
    ? JSON.stringify(parts[0])
    : `str\`${parts.map((part, index) => (index === 0 ? '' : `\${${between(index - 1)}}`) + part.replace(/[\\`$]/g, '\\$&')).join('')}\``;
