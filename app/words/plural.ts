import { inLocale } from './locale';
import { formatWhole } from './numbers';

/*
 * [Note: Plurals]
 *
 * A sentence that counts is one message with all its forms, in the syntax of ICU that translators and their tools know:
 * `{n, plural, one {One entry was added.} other {{n} entries were added.}}`. Each form is a whole sentence, and each language has
 * as many as its grammar asks for: English two, Arabic six. Of ICU there is what this takes and no more: placeholders, plurals
 * (within each other where a sentence counts twice), and `=0` for an exact number.
 */

/** Plain text, a placeholder, or a plural with what it counts and its forms. */
export type Part = string | { readonly name: string; readonly forms: ReadonlyMap<string, readonly Part[]> | null };

const rules = inLocale((locale) => new Intl.PluralRules(locale));
const parsed = new Map<string, readonly Part[]>();

/** `message` for these numbers, which are written as the language writes them, and words. Throws on what is not its syntax. */
export function plural(message: string, values: Readonly<Record<string, number | string>>): string {
  const parts = parsed.get(message) ?? parsePlural(message);
  parsed.set(message, parts);
  return written(parts, values);
}

const written = (parts: readonly Part[], values: Readonly<Record<string, number | string>>): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part.name];
      if (value === undefined) throw new Error(`There is no value for {${part.name}}.`);
      if (typeof value === 'string') return value;
      return part.forms ? written(formFor(part.forms, value), values) : formatWhole(value);
    })
    .join('');

const formFor = (forms: ReadonlyMap<string, readonly Part[]>, count: number): readonly Part[] =>
  forms.get(`=${count}`) ?? forms.get(rules().select(count)) ?? forms.get('other')!;

const OPEN = /\{\s*(\w+)\s*(\}|,\s*plural\s*,)/y;
const FORM = /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y;
const TEXT = /[^{}]+/y;
const CLOSE = /\s*\}/y;

/** The parts of a message. Throws where it is not the syntax of the note above, or where a plural has no form `other`. */
export function parsePlural(message: string): readonly Part[] {
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const parts = (): Part[] => {
    const list: Part[] = [];
    for (;;) {
      const text = next(TEXT);
      if (text) list.push(text[0]);
      const open = next(OPEN);
      if (open) list.push({ name: open[1]!, forms: open[2] === '}' ? null : forms() });
      else if (!text) return list;
    }
  };
  const forms = (): Map<string, readonly Part[]> => {
    const map = new Map<string, readonly Part[]>();
    for (let form = next(FORM); form; form = next(FORM)) {
      map.set(form[1]!, parts());
      if (message[at++] !== '}') break;
    }
    if (!next(CLOSE) || !map.has('other')) throw problem();
    return map;
  };
  const problem = (): Error => new Error(`Not a plural, at ${at}: ${message}`);
  const all = parts();
  if (at < message.length) throw problem();
  return all;
}
