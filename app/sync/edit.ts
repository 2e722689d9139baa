import { compareStamps, type Stamp, stampName } from '../base/hybrid-clock';

/*
 * [Note: How edits come together]
 *
 * An edit says what an entry became and on what it was based: `line`, the stamps of all edits it goes back to. So two devices that were
 * apart can tell, without a clock, whether one edit knew of the other. All a device knows of an entry is its set of newest edits: those
 * that no other edit goes back to. The set of two devices together is again the newest of both, in whatever order and however often the
 * edits arrive, so all devices end with the same. What is shown is worked out from that set alone (`shown.ts`):
 *
 * - One edit is the rule: it is the entry.
 * - Two edits that did not know of each other are both kept. The later keeps the entry's id; the other stands beside it, under an id that
 *   every device gives it.
 * - An erasure takes with it the edits that were made before it and that it did not know of. It stays in the set for ever, so an old
 *   edit that arrives late finds it. An edit made after it is kept: somebody wrote it, and nobody erased it.
 *
 * What an erasure knew (`knew`) it left alone on purpose: somebody who has seen two versions and erases one keeps the other.
 */

/** One edit of an entry, or its erasure. */
export interface Edit {
  /** The id of the entry it began with. */
  readonly entry: string;
  readonly at: Stamp;
  /** The edits it goes back to, oldest first. */
  readonly line: readonly Stamp[];
  readonly isErased: boolean;
  /** Only of an erasure: the other newest edits of the entry that the device knew of. */
  readonly knew: readonly Stamp[];
}

/** The edits of `known` and `more` that no other of them goes back to, earliest first. */
export function newestOf<E extends Edit>(known: readonly E[], more: readonly E[]): readonly E[] {
  const all = new Map([...more, ...known].map((edit) => [stampName(edit.at), edit]));
  for (const { line } of [...all.values()]) for (const before of line) all.delete(stampName(before));
  return [...all.values()].sort((a, b) => compareStamps(a.at, b.at));
}

/** Its line and itself. */
export const pathOf = ({ line, at }: Edit): readonly Stamp[] => [...line, at];

/** What was done to an entry, as the device's own change feed tells it. */
export interface Done {
  /** The id that the person saw it under. */
  readonly id: string;
  readonly at: Stamp;
  readonly isErased: boolean;
}

/**
 * The edit that `done` was, based on what was shown. `shown`: the edit that was shown under that id, null if none was; `newest`: all
 * newest edits of that entry.
 */
export function editOf({ id, at, isErased }: Done, shown: Edit | null, newest: readonly Edit[]): Edit {
  const others = newest.filter((edit) => edit !== shown).map((edit) => edit.at);
  return { entry: shown?.entry ?? id, at, line: shown ? pathOf(shown) : [], isErased, knew: isErased ? others : [] };
}
