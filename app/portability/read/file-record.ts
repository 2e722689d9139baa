import type { WallTime } from '../../domain/moment/wall-time';
import type { Rating } from '../../domain/report/rating';

/**
 * One record of a file as the app that wrote it put it, under names that all formats share. A format's file says which of its own
 * fields is which; what they come to is the same for all. Every field may be absent or empty.
 */
export interface FileRecord {
  /** As the person counts: a table's rows as a spreadsheet numbers them, the records of other files from 1. */
  readonly row: number;
  /** Why nothing can come of it, as a sentence. */
  readonly fault?: string;
  /** The cells of a table's row, as they stand. */
  readonly cells?: readonly string[];

  /** When: one of these. */
  /** A date and a time in one text, perhaps with its distance from UTC. */
  readonly at?: string;
  readonly date?: string;
  readonly time?: string;
  readonly wall?: WallTime;
  /** Epoch milliseconds. */
  readonly instantMs?: number;
  /** An IANA zone, for whichever of these says none; without it, the phone's. */
  readonly zone?: string;
  /** What the file calls the column of its date. */
  readonly dateName?: string;

  /** A word, or a number on the file's scale. */
  readonly mood?: string;
  /** Numbers on the file's scale. */
  readonly valence?: string;
  readonly arousal?: string;
  /** How pleasant it was, on a scale that the format fixes. */
  readonly rating?: Rating | null;

  /** In one text: `calm:4; grateful`, or with commas. */
  readonly feelings?: string;
  readonly feelingNames?: readonly string[];
  readonly title?: string;
  readonly note?: string;
  readonly activities?: readonly string[];
}
