import { fromBase64, toBase64 } from '../../../base/base64';
import { BackupProblem } from '../../../domain/backup/backup';
import { ParseProblem, type Reader, text } from '../../parse/reader';
import type { Bytes } from '../../vault/bytes';
import { type Wrap, wrapReader } from '../../vault/wraps';

/** A wrap as JSON, with its bytes in base64. */
export const wrapToJson = ({ kdf, ...wrap }: Wrap): Readonly<Record<string, unknown>> => ({
  ...withBase64(wrap),
  kdf: withBase64(kdf),
});

const withBase64 = (value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, field instanceof Uint8Array ? toBase64(field) : field]),
  );

const base64: Reader<Bytes> = (value) => {
  try {
    return fromBase64(text(value));
  } catch {
    throw new ParseProblem('base64');
  }
};

const readWrap = wrapReader(base64);

/**
 * The most wraps of a file: ours have one or two. Each may cost what `MOST_COSTS` allows, so more of them would keep a phone busy
 * for minutes.
 */
export const MOST_WRAPS = 6;

/**
 * The wraps of a header that this version can read; others are skipped. Throws BackupProblem `damaged` if none is left, or if
 * there are too many.
 */
export function readWraps(found: readonly unknown[]): readonly Wrap[] {
  if (found.length > MOST_WRAPS) throw new BackupProblem('damaged', `${found.length} wraps, more than ${MOST_WRAPS}`);
  const wraps: Wrap[] = [];
  let problem = 'nobody may open it';
  for (const one of found) {
    try {
      wraps.push(readWrap(one));
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
      problem = error.message;
    }
  }
  if (wraps.length === 0) throw new BackupProblem('damaged', problem);
  return wraps;
}
