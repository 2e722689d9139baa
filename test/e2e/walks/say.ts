import type { Locator, Page } from 'playwright-core';
import { type PseudoLocale, pseudoParts } from '../../../models/tools/words/pseudo-locales';
import { sourceMessages } from '../../../models/tools/words/source-catalogue';

/**
 * What the app says, by the English of its code: the same walk then goes through the app in any language. Throws for a text that
 * is no message, so that a walk notices at once when one was rewritten.
 */
export interface Say {
  (english: string): string;
  /** The locale dates and numbers are written in. */
  readonly locale: string;
}

/** The texts of the messages, what the code puts into them as `{}`. */
const messages = new Set(sourceMessages().map(({ parts }) => parts.join('{}')));

const known = (english: string): string => {
  if (!messages.has(english)) throw new Error(`The app never says “${english}”.`);
  return english;
};

export const inEnglish: Say = Object.assign(known, { locale: 'en-GB' });

/** See: [Note: The pseudo-locale] */
export function inPseudo(locale: PseudoLocale): Say {
  const say = (english: string): string => pseudoParts(known(english).split('{}'), locale).join('{}');
  return Object.assign(say, { locale });
}

/** One of the languages that people speak, as its catalogue has it. */
export async function inLanguage(language: 'de' | 'ar'): Promise<Say> {
  const {
    templates,
  }: { readonly templates: Readonly<Record<string, string | { readonly strings: readonly string[] }>> } = await import(
    `../../../app/words/locales/${language}.ts`
  );
  const texts = new Map(
    sourceMessages().map(({ id, parts }) => {
      const said = templates[id]!;
      return [parts.join('{}'), typeof said === 'string' ? said : said.strings.join('{}')];
    }),
  );
  return Object.assign((english: string): string => texts.get(known(english))!, { locale: language });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** For what begins with these words and goes on with others. */
export const starting = (words: string): RegExp => new RegExp(`^${escaped(words)}`);

/** For a message with something in its placeholders. */
export const filled = (words: string): RegExp =>
  new RegExp(
    words
      .split(/\{\w*\}/)
      .map(escaped)
      .join('.+'),
  );

/** The controls of a page by their words in English. */
export interface Controls {
  button(english: string): Locator;
  /** With more words after these. */
  buttonStarting(english: string): Locator;
  link(english: string): Locator;
  heading(english: string): Locator;
  field(english: string): Locator;
  text(english: string): Locator;
}

export const controls = (page: Page, say: Say): Controls => ({
  button: (english) => page.getByRole('button', { name: say(english), exact: true }),
  buttonStarting: (english) => page.getByRole('button', { name: starting(say(english)) }),
  link: (english) => page.getByRole('link', { name: say(english), exact: true }),
  heading: (english) => page.getByRole('heading', { name: say(english), exact: true }),
  field: (english) => page.getByLabel(say(english), { exact: true }),
  text: (english) => page.getByText(say(english), { exact: true }),
});
