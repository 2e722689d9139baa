/**
 * Several words in one cell: `calm; my own word`. Inside a word, `\` comes before `;`, `:`, `=`, `\` and before a blank at
 * either end, so that every word, however odd, is the same when it is read again.
 */
export const joinWords = (words: readonly string[]): string => words.map(escaped).join('; ');

/** Names with a value each, `calm:3; proud:5`. */
export const joinPairs = (pairs: readonly (readonly [name: string, value: number | string])[], sign = ':'): string =>
  pairs.map(([name, value]) => `${escaped(name)}${sign}${escaped(String(value))}`).join('; ');

const escaped = (word: string): string => word.replace(/[\\;:=]/g, '\\$&').replace(/^\s|\s$/g, '\\$&');

/** The words of `joinWords`; without any, none. */
export const splitWords = (text: string): string[] => split(text, ';').map(plain);

/** The pairs of `joinPairs`; a name without a value has null. */
export const splitPairs = (text: string, sign = ':'): (readonly [name: string, value: string | null])[] =>
  split(text, ';').map((part) => {
    const [name = '', value] = split(part, sign, 2);
    return [plain(name), value === undefined ? null : plain(value)] as const;
  });

/** Parts of `text` between unescaped `at`s, still escaped; empty text has none. */
function split(text: string, at: string, most = Infinity): string[] {
  if (text.trim() === '') return [];
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (char === at && parts.length + 1 < most) {
      parts.push(part);
      part = '';
    } else if (char === '\\') {
      part += text.slice(i, i + 2);
      i += 1;
    } else {
      part += char;
    }
  }
  return [...parts, part];
}

/** Without the blanks around it and without the escapes. */
function plain(part: string): string {
  const start = part.trimStart();
  // A blank after an odd number of backslashes belongs to the word.
  const end = start.trimEnd();
  const open = /(^|[^\\])(\\\\)*\\$/.test(end) ? start.slice(0, end.length + 1) : end;
  return open.replace(/\\([\s\S])/g, '$1');
}
