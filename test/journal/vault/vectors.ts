import type { Bytes } from '../../../app/journal/vault/bytes';
import type { Wrap } from '../../../app/journal/vault/wraps';

export interface Vectors {
  readonly root: Bytes;
  readonly derived: { readonly purpose: string; readonly salt: Bytes; readonly key: Bytes };
  readonly record: {
    readonly store: 'traces';
    readonly id: string;
    readonly nonce: Bytes;
    readonly plain: Bytes;
    readonly body: Bytes;
  };
  readonly iv: Bytes;
  readonly passphrase: string;
  readonly recovery: string;
  readonly prf: Bytes;
  readonly wraps: readonly Wrap[];
}

const TEXT: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'store', 'purpose', 'passphrase', 'recovery']);

/** What Node's crypto made of fixed keys: see `test/formats`. */
export async function vectors(): Promise<Vectors> {
  const response = await fetch(new URL('../../fixtures/vault/vectors.json', import.meta.url));
  return JSON.parse(await response.text(), (key, value) =>
    typeof value === 'string' && !TEXT.has(key) ? fromHex(value) : value,
  );
}

export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
