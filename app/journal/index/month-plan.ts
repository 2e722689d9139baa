import { revisionOf } from '../store/schema';
import { monthOfDay } from './days';
import type { IndexChange, Writing } from './index-change';
import { emptyMonth } from './month';
import type { FoundMonth, MonthRecords, MonthStore, Notes } from './month-store';

/** A month as it will be, with its records. */
export interface PlannedMonth extends FoundMonth, MonthRecords {
  readonly notes: Notes;
}

/** The changes by the months they touch: a change that moves an entry touches two. */
export function byMonth(changes: readonly IndexChange[]): ReadonlyMap<string, readonly IndexChange[]> {
  const touched = new Map<string, IndexChange[]>();
  for (const change of changes) {
    const days = [change.before, change.becomes?.day ?? null].filter((day) => day !== null);
    for (const id of new Set(days.map(monthOfDay))) {
      const itsChanges = touched.get(id);
      if (itsChanges) itsChanges.push(change);
      else touched.set(id, [change]);
    }
  }
  return touched;
}

/** The month `id` with `changes` in it; `stored` and `storedNotes` are what it is now. */
export async function plannedMonth(
  store: MonthStore,
  id: string,
  stored: FoundMonth | undefined,
  storedNotes: Notes,
  changes: readonly IndexChange[],
): Promise<PlannedMonth> {
  const before = stored?.month ?? emptyMonth();
  const month = {
    outlines: new Map(before.outlines),
    unreadable: new Map(before.unreadable),
    seals: new Map(before.seals),
  };
  const notes = new Map(storedNotes);
  for (const { id: entryId, becomes } of changes) {
    month.unreadable.delete(entryId);
    month.outlines.delete(entryId);
    month.seals.delete(entryId);
    notes.delete(entryId);
    if (becomes && monthOfDay(becomes.day) === id) store.addTo(month, notes, entryId, becomes.entry, becomes.seal);
  }
  const sealed = await store.sealed(id, month, notes);
  return { id, revision: revisionOf(sealed.outlines), month, remade: null, notes, ...sealed };
}

export async function putMonths(transaction: Writing, planned: readonly PlannedMonth[]): Promise<void> {
  const [months, words] = [transaction.objectStore('months'), transaction.objectStore('words')];
  await Promise.all(
    planned.flatMap((month) => [(async () => months.put(month.outlines))(), (async () => words.put(month.words))()]),
  );
}
