import { Failure } from '../../domain/failure/failure';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings';
import { revisionOf, SETTINGS_ID, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { SETTINGS } from './nouns';
import { opened, sealed } from './records';

interface RevisedSettings {
  readonly settings: Settings;
  /** Null where nothing was ever set. */
  readonly revision: string | null;
}

/** The settings, or the defaults where nothing was ever set. Rejects with `journal-unreadable` where they are there but broken. */
export async function loadSettings(connection: SealedConnection): Promise<RevisedSettings> {
  const record = await connection.read(['settings'], (transaction) =>
    transaction.objectStore('settings').get(SETTINGS_ID),
  );
  if (record === undefined) return { settings: DEFAULT_SETTINGS, revision: null };
  const result = await opened(connection.codec, SETTINGS, SETTINGS_ID, record);
  if (!result.ok) throw new Failure('journal-unreadable', `settings: ${result.error}`);
  return { settings: result.value, revision: revisionOf(record) };
}

/**
 * Applies `change` to what is stored now. The body must be sealed before the transaction opens, so reading and writing cannot
 * share one; instead the writing one looks whether the record is still the one that was read, and if another tab was faster
 * it begins again. Settings that cannot be read are never written over.
 */
export async function applySettings(
  connection: SealedConnection,
  change: Partial<Omit<Settings, 'version'>>,
): Promise<Settings> {
  for (;;) {
    const { settings, revision } = await loadSettings(connection);
    const next: Settings = { ...settings, ...change };
    if (await replace(connection, revision, await sealed(connection.codec, SETTINGS, next))) return next;
  }
}

function replace(connection: SealedConnection, expected: string | null, record: StoredRecord): Promise<boolean> {
  return connection.write(['settings'], async (transaction) => {
    const store = transaction.objectStore('settings');
    if (revisionOf(await store.get(SETTINGS_ID)) !== expected) return false;
    await store.put(record);
    return true;
  });
}
