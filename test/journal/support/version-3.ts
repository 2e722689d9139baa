import { openDB } from 'idb';
import { fromBase64 } from '../../../app/base/base64';
import type { EntryOutline } from '../../../app/journal/journal';

const fixture = async (name: string): Promise<string> => (await fetch(`/test/fixtures/journal/${name}`)).text();

/** Bytes as the rescue page writes them. */
const withBytes = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$bytes' in value ? fromBase64(String(value.$bytes)) : value;

interface Line {
  readonly store: string;
  readonly value: unknown;
}

/**
 * Puts a journal into the database `name` just as version 0.1.0 of the app left it, record by record: the database at version 3,
 * its months in rows of sixteen cells, locked by a passphrase. Resolves with what opens it and with the outlines that version gave.
 */
export async function makeVersion3(
  name: string,
): Promise<{ readonly recoveryCode: string; readonly outlines: readonly EntryOutline[] }> {
  const [, ...lines] = (await fixture('version-3.jsonl')).trim().split('\n');
  const database = await openDB(name, 3, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('by-start', 'startedMs');
      entries.createIndex('by-day', 'day');
      for (const store of ['traces', 'drafts', 'settings', 'months', 'words', 'vault', 'state'])
        db.createObjectStore(store, { keyPath: 'id' });
    },
  });
  for (const line of lines) {
    const { store, value } = JSON.parse(line, withBytes) as Line;
    await database.put(store, value);
  }
  database.close();
  return JSON.parse(await fixture('version-3.outlines.json'));
}
