import { fromBase64, toBase64 } from '../../base/base64';
import { BackupProblem } from '../../domain/backup';
import { name, number, object, oneOf, ParseProblem, type Reader, recordOf, text, version } from '../parse/reader';
import type { Bytes } from '../vault/bytes';
import type { Kdf } from '../vault/kdf-costs';
import { WRAP_KINDS, type Wrap } from '../vault/wraps';

/** A wrap as JSON: its bytes in base64. */
export const wrapToJson = (wrap: Wrap): Readonly<Record<string, unknown>> => ({
  ...wrap,
  kdf: { ...wrap.kdf, salt: toBase64(wrap.kdf.salt) },
  credential: toBase64(wrap.credential),
  iv: toBase64(wrap.iv),
  wrapped: toBase64(wrap.wrapped),
  sum: toBase64(wrap.sum),
});

const bytes: Reader<Bytes> = (value) => {
  try {
    return fromBase64(text(value));
  } catch {
    throw new ParseProblem('base64');
  }
};

const readKdf = object<Kdf>({
  name: oneOf(['none', 'argon2id', 'pbkdf2-sha256', 'hkdf-sha256']),
  params: recordOf(number()),
  salt: bytes,
});

const readWrap = object<Wrap>({
  version: version(1),
  id: name,
  kind: oneOf(WRAP_KINDS),
  kdf: readKdf,
  credential: bytes,
  iv: bytes,
  wrapped: bytes,
  createdMs: number(0),
  sum: bytes,
});

/** The wraps of a header that this version knows; one of a kind it does not know is passed over. Throws where none is left. */
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
