import { expect } from 'chai';
import fc from 'fast-check';
import { BackupProblem } from '../../../../app/domain/backup/backup';
import { DEFAULT_SETTINGS } from '../../../../app/domain/settings/settings';
import { BackupFile } from '../../../../app/journal/backup/file/backup-file';
import { type FileKeys, newFileKeys } from '../../../../app/journal/backup/file/file-keys';
import { FORMAT_VERSION, SEGMENT_BYTES } from '../../../../app/journal/backup/file/format';
import { LINE_LIMIT, lineOf } from '../../../../app/journal/backup/file/record-lines';
import { anyEntry, anyTrace } from '../../support/arbitrary';
import { checkIn, NOON_MS, recall, trace } from '../../support/samples';
import { rejection } from '../../support/with-journal';
import { fileOf, openedWith, quickKeys, record, recordsIn, SECRET } from '../support';

const JOURNAL = [
  { settings: { ...DEFAULT_SETTINGS, recallMs: 60_000 } },
  record(recall(), trace()),
  record(checkIn('second', NOON_MS + 86_400_000)),
];

const problem = async (work: Promise<unknown>): Promise<string> => {
  const error = await rejection(work);
  expect(error).to.be.instanceOf(BackupProblem);
  return error.code!;
};

/** Noise that gzip cannot shrink, as a note: `bytes` long. */
function noise(bytes: number): string {
  const text: string[] = [];
  for (let left = bytes; left > 0; left -= 49_152) {
    const part = crypto.getRandomValues(new Uint8Array(Math.min(left, 49_152)));
    text.push(btoa(String.fromCharCode(...part)));
  }
  return text.join('');
}

describe('a backup file', () => {
  let keys: FileKeys;
  before(async () => {
    keys = await quickKeys();
  });

  it('gives back what was put in, and says what that is', async () => {
    const backup = await openedWith(await fileOf(JOURNAL, keys), keys);
    expect(await recordsIn(backup)).to.deep.equal(JOURNAL);
    expect(await backup.verify()).to.deep.equal({
      entries: 2,
      traces: 1,
      settings: 1,
      unreadable: 0,
      firstDay: '2026-11-22',
      lastDay: '2026-11-23',
    });
  });

  it('gives back any journal as it was', async () => {
    const pair = anyEntry.chain((entry) => fc.tuple(fc.constant(entry), fc.option(anyTrace(entry.id), { nil: null })));
    const property = fc.asyncProperty(fc.array(pair, { maxLength: 6 }), async (journal) => {
      const records = journal.map(([entry, itsTrace]) => ({ entry, trace: itsTrace }));
      const found = await recordsIn(await openedWith(await fileOf(records, keys), keys));
      // By way of lines: JSON does not tell -0 from 0, and neither need anybody.
      const plain = (one: (typeof records)[number]): unknown => JSON.parse(lineOf(one));
      expect(found.map((one) => plain(one as never))).to.deep.equal(records.map(plain));
    });
    await fc.assert(property, { seed: 20_261_124, numRuns: 40 });
  });

  it('leaves out an entry with a longer line than is ever read, and counts it as unreadable', async () => {
    const { report, ...entry } = checkIn('endless', NOON_MS);
    const endless = record({ ...entry, report: { ...report, note: 'x'.repeat(LINE_LIMIT) } });
    const backup = await openedWith(await fileOf([...JOURNAL, endless], keys), keys);
    expect(await recordsIn(backup)).to.deep.equal(JOURNAL);
    expect((await backup.verify()).unreadable).to.equal(1);
  });

  it('holds an empty journal', async () => {
    const backup = await openedWith(await fileOf([], keys), keys);
    expect(await recordsIn(backup)).to.deep.equal([]);
    expect((await backup.verify()).firstDay).to.equal(null);
  });

  it('spans as many pieces as it needs, and a piece more or less at the edges', async () => {
    for (const bytes of [SEGMENT_BYTES - 2_000, SEGMENT_BYTES, 2 * SEGMENT_BYTES + 5]) {
      const note = noise(bytes);
      const entry = { ...checkIn('long', NOON_MS), report: { ...checkIn('long', NOON_MS).report, note } };
      const file = await fileOf([record(entry)], keys);
      expect(file.size).to.be.greaterThan(bytes);
      expect(await recordsIn(await openedWith(file, keys))).to.deep.equal([record(entry)]);
    }
  });

  it('opens with its secret alone, in another installation', async () => {
    const backup = await (await BackupFile.open(await fileOf(JOURNAL, keys))).withSecret(SECRET);
    expect(await recordsIn(backup)).to.deep.equal(JOURNAL);
  });

  it('opens with its passphrase, whichever way its letters were typed, and says when it is another', async () => {
    const own = await newFileKeys({ kind: 'passphrase', text: 'caf\u00e9 at dawn' }, 0);
    const file = await BackupFile.open(await fileOf(JOURNAL, own));
    expect([...file.openedBy]).to.deep.equal(['passphrase']);
    const backup = await file.withSecret({ kind: 'passphrase', text: 'cafe\u0301 at dawn' });
    expect(await recordsIn(backup)).to.deep.equal(JOURNAL);
    expect(await problem(file.withSecret({ kind: 'passphrase', text: 'caf\u00e9 at dusk' }))).to.equal('wrong-secret');
    expect(await problem(file.withSecret(SECRET))).to.equal('no-key');
  });

  it('shows nothing of what is in it', async () => {
    const bytes = new Uint8Array(await (await fileOf(JOURNAL, keys)).arrayBuffer());
    const text = new TextDecoder('latin1').decode(bytes);
    for (const word of ['snow', 'joyful', 'first', 'Berlin']) expect(text).not.to.contain(word);
  });

  it('tells another file, a newer one, a damaged and a cut one apart, and a wrong secret from all of them', async () => {
    const whole = await fileOf(JOURNAL, keys);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const altered = (at: number, value: number): Blob => {
      const copy = bytes.slice();
      copy[at] = value;
      return new Blob([copy]);
    };
    expect(await problem(BackupFile.open(new Blob(['date,mood\n'])))).to.equal('not-a-backup');
    expect(await problem(BackupFile.open(new Blob([])))).to.equal('not-a-backup');
    expect(await problem(BackupFile.open(altered(7, FORMAT_VERSION + 1)))).to.equal('newer');
    expect(await problem(BackupFile.open(altered(40, bytes[40]! ^ 1)))).to.equal('damaged');
    expect(await problem(BackupFile.open(whole.slice(0, 100)))).to.equal('incomplete');

    const other = await newFileKeys({ kind: 'recovery', code: CODE_OF_SOMEBODY_ELSE }, 0);
    expect(await (await BackupFile.open(whole)).withKeys(other)).to.equal(null);
    const wrong = (await BackupFile.open(whole)).withSecret({ kind: 'recovery', code: CODE_OF_SOMEBODY_ELSE });
    expect(await problem(wrong)).to.equal('wrong-secret');

    const damaged = await BackupFile.open(altered(bytes.length - 5, bytes.at(-5)! ^ 1));
    expect(await problem((await damaged.withSecret(SECRET)).verify())).to.equal('damaged');
    const cut = await BackupFile.open(whole.slice(0, whole.size - 1));
    expect(await problem((await cut.withSecret(SECRET)).verify())).to.equal('incomplete');
    const longer = await BackupFile.open(new Blob([whole, 'x']));
    expect(await problem((await longer.withSecret(SECRET)).verify())).to.equal('damaged');
  });

  it('does not open where pieces were left out or changed places', async () => {
    const entry = {
      ...checkIn('long', NOON_MS),
      report: { ...checkIn('long', NOON_MS).report, note: noise(3 * SEGMENT_BYTES) },
    };
    const file = await fileOf([record(entry)], keys);
    const { preamble } = await BackupFile.open(file);
    const head = file.slice(0, preamble.bytes.length);
    const sealed = 4 + SEGMENT_BYTES + 16;
    const piece = (number: number): Blob => {
      const start = head.size + number * sealed;
      return file.slice(start, Math.min(start + sealed, file.size));
    };
    expect(piece(3).size).to.be.lessThan(sealed);
    for (const order of [
      [0, 2, 1, 3],
      [0, 1, 3],
      [1, 2, 3],
      [0, 1, 2],
    ]) {
      const shuffled = await BackupFile.open(new Blob([head, ...order.map(piece)]));
      expect(await problem((await shuffled.withSecret(SECRET)).verify()), String(order)).to.match(/damaged|incomplete/);
    }
  });

  it('stops when it is told to', async () => {
    const backup = await openedWith(await fileOf(JOURNAL, keys), keys);
    const stop = new AbortController();
    const read = async () => {
      for await (const _ of backup.read({ signal: stop.signal })) stop.abort();
    };
    expect((await rejection(read())).name).to.equal('AbortError');
  });
});

const CODE_OF_SOMEBODY_ELSE = '1000-0000-0000-0000-0000-0000-000B';
