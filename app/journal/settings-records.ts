import { newId } from '../base/ids';
import { Failure } from '../domain/failure';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import type { Connection } from './connection';
import { SETTINGS } from './nouns';
import type { RecordCodec } from './record-codec';
import { opened, sealed } from './records';
import { type RevisedRecord, SETTINGS_ID } from './schema';

interface RevisedSettings {
  readonly settings: Settings;
  /** Null where nothing was ever set. */
  readonly revision: string | null;
}

/** The settings, or the defaults where nothing was ever set. Rejects with `journal-unreadable` where they are there but broken. */
export async function loadSettings(connection: Connection, codec: RecordCodec): Promise<RevisedSettings> {
  const record = await connection.read(['settings'], (transaction) =>
    transaction.objectStore('settings').get(SETTINGS_ID),
  );
  if (record === undefined) return { settings: DEFAULT_SETTINGS, revision: null };
  const result = await opened(codec, SETTINGS, SETTINGS_ID, record);
  if (!result.ok) throw new Failure('journal-unreadable', `settings: ${result.error}`);
  return { settings: result.value, revision: record.revision };
}

/**
 * Applies `change` to what is stored now. The body must be sealed before the transaction opens, so reading and writing cannot
 * share one; instead the writing one looks whether the record is still the one that was read, and if another tab was faster
 * it begins again. Settings that cannot be read are never written over.
 */
export async function applySettings(
  connection: Connection,
  codec: RecordCodec,
  change: Partial<Omit<Settings, 'version'>>,
): Promise<Settings> {
  for (;;) {
    const { settings, revision } = await loadSettings(connection, codec);
    const next: Settings = { ...settings, ...change };
    const record = { id: SETTINGS_ID, revision: newId(), body: await sealed(codec, SETTINGS, next) };
    if (await replace(connection, revision, record)) return next;
  }
}

function replace(connection: Connection, expected: string | null, record: RevisedRecord): Promise<boolean> {
  return connection.write(['settings'], async (transaction) => {
    const store = transaction.objectStore('settings');
    const present = await store.get(SETTINGS_ID);
    if ((present?.revision ?? null) !== expected) return false;
    await store.put(record);
    return true;
  });
}
