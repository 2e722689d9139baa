import { expect } from 'chai';
import { numbersFrom } from '../../../../app/base/seeded';
import { BackupProblem } from '../../../../app/domain/backup/backup';
import { BackupFile } from '../../../../app/journal/backup/file/backup-file';
import type { FileKeys } from '../../../../app/journal/backup/file/file-keys';
import { checkIn, NOON_MS, recall, trace } from '../../support/samples';
import { fileOf, quickKeys, record, recordsIn } from '../support';

type Bytes = Uint8Array<ArrayBuffer>;
type Random = (below: number) => number;

/** Whole numbers in [0, below), the same for the same seed. */
const seeded = (seed: number): Random => {
  const next = numbersFrom(seed);
  return (below) => Math.floor(next() * below);
};

const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** What disks, networks, editors and people do to files. */
const MUTATIONS: readonly ((bytes: Bytes, random: Random, other: Bytes) => Bytes)[] = [
  (bytes, random) => {
    const copy = bytes.slice();
    copy[random(copy.length)]! ^= 1 << random(8);
    return copy;
  },
  (bytes, random) => {
    const copy = bytes.slice();
    for (let count = 1 + random(8); count > 0; count--) copy[random(copy.length)] = random(256);
    return copy;
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => {
    const at = random(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random(64)));
  },
  (bytes, random) => {
    const at = random(bytes.length);
    const more = Uint8Array.from({ length: 1 + random(64) }, () => random(256));
    return joined(bytes.subarray(0, at), more, bytes.subarray(at));
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(random(bytes.length)));
  },
  (bytes, random) => {
    const copy = bytes.slice();
    const length = 1 + random(512);
    copy.fill(0, random(copy.length), random(copy.length) + length);
    return copy;
  },
  // Another backup of the same journal under the same root: head of the one, rest of the other.
  (bytes, random, other) => {
    const at = random(Math.min(bytes.length, other.length));
    return joined(bytes.subarray(0, at), other.subarray(at));
  },
];

/** As much of a file as reading takes. Ten thousand real ones would spend a minute on their way between two processes. */
class FileInMemory {
  constructor(private readonly bytes: Bytes) {}

  get size(): number {
    return this.bytes.length;
  }

  slice(start = 0, end = this.size): FileInMemory {
    return new FileInMemory(this.bytes.slice(start, end));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.bytes.slice().buffer;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        if (this.size > 0) controller.enqueue(this.bytes);
        controller.close();
      },
    });
  }
}

const RUNS = 10_000;

/** Runs at once: most of one is waiting for the browser's own threads. */
const AT_ONCE = 16;

describe('ten thousand mutated backups', () => {
  it('are each refused with a reason, or are the backup itself: none crashes, none gives wrong data', async function () {
    this.timeout(120_000);
    const keys = await quickKeys();
    const journal = [record(recall(), trace()), record(checkIn('second', NOON_MS))];
    const bytesOf = async (): Promise<Bytes> => new Uint8Array(await (await fileOf(journal, keys)).arrayBuffer());
    const [bytes, other] = [await bytesOf(), await bytesOf()];
    const expected = JSON.stringify(await outcome(bytes, keys));
    expect(expected).to.contain('First snow');
    const found: Record<string, number> = {};
    for (let seed = 0; seed < RUNS; seed += AT_ONCE) {
      const runs = Array.from({ length: Math.min(AT_ONCE, RUNS - seed) }, async (_, index) => {
        const random = seeded(seed + index);
        const mutated = MUTATIONS[random(MUTATIONS.length)]!(bytes, random, other);
        const result = await outcome(mutated, keys);
        if (typeof result === 'string') return result;
        expect(JSON.stringify(result), `seed ${seed + index}`).to.equal(expected);
        return 'whole';
      });
      for (const result of await Promise.all(runs)) found[result] = (found[result] ?? 0) + 1;
    }
    console.info(`${RUNS} mutated backups: ${JSON.stringify(found)}`);
    expect(Object.keys(found)).to.include.members(['damaged', 'incomplete', 'not-a-backup', 'whole']);
    // Only a mutation that changes nothing leaves it whole.
    expect(found.whole).to.be.lessThan(RUNS / 10);
  });
});

/** All that a reader sees of the file, or the code of the problem; anything else thrown fails the test. */
async function outcome(bytes: Bytes, keys: FileKeys): Promise<unknown[] | string> {
  try {
    const opened = await (await BackupFile.open(new FileInMemory(bytes) as never)).withKeys(keys);
    return opened ? await recordsIn(opened) : 'damaged';
  } catch (error) {
    if (error instanceof BackupProblem) return error.code;
    throw error;
  }
}
