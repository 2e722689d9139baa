import { bothOutside, NOTHING_OUTSIDE, type OutsideChange } from '../../domain/entry/outside-change';
import type { Transaction } from '../store/connection';
import type { SealedConnection } from '../store/sealed-connection';
import { daysOfMonth, monthOfDay } from './days';
import { emptyMonth } from './month';
import type { MonthList } from './month-list';
import type { FoundMonth, MonthStore } from './month-store';

export interface Compared {
  /** The months that are not as they should be, made from their entries. */
  readonly months: readonly FoundMonth[];
  /** What was changed from outside; null without a list to tell it by. */
  readonly found: OutsideChange | null;
}

/**
 * Compares the months with the list of months, and with the entries there are. `known`: the months as they are stored. `isListGone`:
 * whether there was a list before. See: [Note: Order and absence]
 */
export async function compare(
  connection: SealedConnection,
  store: MonthStore,
  known: ReadonlyMap<string, FoundMonth>,
  list: MonthList | null,
  isListGone: boolean,
): Promise<Compared> {
  const listed = new Map(list?.months);
  const days = await connection.read(['entries'], distinctDays);
  const months: FoundMonth[] = [];
  let found: OutsideChange | null = isListGone ? { ...NOTHING_OUTSIDE, unlisted: true } : null;
  for (const id of new Set([...days.map(monthOfDay), ...known.keys(), ...listed.keys()])) {
    const { revision, month } = known.get(id) ?? { revision: null, month: emptyMonth() };
    const isListed = !list || (listed.get(id) ?? null) === revision;
    const its = await entriesOf(connection, id);
    const missing = [...month.seals.keys()].filter((entry) => !its.has(entry)).length;
    const added = its.size - (month.seals.size - missing);
    if (isListed && missing === 0 && added === 0) continue;
    months.push(await store.remade(id, revision));
    if (list) found = bothOutside(found, { ...NOTHING_OUTSIDE, ...(isListed ? { missing, added } : { months: 1 }) });
  }
  return { months, found };
}

async function entriesOf(connection: SealedConnection, month: string): Promise<ReadonlySet<string>> {
  const days = IDBKeyRange.bound(...daysOfMonth(month));
  return new Set(
    await connection.read(['entries'], (transaction) =>
      transaction.objectStore('entries').index('by-day').getAllKeys(days),
    ),
  );
}

async function distinctDays(transaction: Transaction<['entries'], 'readonly'>): Promise<number[]> {
  const days: number[] = [];
  let cursor = await transaction.objectStore('entries').index('by-day').openKeyCursor(null, 'nextunique');
  while (cursor) {
    days.push(cursor.key);
    cursor = await cursor.continue();
  }
  return days;
}
