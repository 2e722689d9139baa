import { Failure } from '../../domain/failure/failure';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../domain/settings/settings';
import { revisionOf, SETTINGS_ID, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { SETTINGS } from './record-kinds';
import { opened, sealed } from './records';

interface RevisedSettings {
  readonly settings: Settings;
  /** Null if nothing was ever set. */
  readonly revision: string | null;
}

/** The settings, or the defaults if nothing was ever set. Rejects with Failure `journal-unreadable` if they cannot be read. */
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
 * Applies `change` to the stored settings. Sealing happens before the transaction opens, so reading and writing cannot share one.
 * Instead, the write checks that the record is still the one that was read; if another tab was faster, it begins again. Settings
 * that cannot be read are never overwritten.
 */
export async function applySettings(connection: SealedConnection, change: SettingsChange): Promise<Settings> {
  for (;;) {
    const { settings, revision } = await loadSettings(connection);
    const next: Settings = { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
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
