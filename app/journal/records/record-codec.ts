import type { StoreName } from '../store/schema';

/** Where a record lies. What is sealed for one place can be opened only there, so that records cannot be swapped. */
export interface RecordPlace {
  readonly store: StoreName;
  readonly id: string;
}

/**
 * The seam between domain objects and what the disk holds. Both ways are asynchronous and happen outside any transaction,
 * since one that waits for anything but the database commits itself.
 */
export interface RecordCodec {
  /** The sealed bytes of `value`. */
  seal(place: RecordPlace, value: unknown): Promise<Uint8Array>;
  /** What was sealed, still unchecked; rejects where it cannot be opened. */
  open(place: RecordPlace, body: unknown): Promise<unknown>;
}

/** Opens also what version 1 of the database left in the clear: for as long as there is some. */
export const openingPlain = (codec: RecordCodec): RecordCodec => ({
  seal: codec.seal,
  open: async (place, body) => (body instanceof Uint8Array ? codec.open(place, body) : body),
});
