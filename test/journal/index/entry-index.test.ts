import { expect } from 'chai';
import fc from 'fast-check';
import { outlineOf } from '../../../app/journal/index/outline';
import type { Journal } from '../../../app/journal/journal';
import { anyEntry } from '../support/arbitrary';
import { checkIn, faceSummary, NOON_MS, recall, trace } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

const DAY_MS = 86_400_000;
const asStored = (name: string) => name;

interface MonthAsStored {
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Takes the column `name` away. */
const withoutColumn =
  (name: string) =>
  ({ columns: { [name]: _, ...columns }, ...month }: MonthAsStored) => ({ ...month, columns });

/** Puts the column `name`, or `other`, under `as`. */
const withColumn = (name: string, as: string, other?: unknown) => (month: MonthAsStored) => ({
  ...month,
  columns: { ...month.columns, [as]: other ?? month.columns[name] },
});

describe('outlines', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
  });
  afterEach(() => desk.clear());

  const ids = async (from: Journal) => (await from.outlines()).outlines.map(({ id }) => id);

  it('are those of the entries, whatever was saved and erased, here and after a new start', async () => {
    const steps = fc.array(fc.tuple(anyEntry, fc.boolean()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        for (const [entry, erased] of list) {
          await journal.save(entry, null);
          if (erased) await journal.erase(entry.id);
        }
        const expected = (await journal.list()).entries.map(outlineOf);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        for (const tab of [journal, await desk.tab()]) {
          expect([...(await tab.outlines()).outlines].sort(byId)).to.deep.equal(expected.sort(byId));
        }
      }),
      { seed: 20_261_124, numRuns: 15 },
    );
  });

  it('say what read the face of each entry, and null where it is not known', async () => {
    const read = (id: string, models: Record<string, string>) =>
      recall({ id, face: { summary: { ...faceSummary, models } } });
    const newer = { ...faceSummary.models, expression: 'emotion 2' };
    await journal.save(recall(), null);
    await journal.save(read('newer', newer), null);
    await journal.save(read('unknown', {}), null);
    await journal.save(checkIn('quick', NOON_MS), null);
    for (const tab of [journal, await desk.tab()]) {
      const { outlines } = await tab.outlines();
      expect(Object.fromEntries(outlines.map(({ id, faceReader }) => [id, faceReader]))).to.deep.equal({
        first: 'emotion 1, facemesh 1',
        newer: 'emotion 2, facemesh 1',
        unknown: null,
        quick: null,
      });
    }
  });

  for (const [what, older] of [
    ['in rows', ({ id }: { id: unknown }) => ({ version: 3, readers: [null], rows: [[id]], unreadable: [] })],
    ['by other variables', withoutColumn('arousal')],
    ['by one variable more', withColumn('arousal', 'mood')],
    ['in columns of another kind', withColumn('arousal', 'arousal', ['0.1', '0.2'])],
    ['in columns of another length', withColumn('arousal', 'arousal', new Float64Array(7))],
  ] as const) {
    it(`of months that were kept ${what} are made from their entries, once`, async () => {
      await journal.save(recall(), trace());
      await journal.save(checkIn('august', NOON_MS - 90 * DAY_MS), null);
      const { outlines } = await journal.outlines();
      for (const { id } of await desk.raw('months')) {
        const month = (await desk.unsealed('months', `${id}`)) as MonthAsStored;
        await desk.plantSealed('months', `${id}`, older({ ...month, id }));
      }
      const updated = await desk.tab();
      expect((await updated.outlines()).outlines).to.deep.equal(outlines);
      const stored = await desk.raw('months');
      expect((await (await desk.tab()).outlines()).outlines).to.deep.equal(outlines);
      expect(await desk.raw('months')).to.deep.equal(stored);
    });
  }

  it('are given by columns, month by month, in arrays of the caller’s own', async () => {
    await journal.save(recall(), trace());
    await journal.save(
      recall({ id: 'unseen', face: { summary: null, reason: 'no-face', usableMs: 0, usableShare: 0 } }),
      null,
    );
    await journal.save(checkIn('august', NOON_MS - 90 * DAY_MS), null);
    const [august, november, ...more] = await journal.columns([
      'id',
      'kind',
      'startedAt',
      'valence',
      'facialValence',
      'feelings',
    ]);
    expect(more).to.deep.equal([]);
    expect(august).to.deep.equal({
      id: ['august'],
      kind: { words: ['check-in'], at: Float32Array.of(0) },
      startedAt: {
        epochMs: Float64Array.of(NOON_MS - 90 * DAY_MS),
        zone: { words: ['UTC'], at: Float32Array.of(0) },
        offsetMinutes: Float32Array.of(checkIn('august', NOON_MS - 90 * DAY_MS).startedAt.offsetMinutes),
      },
      valence: Float64Array.of(checkIn('august', NOON_MS).report.valence!.value),
      facialValence: Float64Array.of(Number.NaN),
      feelings: {
        counts: Float32Array.of(0),
        names: { words: [], at: new Float32Array() },
        intensities: new Float32Array(),
      },
    });
    expect(november!.id).to.deep.equal(['first', 'unseen']);
    expect(november!.facialValence).to.deep.equal(Float64Array.of(0.4, Number.NaN));
    expect(november!.feelings).to.deep.equal({
      counts: Float32Array.of(1, 1),
      names: { words: ['joyful'], at: Float32Array.of(0, 0) },
      intensities: Float32Array.of(4, 4),
    });
    const { buffer } = november!.valence;
    structuredClone(november!.valence, { transfer: [buffer] });
    expect((await journal.columns(['valence']))[1]!.valence).to.deep.equal(Float64Array.of(0.72, 0.72));
    expect((await journal.outlines()).outlines[0]!.valence).to.equal(0.72);
  });

  it('move with an entry to another month', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    await journal.save(checkIn('two', NOON_MS + 1), null);
    await journal.save(checkIn('one', NOON_MS - 90 * DAY_MS), null);
    expect(await ids(journal)).to.deep.equal(['two', 'one']);
    expect(await ids(await desk.tab())).to.deep.equal(['two', 'one']);
    expect(await desk.raw('months')).to.have.length(2);
  });

  it('are seen by another tab as soon as it has heard of them', async () => {
    const other = await desk.tab();
    await other.outlines();
    const heard = new Promise<void>((resolve) => other.subscribe(resolve));
    await journal.save(checkIn('new', NOON_MS), null);
    await heard;
    expect(await ids(other)).to.deep.equal(['new']);
  });

  it('lose none when two tabs save into one month at once, also without Web Locks', async () => {
    const other = await desk.tab();
    const save = (tab: Journal, prefix: string) =>
      Promise.all(Array.from({ length: 20 }, (_, i) => tab.save(checkIn(`${prefix}${i}`, NOON_MS + i), null)));
    await Promise.all([save(journal, 'a'), save(other, 'b')]);
    await whileStubbed(LockManager.prototype, 'request', (() => Promise.reject(new Error('no'))) as never, () =>
      Promise.all([save(journal, 'c'), save(other, 'd')]),
    );
    expect(await ids(await desk.tab())).to.have.length(80);
    expect(new Set(await ids(await desk.tab())).size).to.equal(80);
  });

  /** What a tab writes that is ended before it can tell: it is in the store, and no other tab has heard of it. */
  const unheard = (write: () => Promise<void>) =>
    whileStubbed(BroadcastChannel.prototype, 'postMessage', () => undefined, write);

  it('show what a tab wrote that was ended before it could tell, as soon as they are asked for', async () => {
    const ended = await desk.tab();
    await journal.save(checkIn('first', NOON_MS), null);
    await unheard(() => ended.save(checkIn('one step', NOON_MS + 1), null));
    expect(await ids(journal)).to.deep.equal(['one step', 'first']);
    await unheard(() => ended.save(checkIn('two steps', NOON_MS + 2), null));
    await unheard(() => ended.save(checkIn('of another month', NOON_MS - 90 * DAY_MS), null));
    expect(await ids(journal)).to.deep.equal(['two steps', 'one step', 'first', 'of another month']);
    await unheard(() => ended.erase('first'));
    expect(await ids(journal)).to.deep.equal(['two steps', 'one step', 'of another month']);
    expect((await journal.search('calm', asStored)).outlines.length).to.equal(
      (await (await desk.tab()).search('calm', asStored)).outlines.length,
    );
  });

  it('are looked at again when the page comes into sight, and then only are the listeners called', async () => {
    const ended = await desk.tab();
    await journal.outlines();
    let calls = 0;
    journal.subscribe(() => {
      calls += 1;
    });
    await journal.lookAgain();
    expect(calls).to.equal(0);
    await unheard(() => ended.save(checkIn('unheard of', NOON_MS), null));
    await journal.lookAgain();
    expect(calls).to.equal(1);
    await journal.lookAgain();
    expect(calls).to.equal(1);
  });

  it('lose nothing that was written unheard when this tab then writes into the same month', async () => {
    const ended = await desk.tab();
    await journal.save(checkIn('mine', NOON_MS), null);
    await unheard(() => ended.save(checkIn('unheard of', NOON_MS + 1), null));
    await journal.save(checkIn('mine too', NOON_MS + 2), null);
    const expected = ['mine too', 'unheard of', 'mine'];
    for (const tab of [journal, ended, await desk.tab()]) expect(await ids(tab)).to.deep.equal(expected);
  });

  it('say that the journal is another one where it was erased unheard', async () => {
    let told = 0;
    const asleep = await desk.tab({
      onReplaced: () => {
        told += 1;
      },
    });
    await journal.save(checkIn('one', NOON_MS), null);
    await asleep.outlines();
    await unheard(() => journal.eraseAll());
    await asleep.lookAgain();
    expect(told).to.equal(1);
    expect((await rejection(asleep.outlines())).code).to.equal('journal-unreadable');
  });

  it('are drawn without an entry being opened', async () => {
    await journal.save(recall(), trace());
    const fresh = await desk.tab();
    let opened = 0;
    const { get, getAll } = IDBObjectStore.prototype;
    const counting = (method: typeof get | typeof getAll) =>
      function (this: IDBObjectStore, ...args: []) {
        if (this.name === 'entries') opened += 1;
        return (method as (...list: []) => never).apply(this, args);
      };
    await whileStubbed(IDBObjectStore.prototype, 'get', counting(get) as never, () =>
      whileStubbed(IDBObjectStore.prototype, 'getAll', counting(getAll) as never, async () => {
        expect(await ids(fresh)).to.deep.equal(['first']);
        expect((await fresh.search('snow', asStored)).outlines).to.have.length(1);
        expect(opened).to.equal(0);
        await fresh.entry('first');
        expect(opened).to.equal(1);
      }),
    );
  });

  for (const [what, spoil] of [
    ['damaged', (body: Uint8Array) => body.with(40, body[40]! ^ 1)],
    ['cut short', (body: Uint8Array) => body.slice(0, 20)],
    ['empty', () => new Uint8Array(0)],
  ] as const) {
    it(`of a month that is ${what} are made anew from its entries, and stored so`, async () => {
      for (let i = 0; i < 5; i++) await journal.save(recall({ id: `${i}` }), trace(`${i}`));
      const [record] = await desk.raw('months');
      const [words] = await desk.raw('words');
      const month = (await desk.unsealed('months', `${record!.id}`)) as { readonly seals: readonly string[] };
      await desk.plant('months', { ...record, body: spoil(record!.body as Uint8Array) });
      await desk.plant('words', { ...words, body: spoil(words!.body as Uint8Array) });
      expect(await ids(await desk.tab())).to.have.length(5);
      // All but the traces' seals, for which every trace would have to be read.
      const seals = month.seals.map((seal) => seal.replace(/[^/]+$/, '?'));
      expect(await desk.unsealed('months', `${record!.id}`)).to.deep.equal({ ...month, seals });
      expect((await (await desk.tab()).search('snow', asStored)).outlines.map(({ id }) => id)).to.have.length(5);
    });
  }

  it('that are missing, or belong to another month, do not hide an entry', async () => {
    await journal.save(checkIn('november', NOON_MS), null);
    await journal.save(checkIn('august', NOON_MS - 90 * DAY_MS), null);
    const [august, november] = await desk.raw('months');
    await desk.plant('months', { ...november, body: august!.body });
    expect(await ids(await desk.tab())).to.deep.equal(['november', 'august']);
    await desk.remove('months', november!.id as string);
    expect(await ids(await desk.tab())).to.deep.equal(['november', 'august']);
    await desk.remove('months', november!.id as string);
    await journal.save(checkIn('later', NOON_MS + 1), null);
    expect(await ids(journal)).to.deep.equal(['later', 'november', 'august']);
    expect(await ids(await desk.tab())).to.deep.equal(['later', 'november', 'august']);
  });
});

describe('search', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    const note = (text: string) => ({ ...recall().report, feelings: [], note: text });
    const named = (title: string) => ({ ...recall().memory, title });
    await journal.save(
      recall({ id: 'snow', memory: named('First snow'), report: note('Über den Hügel, barfuß') }),
      trace('snow'),
    );
    await journal.save(
      recall({ id: 'sea', memory: named('The sea'), report: note('Snow on the beach, once') }),
      trace('sea'),
    );
    await journal.save(
      { ...checkIn('calm', NOON_MS), report: { ...note(''), feelings: [{ name: 'calm', intensity: 3 }] } },
      null,
    );
  });
  afterEach(() => desk.clear());

  const found = async (text: string, nameFeeling = asStored) =>
    (await journal.search(text, nameFeeling)).outlines.map(({ id }) => id).sort();

  it('finds every word in title, note and feelings, whatever its capitals and accents', async () => {
    expect(await found('SNOW')).to.deep.equal(['sea', 'snow']);
    expect(await found('hugel uber')).to.deep.equal(['snow']);
    expect(await found('barfuss')).to.deep.equal(['snow']);
    expect(await found('snow beach')).to.deep.equal(['sea']);
    expect(await found('cal')).to.deep.equal(['calm']);
    expect(await found('desert')).to.deep.equal([]);
    expect(await found('  ')).to.have.length(3);
  });

  it('finds a feeling by its word in the language spoken now, also after another was spoken', async () => {
    const german = (name: string) => (name === 'calm' ? 'Gefasst-Ölig' : name);
    expect(await found('calm')).to.deep.equal(['calm']);
    expect(await found('gefasst olig', german)).to.deep.equal(['calm']);
    expect(await found('calm', german), 'its stored name').to.deep.equal(['calm']);
    expect(await found('gefasst')).to.deep.equal([]);
  });

  it('follows what is changed and erased', async () => {
    await journal.save(recall({ id: 'sea', report: { ...recall().report, note: 'desert' } }), trace('sea'));
    expect(await found('beach')).to.deep.equal([]);
    expect(await found('desert')).to.deep.equal(['sea']);
    await journal.erase('sea');
    expect(await found('desert')).to.deep.equal([]);
  });
});
