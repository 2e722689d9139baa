import { newId } from '../../base/ids';
import type { Entry } from '../../domain/entry/entry';
import type { KeptEntry } from '../journal';
import { revisionOf, type StoredRecord } from '../store/schema';
import { ENTRY } from './nouns';

/**
 * Which version of each entry this tab has opened or written. A save is made from that version: where another tab has put a
 * different one in its place since, it goes beside that one under an id of its own, and names it, so that the person is shown both.
 */
export class SeenEntries {
  readonly #revisions = new Map<string, string | null>();

  saw(id: string, record: unknown): void {
    this.#revisions.set(id, revisionOf(record as StoredRecord));
  }

  forget(): void {
    this.#revisions.clear();
  }

  /** What to write for `kept`, given what lies under its id: itself, or its like under a new id. */
  beside(kept: KeptEntry, present: { readonly record: unknown; readonly entry: Entry }): KeptEntry {
    const { entry, trace } = kept;
    const based = this.#revisions.get(entry.id) === revisionOf(present.record as StoredRecord);
    if (based || isSame(entry, present.entry)) return kept;
    const id = newId();
    return { entry: { ...entry, id, besideId: entry.besideId ?? entry.id }, trace: trace && { ...trace, entryId: id } };
  }
}

/** A save that is tried again, after one that was written but not answered, is no other version. */
const isSame = (one: Entry, other: Entry): boolean => textOf(one) === textOf(other);

/** Read once more, so that fields come in one order. */
const textOf = (entry: Entry): string => JSON.stringify({ ...ENTRY.read(entry), savedAt: null });
