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
const PLACEHOLDER = /<x id="\d+" equiv-text="([^"]*)"\/>/;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const plain = (xml: string): string => xml.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!);

/** What stands before, between and after the expressions of a piece of a template. */
function between(template: string): string[] {
  const texts: string[] = [];
  let [text, depth] = ['', 0];
  for (const [at, letter] of [...template].entries()) {
    if (letter === '{') depth += 1;
    if (depth === 1 && letter === '{') texts.push(text);
    if (depth === 0 && !(letter === '$' && template[at + 1] === '{')) text += letter;
    if (letter === '}') {
      depth -= 1;
      if (depth === 0) text = '';
    }
  }
  return [...texts, text];
}

/**
 * All messages, read from the catalogue in milliseconds where the code takes seconds. That it holds what the code does is a test of
 * its own (test/models/catalogues.test.ts). Throws on a message with markup in it: there is none.
 */
export const sourceMessages = (): SourceMessage[] =>
  [...readFileSync(join(LOCALES, SOURCE_CATALOGUE), 'utf8').matchAll(UNIT)].map(([, id, source]) => {
    // Texts and placeholders in turn; a placeholder may hold several expressions with no more than a blank between them.
    const parts = [''];
    for (const [index, part] of source!.split(PLACEHOLDER).entries()) {
      const [first = '', ...others] = index % 2 === 0 ? [plain(part)] : between(plain(part));
      parts[parts.length - 1] += first;
      parts.push(...others);
    }
    if (/<\w/.test(parts.join())) throw new Error(`A message with markup: ${source}`);
    return { id: id!, parts };
  });
