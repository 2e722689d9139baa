import { type Part, parsePlural } from '../../../app/words/plural';

/** What stands for each letter: of the same shape, so that it can still be read, and of no English word. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'đ', e: 'é', f: 'ƒ', g: 'ğ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ḿ' },
  ...{ n: 'ñ', o: 'ó', p: 'þ', q: 'ʠ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Đ', E: 'É', F: 'Ƒ', G: 'Ğ', H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ḿ' },
  ...{ N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ɋ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** How much longer a text becomes: German and Finnish are that much longer than English where it matters, on buttons. */
const LONGER = 0.4;

const VOWEL = /[aeiouyAEIOUY]/;

/** Every letter accented, and vowels doubled until the text is 40 % longer. */
export function accented(text: string): string {
  let missing = Math.ceil([...text].filter((letter) => letter in LETTERS).length * LONGER);
  let longer = '';
  for (const letter of text) {
    const other = LETTERS[letter] ?? letter;
    longer += other;
    if (missing > 0 && VOWEL.test(letter)) {
      longer += other.toLowerCase();
      missing -= 1;
    }
  }
  // What has too few vowels grows at the end of its last word.
  return longer.replace(/(\p{L})(?=\P{L}*$)/u, (last) => last + last.toLowerCase().repeat(missing));
}

/** Each word turned around for the eye, as Hebrew and Arabic run, by marks that no font draws. */
export const turned = (text: string): string => text.replace(/\p{L}[\p{L}\p{M}’-]*/gu, '\u202e$&\u202c');

/** The digits of Arabic, so that one that no formatter wrote stands out. */
const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

/** What is done to the text of a message in a language that runs this way. */
export const textChange =
  (direction: 'ltr' | 'rtl') =>
  (text: string): string =>
    direction === 'ltr' ? accented(text) : turned(arabicDigits(accented(text)));

/** All categories of CLDR: a language takes those its grammar has. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many'] as const;

/** A plural message with `change` made to the text of its forms, and with a form for every category there is. */
export const changedPlural = (message: string, change: (text: string) => string): string =>
  parsePlural(message)
    .map((part) => changedPart(part, change))
    .join('');

function changedPart(part: Part, change: (text: string) => string): string {
  if (typeof part === 'string') return change(part);
  const { name, forms } = part;
  if (!forms) return `{${name}}`;
  const written = (parts: readonly Part[]) => parts.map((inner) => changedPart(inner, change)).join('');
  const all = new Map([...CATEGORIES.map((category) => [category, forms.get('other')!] as const), ...forms]);
  return `{${name}, plural, ${[...all].map(([category, parts]) => `${category} {${written(parts)}}`).join(' ')}}`;
}

/** Whether a message is one for `plural()`: it has placeholders of its own. See: [Note: Plurals] */
export const isPlural = (text: string): boolean => /(?<!\$)\{\w+(\}|, plural,)/.test(text);
