import type { StoreName } from './schema';

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
  /** What is stored for `value`: something the structured clone algorithm can copy. */
  seal(place: RecordPlace, value: unknown): Promise<unknown>;
  /** What was sealed, still unchecked; rejects where it cannot be opened. */
  open(place: RecordPlace, body: unknown): Promise<unknown>;
}

/** Stores objects as they are. */
export const plainCodec: RecordCodec = {
  seal: async (_place, value) => value,
  open: async (_place, body) => body,
};
