import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the catalogues lie, `de.xlf`, and what the app loads of them, `de.ts`. */
export const LOCALES = fileURLToPath(new URL('../../../app/words/locales', import.meta.url));

/** All messages of the code, without translations: what translators begin with, and what changed since, in one file. */
export const SOURCE_CATALOGUE = 'en.xlf';

/** A message as the source catalogue has it: its text, and between its parts the expressions of the code, in their order. */
export interface SourceMessage {
  readonly id: string;
  readonly parts: readonly string[];
}

const UNIT = /<trans-unit id="([^"]+)">\s*<source>([\s\S]*?)<\/source>/g;
const EXPRESSION = /<x id="\d+" equiv-text="\$\{[^"]*\}"\/>/;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const plain = (xml: string): string => xml.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!);

/**
 * All messages, read from the catalogue in milliseconds where the code takes seconds. That it holds what the code does is a test of
 * its own (test/models/catalogues.test.ts). Throws on a message with markup in it: there is none.
 */
export const sourceMessages = (): SourceMessage[] =>
  [...readFileSync(join(LOCALES, SOURCE_CATALOGUE), 'utf8').matchAll(UNIT)].map(([, id, source]) => {
    const parts = source!.split(EXPRESSION);
    if (parts.some((part) => part.includes('<'))) throw new Error(`A message with markup: ${source}`);
    return { id: id!, parts: parts.map(plain) };
  });
