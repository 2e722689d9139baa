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
}

/** Also opens records of version 1, which are in the clear. Used only while there may be some. */
export const openingPlain = (codec: RecordCodec): RecordCodec => ({
  seal: codec.seal,
  open: async (place, body) => (body instanceof Uint8Array ? codec.open(place, body) : body),
});
