/** What was found changed in the store that this app has not changed, in entries (a trace counts with its entry). */
export interface OutsideChange {
  /** Gone. */
  readonly missing: number;
  /** There, though none was saved, or it was deleted. */
  readonly added: number;
  /** Not as it was saved last: an older version was put back. */
  readonly older: number;
  /** Lists of a month's entries that were put back or removed, so that nothing tells which entries went with them. */
  readonly months: number;
  /** The list of all months is gone. So it is after a browser has lost its store and the journal was taken back in from elsewhere. */
  readonly unlisted: boolean;
}

export const NOTHING_OUTSIDE: OutsideChange = { missing: 0, added: 0, older: 0, months: 0, unlisted: false };

/** Both of them; null if there was neither. */
export function bothOutside(one: OutsideChange | null, other: OutsideChange | null): OutsideChange | null {
  if (!one || !other) return one ?? other;
  return {
    missing: one.missing + other.missing,
    added: one.added + other.added,
    older: one.older + other.older,
    months: one.months + other.months,
    unlisted: one.unlisted || other.unlisted,
  };
}
