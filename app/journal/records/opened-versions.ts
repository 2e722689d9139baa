import { newId } from '../../base/ids';
import type { Entry } from '../../domain/entry/entry';
import type { KeptEntry } from '../journal';
import { readEntry } from '../parse/entry';
import { revisionOf, type StoredRecord } from '../store/schema';

/**
 * The version of each entry that this tab has opened or written last. A save is based on that version. If another tab has stored a
 * different one since, the save gets a new id and names the other's, so that the person is shown both.
 */
export class OpenedVersions {
  readonly #revisions = new Map<string, string | null>();

  remember(id: string, record: unknown): void {
    this.#revisions.set(id, revisionOf(record as StoredRecord));
  }

  forget(): void {
    this.#revisions.clear();
  }

  /** What to write for `kept`, given the entry stored under its id: `kept` itself, or a copy of it under a new id. */
  withoutOverwriting(kept: KeptEntry, present: { readonly record: unknown; readonly entry: Entry }): KeptEntry {
    const { entry, trace } = kept;
    const based = this.#revisions.get(entry.id) === revisionOf(present.record as StoredRecord);
    if (based || isSame(entry, present.entry)) return kept;
    const id = newId();
    return { entry: { ...entry, id, besideId: entry.besideId ?? entry.id }, trace: trace && { ...trace, entryId: id } };
  }
}

/** Whether both say the same. A save is tried again if it was written but the tab got no answer: that is no other version. */
const isSame = (one: Entry, other: Entry): boolean => textOf(one) === textOf(other);

/** Parsed again, so that the fields are in one order. */
const textOf = (entry: Entry): string => JSON.stringify({ ...readEntry(entry), savedAt: null });
