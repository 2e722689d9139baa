import type { PlainStore } from '../store/plain-store';
import { randomBytes } from '../vault/crypto';

/** LevelDB begins a new log once this many bytes are in memory; Chromium takes less only on disks under 40 MB. */
const WRITE_BUFFER_BYTES = 4 * 1024 * 1024;
/** Chromium also logs what a write replaces, so that a transaction can be undone: each record here counts as two. */
const COPIES = 2;
/** Chromium keeps larger values as files of their own (from 64 KiB on), which are not in the log. */
const RECORD_BYTES = 48 * 1024;
/** In one transaction. */
const RECORDS = 16;
const SCRATCH_ID = 'scratch';

/**
 * Writes more than LevelDB holds in memory, so that it begins a new log and deletes the torn one. See: [Note: A store that may be
 * doomed]. 60 records of 48 KiB were enough, 20 were not. The bytes are random, because Chromium compresses what it stores.
 */
export async function pushOut(store: PlainStore): Promise<void> {
  // Half as much again: what is in memory is counted a little differently. Not more, because a full disk has no room for a second table.
  const bytes = (1.5 * WRITE_BUFFER_BYTES) / COPIES;
  for (let written = 0; written < bytes; written += RECORDS * RECORD_BYTES) {
    await store.write(['state'], async (transaction) => {
      const state = transaction.objectStore('state');
      for (let at = 0; at < RECORDS; at++) {
        await state.put({ id: SCRATCH_ID, version: 0, body: randomBytes(RECORD_BYTES) });
      }
      await state.delete(SCRATCH_ID);
    });
  }
}
