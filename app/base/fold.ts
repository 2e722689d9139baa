/*
 * [Note: Folding]
 *
 * A person looks for words as they would type them in a hurry: without capitals, and without the signs that their script lets them
 * leave out. In Latin and Greek that is every accent; in Cyrillic the stress and the dots of ё, but not й, which is a letter; in Hebrew
 * and Arabic the vowel points. In Hindi or Thai a mark is a vowel of the word, and in Japanese it makes another consonant: there none
 * is left out. Letters with a stroke, which Unicode does not take apart, count as the letter below the stroke.
 */

/** What Unicode leaves whole, and people write without: by the letter, in lower case. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ƀ: 'b', ǥ: 'g', ƶ: 'z', ɨ: 'i', ɵ: 'o', ŋ: 'ng' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ', ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' },
  ...{ '’': "'", ʼ: "'", '‐': '-', '‑': '-', '–': '-', '—': '-' },
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Signs that are not seen (soft hyphens, joiners, marks of the direction of writing), and the stroke that stretches Arabic words. */
const UNSEEN = /[\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff]/g;

const LEFT_OUT: readonly (readonly [marks: RegExp, becomes: string])[] = [
  [/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1'],
  [/([\p{Script=Cyrillic}])[\u0300\u0301]+/gu, '$1'],
  [/е\u0308/g, 'е'],
  [/[\u0591-\u05c7\u064b-\u065f\u0670]/g, ''],
];

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** `text` as it is looked for. See: [Note: Folding] */
export function folded(text: string): string {
  // Most text is ASCII, and testing for that is much faster than taking letters apart.
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const apart = text.replace(UNSEEN, '').toLowerCase().normalize('NFKD');
  const plain = LEFT_OUT.reduce((rest, [marks, becomes]) => rest.replace(marks, becomes), apart);
  // Together again, so that a letter that keeps its mark is not found by the one without.
  return plain.replace(SPECIAL, (letter) => LETTERS[letter]!).normalize('NFC');
}

/** Scripts that set no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a search, folded; each of them must be found. Where there are no spaces the browser tells the words apart. */
export function searchWords(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .flatMap((part) => (UNSPACED.test(part) ? segments(part) : [part]))
    .map(folded)
    .filter((word) => word !== '');
}

function segments(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  const words = Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text));
  const likeWords = words.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return likeWords.length > 0 ? likeWords : [text];
}

/** Where something was found, in the line it stands in. */
export interface Hit {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** How much of a long line is shown before and after what was found, in UTF-16 units. */
const AROUND = [24, 90] as const;

/** A letter with its marks. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** The first place in `text` where a folded `word` stands, as it is written there; null if it is nowhere. */
export function hitIn(text: string, word: string): Hit | null {
  for (const line of text.split('\n')) {
    if (!folded(line).includes(word)) continue;
    const starts: number[] = [];
    let plain = '';
    for (const { 0: cluster, index } of line.matchAll(CLUSTER)) {
      const part = folded(cluster);
      for (let at = 0; at < part.length; at++) starts.push(index);
      plain += part;
    }
    const at = plain.indexOf(word);
    if (at < 0) continue;
    const from = starts[at]!;
    const to = starts.slice(at + word.length).find((start) => start > starts[at + word.length - 1]!) ?? line.length;
    return around(line, from, to);
  }
  return null;
}

/** Cut between words, or at least between letters. */
function around(line: string, from: number, to: number): Hit {
  const [most, later] = AROUND;
  const head = line.slice(0, from);
  const short = head.length > most ? `…${head.slice(-most).replace(/^\S*\s|^[\p{M}\udc00-\udfff]+/u, '')}` : head;
  const tail = line.slice(to);
  const end = tail.length > later ? `${tail.slice(0, later).replace(/\s\S*$|[\ud800-\udbff]$/u, '')}…` : tail;
  return { before: short, match: line.slice(from, to), after: end };
}
