/** An `@example` of a docstring: what is called, and what that is said to give. */
export interface Example {
  readonly call: string;
  readonly gives: string;
}

/** A docstring, its stars included. */
const DOCSTRING = /\/\*\*([\s\S]*?)\*\//g;

/**
 * The examples of a source file. An example is what follows `@example` up to the next tag: an expression, then `//` and what it gives,
 * which may go on over further lines that begin with `//`.
 *
 * Throws where there is no `//` to compare with.
 */
export function examplesOf(source: string): readonly Example[] {
  return Array.from(source.matchAll(DOCSTRING), ([, text = '']) => text.replace(/^[ \t]*\* ?/gm, '')).flatMap((text) =>
    text
      .split(/@example\s/)
      .slice(1)
      .map((block) => exampleOf(block.split(/^@/m)[0]!)),
  );
}

function exampleOf(block: string): Example {
  const at = block.search(/(^|\s)\/\/ /m);
  if (at < 0) throw new Error(`An example says nothing of what it gives: ${block.trim()}`);
  return {
    call: block.slice(0, at).trim(),
    gives: block
      .slice(at)
      .replace(/(^|\s)\/\/ /gm, ' ')
      .trim(),
  };
}

/** What an expression comes to, with these names in scope. */
export function evaluated(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(scope), `'use strict'; return (${expression});`)(...Object.values(scope));
}

/**
 * Whether `actual` is what an example says: objects with the same keys, lists and typed arrays of one length, and numbers equal
 * to as many digits as are written down (`0.58` allows .575 to .585); a whole number is meant exactly.
 */
export function isAsSaid(actual: unknown, said: unknown): boolean {
  if (typeof said === 'number' && typeof actual === 'number') {
    if (Number.isNaN(said)) return Number.isNaN(actual);
    const digits = String(said).split('.')[1]?.length ?? 9;
    return Math.abs(actual - said) <= 0.5 * 10 ** -digits * (1 + 1e-9);
  }
  const [one, other] = [plain(actual), plain(said)];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => key in other && isAsSaid((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}

/** Typed arrays and maps as lists. */
const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value) || value instanceof Map ? Array.from(value as unknown as Iterable<unknown>) : value;
