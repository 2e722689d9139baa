import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { BACKUP_FORMATS } from '../../app/journal/backup/file/format';
import { type BackupInput, kekOfCode, readBackup, writeBackup } from './backup-formats';

const CODE = '0000-0000-0000-0000-0000-0000-0000';

const bytes = (length: number, first: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (first + i) % 256));
const float32 = (...numbers: number[]): string => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
const moment = (epochMs: number) => ({ epochMs, zone: 'Europe/Berlin', offsetMinutes: 60 });

const report = (note: string) => ({
  valence: { value: 0.5, raw: 75, bounds: [0, 100], instrument: 'reverie-slider', instrumentVersion: 1 },
  arousal: null,
  feelings: [{ name: 'calm', intensity: 3 }],
  note,
});

export const LINES = [
  {
    entry: {
      version: 1,
      id: '6f2d1c1e-0000-4000-8000-000000000001',
      startedAt: moment(1_795_348_800_000),
      savedAt: moment(1_795_348_920_000),
      report: report('First snow. Ça va — 雪'),
      appVersion: '0.1.0',
      kind: 'recall',
      memory: {
        title: 'First snow on the hill',
        cueId: null,
        direction: 'past',
        when: 'childhood',
        specificity: 'specific',
        selfRelevance: 5,
        expectedValence: null,
        vividness: 6,
      },
      face: { summary: null, reason: 'too-little-usable', usableMs: 1200, usableShare: 0.1 },
      faceDisputed: false,
      hasTrace: true,
      stepDurationsMs: { recall: 45_000 },
    },
    trace: {
      version: 1,
      entryId: '6f2d1c1e-0000-4000-8000-000000000001',
      segments: [{ phase: 'recall', startMs: 0, endMs: 200 }],
      tMs: Buffer.from(Float64Array.of(0, 100.5).buffer).toString('base64'),
      presence: float32(0.99, 0.1),
      expression: float32(1, 0, 0, 0, 0, 0, 0, 0, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN),
      facialValence: float32(0.25, NaN),
      pose: float32(0, 0.5, -0.5, NaN, NaN, NaN),
      eyeOpenness: float32(0.25, 0.5, NaN, NaN),
    },
  },
  {
    entry: {
      version: 1,
      id: '6f2d1c1e-0000-4000-8000-000000000002',
      startedAt: moment(1_795_435_200_000),
      savedAt: moment(1_795_435_209_000),
      report: report(''),
      appVersion: '0.1.0',
      kind: 'check-in',
    },
    trace: null,
  },
  { end: { entries: 2, traces: 1, settings: 0, unreadable: 0, firstDay: '2026-11-22', lastDay: '2026-11-23' } },
];

const INPUT: Omit<BackupInput, 'version'> = {
  code: CODE,
  root: bytes(32, 1),
  salt: bytes(32, 101),
  wrapHead: {
    version: 1,
    id: '6f2d1c1e-0000-4000-8000-00000000000a',
    kind: 'recovery',
    kdf: { name: 'hkdf-sha256', params: {}, salt: bytes(16, 201) },
    credential: Buffer.alloc(0),
    createdMs: 1_795_348_800_000,
  },
  wrapIv: bytes(12, 51),
  app: '0.1.0',
  created: '2026-11-23',
  pieceBytes: 256,
  lines: LINES,
};

const PAIR = { own: bytes(32, 31), once: bytes(32, 71), privateIv: bytes(12, 151), iv: bytes(12, 51) };

/** A backup of each version of the format. A file is written once and stays, because it stands for those that people keep. */
const VECTORS: Readonly<Record<number, { readonly file: string; readonly input: BackupInput }>> = {
  1: { file: 'test/fixtures/backup/first.reverie', input: { version: 1, ...INPUT } },
  2: { file: 'test/fixtures/backup/second.reverie', input: { version: 2, ...INPUT, pair: PAIR } },
};

for (const [version, { file: path, input }] of Object.entries(VECTORS)) {
  test(`the backup of version ${version} the app is tested against is what Node’s own crypto makes of the documented format`, async () => {
    if (process.env.WRITE_VECTORS && !existsSync(path)) {
      mkdirSync('test/fixtures/backup', { recursive: true });
      writeFileSync(path, writeBackup(input));
    }
    const file = readFileSync(path);
    assert.equal(file[7], Number(version));
    assert.deepEqual(await readBackup(file, kekOfCode(CODE)), LINES);
    // How well the lines are packed depends on the version of zlib; everything before them does not.
    const head = 12 + file.readUInt32BE(8) + 8;
    assert.ok(writeBackup(input).subarray(0, head).equals(file.subarray(0, head)));
    assert.ok(file.length > head + 2 * input.pieceBytes, 'several pieces');
  });
}

test('there is a backup of every version that the app reads', () => {
  assert.deepEqual(Object.keys(VECTORS), Object.keys(BACKUP_FORMATS));
});
