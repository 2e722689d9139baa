import { expect } from 'chai';
import { DEFAULT_SETTINGS } from '../../../app/domain/settings/settings';
import { outlineOf } from '../../../app/journal/index/outline';
import type { EntryOutline, Journal } from '../../../app/journal/journal';
import { openVault } from '../../../app/journal/open-journal';
import { checkIn, draft, NOON_MS, recall, trace } from '../support/samples';
import { makeVersion1, type Version1Records } from '../support/version-1';
import { makeVersion2 } from '../support/version-2';
import { makeVersion3 } from '../support/version-3';
import { Desk, whileStubbed } from '../support/with-journal';

/** Words that are in every record of the old database, to be looked for in the new one. */
const MARKER = 'Zwetschgenkuchen';

const old = (entries: number): Version1Records => ({
  entries: Array.from({ length: entries }, (_, i) => {
    const id = `entry-${i}`;
    const startedMs = NOON_MS - i * 20 * 86_400_000;
    const startedAt = { epochMs: startedMs, zone: 'UTC', offsetMinutes: 0 };
    const body = recall({ id, startedAt, memory: { ...recall().memory, title: `${MARKER} ${i}` } });
    return { id, startedMs, body: { ...body, report: { ...body.report, note: `${MARKER} note` } } };
  }),
  traces: Array.from({ length: entries }, (_, i) => ({ id: `entry-${i}`, body: trace(`entry-${i}`) })),
  drafts: [{ id: 'first', startedMs: NOON_MS, body: draft({ memory: { ...recall().memory, title: MARKER } }) }],
  settings: [{ id: 'settings', revision: 'r', body: { ...DEFAULT_SETTINGS, recallMs: 60_000 } }],
});

describe('a journal of version 1', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  const textOf = async () => {
    const stores = ['entries', 'traces', 'drafts', 'settings', 'months', 'words', 'state', 'vault'] as const;
    const records = (await Promise.all(stores.map((store) => desk.raw(store)))).flat();
    const decoder = new TextDecoder('latin1');
    return JSON.stringify(records, (_key, value) => (ArrayBuffer.isView(value) ? decoder.decode(value) : value));
  };

  it('is all there after it was opened, and nothing of it in the clear any more', async () => {
    await makeVersion1(desk.name, old(120));
    expect(await textOf().catch(() => '')).to.equal('');
    const journal = await desk.tab();
    const { entries, unreadable } = await journal.list();
    expect(unreadable).to.deep.equal([]);
    expect(entries).to.deep.equal(old(120).entries!.map(({ body }) => body));
    expect((await journal.outlines()).outlines.map(({ id }) => id)).to.deep.equal(entries.map(({ id }) => id));
    expect(await journal.trace('entry-7')).to.deep.equal(trace('entry-7'));
    expect((await journal.draft('recall'))?.memory.title).to.equal(MARKER);
    expect((await journal.settings()).recallMs).to.equal(60_000);
    const text = await textOf();
    expect(text).to.not.contain(MARKER);
    expect(text).to.not.contain('startedMs');
    expect(text).to.not.contain('recallMs');
    expect(Object.keys((await desk.raw('entries'))[0]!).sort()).to.deep.equal(['body', 'day', 'id', 'version']);
  });

  it('loses nothing when its sealing is cut off after any transaction, and goes on at the next start', async () => {
    await makeVersion1(desk.name, old(120));
    const put = IDBObjectStore.prototype.put;
    for (const allowed of [0, 1, 30, 60, 140, 200, 260]) {
      let left = allowed;
      const failing = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        // The vault's own records are let through: without a key there is nothing to cut off.
        if (this.name !== 'vault' && left-- <= 0) throw new DOMException('killed', 'UnknownError');
        return put.apply(this, args);
      };
      await whileStubbed(IDBObjectStore.prototype, 'put', failing, async () => {
        const journal = await desk.tab();
        expect((await journal.list()).entries, `after ${allowed}`).to.have.length(120);
        expect((await journal.outlines()).outlines, `after ${allowed}`).to.have.length(120);
        expect((await journal.list({ limit: 3 })).entries.map(({ id }) => id)).to.deep.equal([
          'entry-0',
          'entry-1',
          'entry-2',
        ]);
        expect(await journal.trace('entry-119')).to.deep.equal(trace('entry-119'));
        journal.close();
      });
    }
    const journal = await desk.tab();
    expect((await journal.outlines()).outlines).to.have.length(120);
    expect(await textOf()).to.not.contain(MARKER);
  });

  it('seals also what it cannot read, and tells of it as before', async () => {
    const torn = { id: 'torn', startedMs: NOON_MS, body: { ...checkIn('torn', NOON_MS), report: MARKER } };
    await makeVersion1(desk.name, { entries: [torn, { id: 'husk', startedMs: NOON_MS } as never] });
    const journal = await desk.tab();
    for (const list of [await journal.list(), await journal.outlines()]) {
      expect(list.unreadable.map(({ id }) => id).sort()).to.deep.equal(['husk', 'torn']);
    }
    expect(await textOf()).to.not.contain(MARKER);
    expect(await desk.unsealed('entries', 'torn')).to.deep.equal(torn.body);
  });

  it('that is sealed by two tabs at once is sealed once', async () => {
    await makeVersion1(desk.name, old(120));
    const [one, two] = await Promise.all([desk.tab(), desk.tab()]);
    for (const tab of [one!, two!]) expect((await tab.list()).entries).to.have.length(120);
    expect((await (await desk.tab()).outlines()).outlines).to.have.length(120);
  });

  it('that was sealed once takes no plain record any more', async () => {
    const journal = await desk.tab();
    await desk.plant('entries', { id: 'planted', startedMs: NOON_MS, body: checkIn('planted', NOON_MS) });
    expect(await journal.entry('planted')).to.have.property('problem', 'record: expected a sealed body');
  });
});

describe('a journal of version 2', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('is all there, and its outlines of fewer cells are made anew, not misread', async () => {
    const entries = [
      recall({ id: 'now' }),
      recall({ id: 'then', startedAt: { epochMs: NOON_MS - 400 * 86_400_000, zone: 'UTC', offsetMinutes: 0 } }),
      checkIn('quick', NOON_MS - 1),
    ];
    const first = await desk.tab();
    await first.saveAll(entries.map((entry) => ({ entry, trace: entry.kind === 'recall' ? trace(entry.id) : null })));
    const { outlines } = await first.outlines();
    first.close();
    await makeVersion2(desk, entries);
    const journal = await desk.tab();
    expect((await journal.outlines()).outlines).to.deep.equal(outlines);
    expect(outlines[0]!.savedAtMs).to.equal(entries[0]!.savedAt.epochMs);
    expect(await journal.list()).to.deep.equal({ entries: [entries[0], entries[2], entries[1]], unreadable: [] });
    expect(await journal.trace('then')).to.deep.equal(trace('then'));
    // They are stored so: the next start has nothing to do.
    const stored = await desk.raw('months');
    expect((await (await desk.tab()).outlines()).outlines).to.deep.equal(outlines);
    expect(await desk.raw('months')).to.deep.equal(stored);
  });
});

/** The outlines with the variables that `released` has of each: the others came later. */
const onlyKnown = (outlines: readonly EntryOutline[], released: readonly EntryOutline[]) =>
  outlines.map((outline, at) => {
    const known = Object.keys(released[at] ?? outline);
    return Object.fromEntries(Object.entries(outline).filter(([key]) => known.includes(key)));
  });

describe('a journal of version 3, as version 0.1.0 of the app left it', () => {
  const desk = new Desk();
  afterEach(() => desk.clear());

  it('is all there, and its months become columns once', async () => {
    const { recoveryCode, outlines } = await makeVersion3(desk.name);
    const open = async (): Promise<Journal> => {
      const closed = await openVault({ name: desk.name });
      desk.alsoClose(closed);
      await closed.vault.unlock({ kind: 'recovery', code: recoveryCode });
      const journal = await closed.open();
      desk.alsoClose(journal);
      return journal;
    };
    const before = await desk.raw('months');
    const others = async () =>
      Promise.all((['entries', 'traces', 'drafts', 'settings'] as const).map((s) => desk.raw(s)));
    const untouched = await others();

    const journal = await open();
    const made = (await journal.outlines()).outlines;
    expect(onlyKnown(made, outlines)).to.deep.equal(outlines);
    expect(outlines.map(({ faceReader }) => faceReader)).to.include.members(['emotion 2, facemesh 1', null]);
    const { entries, unreadable } = await journal.list();
    expect(entries.map(outlineOf)).to.deep.equal(made);
    expect(unreadable).to.deep.equal([]);
    expect(await journal.trace('first')).to.deep.equal(trace('first'));
    expect((await journal.draft('recall'))?.entryId).to.equal('begun');
    expect((await journal.search('hugel', (name) => name)).outlines.map(({ id }) => id)).to.deep.equal(['disputed']);
    const counts = await journal.columns(['valence', 'feelings']);
    expect(counts.map(({ valence }) => valence.length)).to.deep.equal([1, 2, 3]);

    // They are stored so, and only they: the next start has nothing to do.
    const stored = await desk.raw('months');
    expect(stored.map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
    expect(stored).to.not.deep.equal(before);
    expect(await others()).to.deep.equal(untouched);
    expect((await (await open()).outlines()).outlines).to.deep.equal(made);
    expect(await desk.raw('months')).to.deep.equal(stored);
  }).timeout(60_000);
});
