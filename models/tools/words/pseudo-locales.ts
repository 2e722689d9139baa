import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message, Placeholder } from '@lit/localize-tools/lib/messages.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { accented, changedPlural, turned } from './accent';
import { isPlural, localizer, messagesOf } from './catalogues';

/*
 * [Note: The pseudo-locale]
 *
 * Two languages nobody speaks show what a real one would break: English with every letter accented, 40 % longer and in brackets, so
 * that what is cut off, glued together or not translated at all can be seen and tested. One runs from right to left. Their tags
 * begin with real languages, `ru` and `ar`, so that `Intl` writes dates in other letters and numbers in other digits and counts in other plurals:
 * a date in English or a digit that no formatter wrote stands out as well. They are made from the code whenever they are needed
 * and put in by a plugin that only tests and `npm run dev` use: no build for people knows them.
 */
export const PSEUDO_LOCALES = {
  'ru-XA': { name: 'Åççéñţš', direction: 'ltr' },
  'ar-XB-u-nu-arab': { name: 'šţñéççÅ', direction: 'rtl' },
} as const;

export type PseudoLocale = keyof typeof PSEUDO_LOCALES;

const LOCALES = Object.keys(PSEUDO_LOCALES) as PseudoLocale[];

/** A message in a pseudo-locale: placeholders stay what they are. */
export function pseudoContents(
  contents: readonly (string | Placeholder)[],
  locale: PseudoLocale,
): (string | Placeholder)[] {
  const change = (text: string): string =>
    PSEUDO_LOCALES[locale].direction === 'rtl' ? turned(accented(text)) : accented(text);
  const changed = contents.map((part) =>
    typeof part !== 'string' ? part : isPlural(part) ? changedPlural(part, change) : change(part),
  );
  return ['[', ...changed, ']'];
}

let made: Promise<ReadonlyMap<PseudoLocale, string>> | undefined;

/** The modules of the pseudo-locales, as TypeScript, made of the messages in the code by the tools every language goes through. */
export const pseudoModules = (): Promise<ReadonlyMap<PseudoLocale, string>> => {
  made ??= make();
  return made;
};

async function make(): Promise<ReadonlyMap<PseudoLocale, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'pseudo-'));
  const extracting = localizer(LOCALES, folder);
  const messages = messagesOf(extracting);
  const translations = new Map(
    LOCALES.map((locale) => [
      locale as unknown as Locale,
      messages.map(({ name, contents }): Message => ({ name, contents: pseudoContents(contents, locale) })),
    ]),
  );
  await extracting.write(messages, translations);
  await localizer(LOCALES, folder).build();
  const read = LOCALES.map(async (locale) => [locale, await readFile(join(folder, `${locale}.ts`), 'utf8')] as const);
  return new Map(await Promise.all(read));
}
