import { expect } from 'chai';
import { newId } from '../../../../app/base/ids';
import { createBackup } from '../../../../app/journal/backup/file/backup-file';
import type { FileKeys } from '../../../../app/journal/backup/file/file-keys';
import { SEGMENT_BYTES } from '../../../../app/journal/backup/file/format';
import type { EntryRecord } from '../../../../app/journal/backup/file/record-lines';
import type { BackupSource } from '../../../../app/journal/backup/file/source';
import { recall, trace } from '../../support/samples';
import { ABOUT, openedWith, quickKeys } from '../support';

/** Each entry has a trace of three minutes at ten readings a second, of noise that hardly shrinks: 122 kB. */
const READINGS = 1_800;
const ENTRIES = 250;

function noise(length: number): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = Math.random();
  return numbers;
}

function bigRecord(): EntryRecord {
  const id = newId();
  return {
    entry: recall({ id }),
    trace: {
      ...trace(id),
      tMs: Float64Array.from({ length: READINGS }, (_, index) => index * 100 + Math.random()),
      presence: noise(READINGS),
      expression: noise(READINGS * 8),
      facialValence: noise(READINGS),
      pose: noise(READINGS * 3),
      eyeOpenness: noise(READINGS * 2),
    },
  };
}

const RECORD_BYTES = READINGS * (8 + 4 * 15);
/** What may be under way between the journal and the file: pieces, and what the streams between hold. */
const IN_FLIGHT_BYTES = 6 * SEGMENT_BYTES;

describe('a backup of a large journal', () => {
  it('is never in memory whole, neither written nor read', async function () {
    this.timeout(120_000);
    const keys: FileKeys = await quickKeys();
    let given = 0;
    const source: BackupSource = {
      unreadable: 0,
      records: async function* () {
        for (; given < ENTRIES; given++) yield bigRecord();
      },
    };
    const root = await navigator.storage.getDirectory();
    const name = `large-${newId()}`;
    const handle = await root.getFileHandle(name, { create: true });
    const disk = await handle.createWritable();
    let stored = 0;
    let mostAhead = 0;
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      async write(chunk) {
        await disk.write(chunk);
        stored += chunk.length;
        mostAhead = Math.max(mostAhead, given * RECORD_BYTES - stored);
      },
      close: () => disk.close(),
    });
    const started = performance.now();
    await createBackup(sink as WritableStream<Uint8Array>, { source, keys, about: ABOUT });
    const writtenMs = performance.now() - started;
    const file = await handle.getFile();
    expect(file.size).to.be.greaterThan(25e6);
    // Gzip saves a tenth: the file falls behind the journal by that, and by what is under way.
    expect(mostAhead).to.be.lessThan(ENTRIES * RECORD_BYTES - file.size + IN_FLIGHT_BYTES);

    let done = 0;
    let read = 0;
    let mostRead = 0;
    const opened = await openedWith(file, keys);
    const records = opened.read({
      onRead: (bytes) => {
        read = bytes;
      },
    });
    const readStarted = performance.now();
    for await (const _ of records) {
      done += 1;
      mostRead = Math.max(mostRead, read - done * (file.size / ENTRIES));
    }
    const readMs = performance.now() - readStarted;
    expect(done).to.equal(ENTRIES);
    expect(mostRead).to.be.lessThan(IN_FLIGHT_BYTES);
    await root.removeEntry(name);
    const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
    console.info(
      `backup of ${mb(file.size)} MB: written in ${writtenMs.toFixed(0)} ms, read in ${readMs.toFixed(0)} ms, ` +
        `at most ${mb(mostAhead - (ENTRIES * RECORD_BYTES - file.size))} MB under way, ${mb(mostRead)} MB read ahead`,
    );
  });
});
