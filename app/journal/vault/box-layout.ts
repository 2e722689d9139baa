import type { Bytes } from './bytes';
import { KEY_ID_BYTES, NONCE_BYTES } from './crypto';

/**
 * The first byte of a record's box is its version. A box of version 2 names its key in the 8 bytes after it; one of version 1, which
 * older versions of the app wrote, does not. Then follow the nonce and the ciphertext.
 */
export const HEAD_BYTES = { 1: 1, 2: 1 + KEY_ID_BYTES } as const;

/** The nonce of a box. It is new with each write and stays when a record is sealed again, so it names a version of the record. */
export function nonceOf(body: Uint8Array): Bytes {
  const start = HEAD_BYTES[body[0] === 1 ? 1 : 2];
  return body.slice(start, start + NONCE_BYTES) as Bytes;
}
