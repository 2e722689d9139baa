import { expect } from 'chai';
import { openDB } from 'idb';
import { newId } from '../../app/base/ids';
import { Failure } from '../../app/domain/failure/failure';
import { dayOf } from '../../app/domain/moment/moment';
import { IndexedDbJournal } from '../../app/journal/indexed-db-journal';
import { openJournal, openVault } from '../../app/journal/open-journal';
import { newRecoveryCode } from '../../app/journal/vault/recovery-code';
import { setPassphrase } from '../../app/journal/vault/secrets';
import { eraseLeftSample, open, type Samples } from '../../app/services/samples';
import { visitsSample } from '../../app/shell/sample-visit';
import { SAMPLE_BOOK } from '../../app/words/sample/books/en';
import { checkIn, NOON_MS } from '../journal/support/samples';
import { Desk, rejection, whileStubbed } from '../journal/support/with-journal';
import { FakeJournal } from '../support/fake-journal';
import { NOW_MS, ZONE } from '../support/sample-entries';

const clock = { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE };

/** Every record of a database, as it lies there. */
async function recordsOf(name: string): Promise<Record<string, unknown[]>> {
  const database = await openDB(name);
  const stores = [...database.objectStoreNames];
  const all = await Promise.all(stores.map(async (store) => [store, await database.getAll(store)] as const));
  database.close();
  return Object.fromEntries(all);
}

/** What lies in this origin outside the database that is given: other databases, files and small notes. */
async function besides(own: string): Promise<unknown> {
  const root = await navigator.storage.getDirectory();
  const { keys } = root as unknown as { keys(): AsyncIterable<string> };
  const files: string[] = [];
  for await (const file of keys.call(root)) files.push(file);
  const databases = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== own);
  return { files: files.sort(), databases: databases.sort(), notes: { ...localStorage }, tab: { ...sessionStorage } };
}

describe('the sample journal', function () {
  this.timeout(30_000);
  let desk: Desk;
  let name: string;
  let went: string[];
  const samples = (journal: Parameters<typeof open>[0]['journal'] = new FakeJournal([])): Samples =>
    open({ clock, appVersion: '0.1.0', journal }, { name, goTo: (path) => went.push(path) });

  beforeEach(() => {
    desk = new Desk();
    name = `sample-${newId()}`;
    went = [];
  });
  afterEach(async () => {
    await samples().leave();
    await desk.clear();
  });

  it('comes and goes, with what was written in it, and touches no journal with a lock, no file and no note', async () => {
    const closed = await openVault({ name: desk.name });
    await setPassphrase(closed.vault, 'four small words together', newRecoveryCode());
    await (await closed.open()).save(checkIn('mine', NOON_MS), null);
    closed.close();
    const [before, around] = [await recordsOf(desk.name), await besides(desk.name)];

    await samples().enter('/insights', SAMPLE_BOOK);
    expect(went).to.deep.equal(['/insights']);
    expect(visitsSample()).to.equal(true);
    const inside = await openJournal({ name });
    expect((await inside.outlines()).outlines.length).to.be.within(600, 800);
    await inside.save(checkIn('written in it', NOON_MS), null);
    expect(await inside.entry('written in it')).to.have.property('kind', 'check-in');

    await samples(inside).leave();
    expect(went).to.deep.equal(['/insights', '/']);
    expect(visitsSample()).to.equal(false);
    expect(await recordsOf(desk.name)).to.deep.equal(before);
    expect(await besides(desk.name)).to.deep.equal(around);
  });

  it('is two years of a life up to now, with an entry a year ago today, and asks for nothing', async () => {
    await samples().enter('/', SAMPLE_BOOK);
    const journal = await openJournal({ name });
    const { outlines } = await journal.outlines();
    const [newest, oldest] = [outlines[0]!, outlines.at(-1)!];
    expect(newest.startedAt.epochMs).to.be.at.most(NOW_MS);
    expect(dayOf(oldest.startedAt) < '2024-12-01').to.equal(true);
    expect(outlines.some(({ startedAt }) => dayOf(startedAt) === '2025-11-22')).to.equal(true);
    const { entries } = await journal.list({ limit: 100 });
    expect(entries.some(({ report }) => report.note !== '')).to.equal(true);
    expect(entries.some(({ report }) => report.tags?.some((tag) => tag.name === 'a walk'))).to.equal(true);
    expect(await journal.settings()).to.deep.include({
      persisted: true,
      installCardDismissed: true,
      lastBackupAtMs: NOW_MS,
      consents: [],
    });
    journal.close();
  });

  it('is erased later where its tab was closed, and is left alone while a tab is in it', async () => {
    await samples().enter('/', SAMPLE_BOOK);
    const isThere = async () => (await indexedDB.databases()).some((one) => one.name === name);
    await navigator.locks.request(`${name}-visit`, { mode: 'shared' }, async () => {
      await eraseLeftSample(name);
      expect(await isThere()).to.equal(true);
    });
    await eraseLeftSample(name);
    expect(await isThere()).to.equal(false);
  });

  it('leaves nothing behind where it finds no room', async () => {
    const full = () => Promise.reject(new Failure('journal-full'));
    const entering = () => rejection(samples().enter('/', SAMPLE_BOOK));
    const { code } = await whileStubbed(IndexedDbJournal.prototype, 'saveAll', full, entering);
    expect([code, went, visitsSample()]).to.deep.equal(['journal-full', [], false]);
    expect((await indexedDB.databases()).some((one) => one.name === name)).to.equal(false);
  });
});
