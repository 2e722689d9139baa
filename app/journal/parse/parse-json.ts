import { ParseProblem } from './reader';

/** Text up to this length, in characters, costs little memory whatever is in it. */
const CHEAP_LENGTH = 64 * 1024;
/** The most brackets and commas outside texts. Each may become an object of 50 bytes and more. */
const MOST_PARTS = 1_000_000;
/** How deep lists and objects may lie in each other. Ours lie six deep. */
const MOST_DEPTH = 64;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * What a text of JSON from a stranger says. Throws ParseProblem for one that would take far more memory than its own length, and
 * SyntaxError for what is no JSON.
 */
export function parseJson(text: string, mostParts = MOST_PARTS): unknown {
  if (text.length > CHEAP_LENGTH) refuseCostly(text, mostParts);
  return JSON.parse(text);
}

function refuseCostly(text: string, mostParts: number): void {
  let [parts, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === COMMA) parts++;
    else if (OPENING.has(code)) {
      parts++;
      if (++depth > MOST_DEPTH) throw new ParseProblem(`lists at most ${MOST_DEPTH} deep`);
    } else if (CLOSING.has(code)) depth--;
    if (parts > mostParts) throw new ParseProblem(`at most ${mostParts} parts`);
  }
}

/** Where the text ends that begins at this quote. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}
