import { fromBase64, toBase64 } from '../../../base/base64';
import { BackupProblem } from '../../../domain/backup/backup';
import { ParseProblem, type Reader, text } from '../../parse/reader';
import type { Bytes } from '../../vault/bytes';
import { type Wrap, wrapReader } from '../../vault/wraps';

/** A wrap as JSON, with its bytes in base64. */
export const wrapToJson = (wrap: Wrap): Readonly<Record<string, unknown>> => ({
  ...wrap,
  kdf: { ...wrap.kdf, salt: toBase64(wrap.kdf.salt) },
  credential: toBase64(wrap.credential),
  iv: toBase64(wrap.iv),
  wrapped: toBase64(wrap.wrapped),
  sum: toBase64(wrap.sum),
});

const base64: Reader<Bytes> = (value) => {
  try {
    return fromBase64(text(value));
  } catch {
    throw new ParseProblem('base64');
  }
};

const readWrap = wrapReader(base64);

/** The wraps of a header that this version can read; others are skipped. Throws BackupProblem `damaged` if none is left. */
export function readWraps(found: readonly unknown[]): readonly Wrap[] {
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
