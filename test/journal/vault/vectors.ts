import type { Bytes } from '../../../app/journal/vault/bytes';
import type { Protection } from '../../../app/journal/vault/protection';
import type { OlderRoot } from '../../../app/journal/vault/vault-records';
import type { DirectWrap, PairWrap } from '../../../app/journal/vault/wraps';

export interface Vectors {
  readonly root: Bytes;
  readonly derived: { readonly purpose: string; readonly salt: Bytes; readonly key: Bytes };
  readonly record: {
    readonly store: 'traces';
    readonly id: string;
    readonly nonce: Bytes;
    readonly plain: Bytes;
    /** The name of its key. */
    readonly key: Bytes;
    readonly body: Bytes;
    /** The same as older versions of the app sealed it. */
    readonly olderBody: Bytes;
  };
  readonly iv: Bytes;
  readonly passphrase: string;
  readonly recovery: string;
  readonly prf: Bytes;
  readonly wraps: readonly DirectWrap[];
  readonly pairWraps: readonly PairWrap[];
  readonly protection: { readonly value: Protection; readonly nonce: Bytes; readonly sealed: Bytes };
  readonly older: { readonly root: Bytes; readonly record: OlderRoot };
}

const TEXT: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'store', 'purpose', 'passphrase', 'recovery']);

/** What Node's crypto made of fixed keys: see `test/formats`. */
export async function vectors(): Promise<Vectors> {
  const response = await fetch(new URL('../../fixtures/vault/vectors.json', import.meta.url));
  const text = await response.text();
  const read = JSON.parse(text, (key, value) =>
    typeof value === 'string' && !TEXT.has(key) ? fromHex(value) : value,
  ) as Vectors;
  // In what steers the lock, sums are text.
  const { value } = (JSON.parse(text) as Vectors).protection;
  return { ...read, protection: { ...read.protection, value } };
}

export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
