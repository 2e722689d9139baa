import type { StoreName } from '../store/schema';

/** The place of a record. What is sealed for one place opens only there, so that nobody can swap records. */
export interface RecordPlace {
  readonly store: StoreName;
  readonly id: string;
}

/**
 * Converts domain objects to what is stored, and back. Both directions are asynchronous, so they run outside transactions:
 * IndexedDB commits a transaction that waits for anything else.
 */
export interface RecordCodec {
  /** The sealed bytes of `value`. */
  seal(place: RecordPlace, value: unknown): Promise<Uint8Array>;
  /** The value that was sealed, unchecked. Rejects if it cannot be opened. */
  open(place: RecordPlace, body: unknown): Promise<unknown>;
  /** Whether it is sealed with the key that is used now. See: [Note: A new key] */
  isCurrent(body: Uint8Array): boolean;
  /** The same, sealed with the key that is used now: it is still the same version of the record. Rejects like `open`. */
  again(place: RecordPlace, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Also opens records of version 1, which are in the clear. Used only while there may be some. */
export const openingPlain = (codec: RecordCodec): RecordCodec => ({
  ...codec,
  open: async (place, body) => (body instanceof Uint8Array ? codec.open(place, body) : body),
});
