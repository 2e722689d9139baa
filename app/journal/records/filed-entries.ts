import { Failure } from '../../domain/failure/failure';
import { filedDay } from '../index/index-change';
import type { KeptEntry } from '../journal';
import type { SealedConnection } from '../store/sealed-connection';
import type { FiledEntry } from './entry-writes';
import { findSome } from './find-records';
import type { OpenedVersions } from './opened-versions';
import { ENTRY } from './record-kinds';
import { opened } from './records';

/**
 * What to write for entries that are to be saved. An entry that another tab has changed is not overwritten: the two are kept side by
 * side. Rejects with Failure `save-failed` if a stored entry cannot be read, because a later version of the app may be able to.
 */
export async function entriesToWrite(
  connection: SealedConnection,
  versions: OpenedVersions,
  asked: readonly KeptEntry[],
): Promise<readonly FiledEntry[]> {
  const kept = new Map(asked.map((each) => [each.entry.id, { ...each, before: null as number | null }]));
  for (const { id, record } of await findSome(connection, [...kept.keys()])) {
    const stored = record.ok ? await opened(connection.codec, ENTRY, id, record.value) : record;
    if (!stored.ok) throw new Failure('save-failed', `unreadable entry kept: ${stored.error}`);
    const present = record.ok ? record.value : null;
    const written = versions.withoutOverwriting(kept.get(id)!, { record: present, entry: stored.value });
    kept.set(id, { ...written, before: written.entry.id === id ? filedDay(present) : null });
  }
  return [...kept.values()];
}

/** The day each of these entries is filed under. Null for one that cannot be read; ids without an entry are left out. */
export async function filedDays(
  connection: SealedConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const found = await findSome(connection, ids);
  return new Map(found.map(({ id, record }) => [id, record.ok ? filedDay(record.value) : null]));
}
