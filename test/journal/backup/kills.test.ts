import { expect } from 'chai';
import { newId } from '../../../app/base/ids';
import type { Entry } from '../../../app/domain/entry/entry';
import { Copies } from '../../../app/journal/backup/copies/copies';
import { CopyFolder } from '../../../app/journal/backup/copies/copy-folder';
import { type BackupRecord, lineOf } from '../../../app/journal/backup/file/record-lines';
import { mergeBackup } from '../../../app/journal/backup/restore/restore';
import { BackupTarget } from '../../../app/journal/backup/restore/target';
import type { Journal } from '../../../app/journal/journal';
import { readEntry } from '../../../app/journal/parse/entry';
import { sha256 } from '../../../app/journal/vault/crypto';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk } from '../support/with-journal';
import type { Errand, Told } from './killed-tab';
import { fileOf, openedWith, quickKeys, record, recordsIn } from './support';

const KILLS = 30;
const DAY_MS = 86_400_000;

/** The journal before: ten entries, of which the backup has three, one of them in another version. */
const BEFORE: readonly Entry[] = Array.from({ length: 10 }, (_, day) =>
  checkIn(`before-${day}`, NOON_MS + day * DAY_MS),
);
const BACKUP: readonly BackupRecord[] = [
  ...Array.from({ length: 12 }, (_, day) => {
    const id = `backup-${day}`;
    return record(recall({ id }), trace(id));
  }),
  record(BEFORE[0]!),
  record(BEFORE[1]!),
  record({ ...BEFORE[2]!, appVersion: '0.0.9' }),
];

/** Runs the errand in a tab of its own and kills that at a random moment; resolves with how many entries it had told of. */
async function killedAfter(errand: Errand, random: () => number): Promise<{ acknowledged: number; done: boolean }> {
  const frame = document.createElement('iframe');
  let acknowledged = 0;
  let done = false;
  // In a third of the runs the kill comes by time, from the very beginning; else right after a certain entry.
  const byTime = random() < 1 / 3;
  const limitMs = random() * 400;
  const limitEntries = Math.floor(random() * BACKUP.length);
  await new Promise<void>((kill) => {
    const listen = ({ source, data }: MessageEvent<Told | 'ready'>): void => {
      if (source !== frame.contentWindow) return;
      if (data === 'ready') frame.contentWindow!.postMessage(errand, location.origin);
      else if (data.told === 'begun' && byTime) setTimeout(kill, limitMs);
      else if (data.told === 'entry') acknowledged = data.entries;
      else if (data.told === 'done') done = true;
      if (done || (!byTime && acknowledged > limitEntries)) kill();
    };
    window.addEventListener('message', listen);
    frame.src = '/test/journal/backup/killed-tab.html';
    document.body.append(frame);
  });
  frame.remove();
  return { acknowledged, done };
}

describe('a tab that is killed while it brings a backup back', () => {
  let desk: Desk;
  let journal: Journal;
  let folderName: string;
  let backup: Blob;
  let keys: Awaited<ReturnType<typeof quickKeys>>;

  before(async () => {
    keys = await quickKeys();
    backup = await fileOf(BACKUP, keys);
  });

  const begin = async (): Promise<void> => {
    desk = new Desk();
    folderName = `copies-${newId()}`;
    const first = await desk.tab();
    for (const entry of BEFORE) await first.save(entry, null);
  };
  const end = async (): Promise<void> => {
    await desk.clear();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true }).catch(() => undefined);
  };

  const readable = async (): Promise<ReadonlyMap<string, Entry>> => {
    journal = await desk.tab();
    const { entries, unreadable } = await journal.list();
    expect(unreadable).to.deep.equal([]);
    return new Map(entries.map((entry) => [entry.id, entry]));
  };

  /** What a copy that was kept before the replacement holds, or nothing where it was not finished. */
  const inCopies = async (): Promise<ReadonlySet<string>> => {
    const copies = new Copies((await CopyFolder.open(folderName))!);
    const [copy] = await copies.list();
    if (!copy) return new Set();
    const opened = await (await copies.open(copy.name)).withSecret((await copies.secretBeside())!);
    const found = (await recordsIn(opened)) as BackupRecord[];
    return new Set(found.flatMap((one) => ('entry' in one ? [one.entry.id] : [])));
  };

  it(`loses nothing in ${KILLS / 2} merges, and doing it again completes it`, async function () {
    this.timeout(180_000);
    const random = seeded(20_261_125);
    let cut = 0;
    for (let run = 0; run < KILLS / 2; run++) {
      await begin();
      const errand: Errand = { journal: desk.name, copies: folderName, how: 'merge', backup };
      const { acknowledged, done } = await killedAfter(errand, random);
      if (!done) cut += 1;
      const found = await readable();
      for (const entry of BEFORE) expect(found.get(entry.id), `run ${run}`).to.deep.equal(entry);
      // Everything that was counted is there: the first entries of the backup, with their traces.
      for (let index = 0; index < Math.min(acknowledged, 12); index++) {
        expect(found.has(`backup-${index}`), `run ${run}: entry ${index} of ${acknowledged}`).to.equal(true);
        expect(await journal.trace(`backup-${index}`)).to.deep.equal(trace(`backup-${index}`));
      }
      await mergeBackup({
        records: (await openedWith(backup, keys)).read(),
        target: new BackupTarget(journal, sha256),
      });
      expect((await journal.list()).entries, `run ${run}`).to.have.length(10 + 12 + 1);
      await end();
    }
    expect(cut).to.be.greaterThan(KILLS / 4);
  });

  it(`loses nothing in ${KILLS / 2} replacements: what is not in the journal is in the copy kept before`, async function () {
    this.timeout(180_000);
    const random = seeded(20_261_126);
    let cut = 0;
    for (let run = 0; run < KILLS / 2; run++) {
      await begin();
      const errand: Errand = { journal: desk.name, copies: folderName, how: 'replace', backup };
      const { done } = await killedAfter(errand, random);
      if (!done) cut += 1;
      const found = await readable();
      const copied = await inCopies();
      const isOld = BEFORE.every(({ id }) => found.has(id));
      const isNew = BACKUP.every((one) => !('entry' in one) || found.has(one.entry.id));
      expect(isOld || isNew, `run ${run}: all of the old or all of the new`).to.equal(true);
      const changed = BEFORE.filter((entry) => !isSame(found.get(entry.id), entry));
      for (const { id } of changed) expect(copied.has(id), `run ${run}: ${id}`).to.equal(true);
      await end();
    }
    expect(cut).to.be.greaterThan(KILLS / 4);
  });
});

const isSame = (found: Entry | undefined, entry: Entry): boolean =>
  found !== undefined && lineOf({ entry: found, trace: null }) === lineOf({ entry: readEntry(entry), trace: null });

/** Numbers in [0, 1), the same for the same seed (Park and Miller's minimal standard). */
function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
