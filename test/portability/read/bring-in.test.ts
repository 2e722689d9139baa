import { expect } from 'chai';
import { momentAt } from '../../../app/domain/moment/moment';
import { dayOfMs } from '../../../app/journal/index/days';
import type { Journal } from '../../../app/journal/journal';
import { bringIn, type Outcome } from '../../../app/portability/read/bring-in';
import { dryRun } from '../../../app/portability/read/compare-rows';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { readKnown } from '../../../app/portability/read/known';
import { checkIn, NOON_MS, recall, trace } from '../../journal/support/samples';
import { Desk } from '../../journal/support/with-journal';
import { file, journalOf, jsonOf, never } from '../journals';

const NOW = momentAt(NOON_MS, 'Europe/Berlin');
const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const daylio = (rows: number) =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, i) => `2021-03-${(i % 28) + 1},,,20:${10 + (i % 50)},rad,,,day ${i}`),
  ].join('\n');

describe('bringing in', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  const work = { signal: never, onCount: () => undefined, toAdd: 40 };
  const context = () => ({ zone: 'Europe/Berlin', now: NOW, appVersion: '0.1.0', newId: () => crypto.randomUUID() });

  async function rows(content: BlobPart | Blob) {
    const opened = await openImportFile(content instanceof Blob ? content : file(content));
    return () => rowsOf(opened, context());
  }

  async function preview(content: BlobPart | Blob, journal: Journal) {
    return dryRun((await rows(content))(), await readKnown(journal, work), work);
  }

  it('writes nothing before it is told to, then all of it, and the second time nothing', async () => {
    const journal = await desk.tab();
    const before = await preview(daylio(40), journal);
    expect(before).to.deep.include({ rows: 40, toAdd: 40, known: 0, problems: [] });
    expect(before.first!.epochMs).to.be.below(before.last!.epochMs);
    expect((await journal.list()).entries).to.have.length(0);
    expect(await bringIn(await rows(daylio(40)), journal, work)).to.deep.equal({
      added: 40,
      replaced: 0,
      stopped: null,
    });
    // What is known is known from the outlines: no entry is opened for it.
    const { list } = journal;
    journal.list = () => Promise.reject(new Error('opened every entry'));
    expect(await preview(daylio(40), journal)).to.deep.include({ toAdd: 0, known: 40 });
    journal.list = list;
    expect(await bringIn(await rows(daylio(40)), journal, work)).to.deep.equal({
      added: 0,
      replaced: 0,
      stopped: null,
    });
    expect((await journal.list()).entries).to.have.length(40);
  });

  it('brings a whole journal to another phone, traces included, and leaves what is there as it is', async () => {
    const saved = await jsonOf(journalOf([recall(), checkIn('quick', NOON_MS)], [trace()]));
    const journal = await desk.tab();
    const changed = {
      ...checkIn('quick', NOON_MS),
      report: { ...checkIn('quick', NOON_MS).report, note: 'changed here' },
    };
    await journal.save(changed, null);
    const { differs, ...found } = await preview(saved, journal);
    expect(found).to.deep.include({ toAdd: 1, known: 0, traces: 1 });
    expect(differs.map(({ here, inFile }) => [here.report.note, inFile.report.note])).to.deep.equal([
      ['changed here', checkIn('quick', NOON_MS).report.note],
    ]);
    expect(await bringIn(await rows(saved), journal, work)).to.deep.equal({ added: 1, replaced: 0, stopped: null });
    expect(await journal.entry('first')).to.deep.equal(recall());
    expect(await journal.trace('first')).to.deep.equal(trace());
    expect(await journal.entry('quick')).to.deep.equal(changed);
  });

  it('knows a row again that came over with the journal of another phone', async () => {
    const first = await desk.tab();
    await bringIn(await rows(daylio(3)), first, work);
    const saved = await jsonOf(journalOf((await first.list()).entries));
    const other = new Desk();
    try {
      const journal = await other.tab();
      await bringIn(await rows(saved), journal, work);
      expect(await preview(daylio(3), journal)).to.deep.include({ toAdd: 0, known: 3 });
    } finally {
      await other.clear();
    }
  });

  it('broken off at any point is completed by doing it again, with nothing doubled', async () => {
    const journal = await desk.tab();
    for (const stopAfter of [2, 4, 8]) {
      const cancel = new AbortController();
      const onCount = (added: number) => {
        if (added === stopAfter) cancel.abort();
      };
      const outcome = await bringIn(await rows(daylio(20)), journal, { ...work, signal: cancel.signal, onCount }, 2);
      expect(outcome).to.deep.equal({ added: stopAfter, replaced: 0, stopped: 'cancelled' });
    }
    const present = (await journal.list()).entries.length;
    expect(present).to.equal(14);
    expect(await bringIn(await rows(daylio(20)), journal, work)).to.deep.equal({
      added: 6,
      replaced: 0,
      stopped: null,
    });
    expect(new Set((await journal.list()).entries.map(({ report }) => report.note)).size).to.equal(20);
  });

  it('that fails in the middle says how far it came', async () => {
    const journal = await desk.tab();
    const save = journal.saveAll.bind(journal);
    let batches = 0;
    journal.saveAll = (batch) => {
      batches += 1;
      return batches > 1 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : save(batch);
    };
    const outcome: Outcome = await bringIn(await rows(daylio(20)), journal, work, 5);
    expect(outcome.added).to.equal(5);
    expect(outcome.stopped).to.include({ name: 'Failure' });
    expect((await journal.list()).entries).to.have.length(5);
  });

  it('from two tabs at once doubles nothing', async () => {
    const [one, two] = [await desk.tab(), await desk.tab()];
    const both = await Promise.all([
      bringIn(await rows(daylio(30)), one, work),
      bringIn(await rows(daylio(30)), two, work),
    ]);
    expect(both.map(({ added }) => added).sort()).to.deep.equal([0, 30]);
    expect((await one.list()).entries).to.have.length(30);
  });

  it('leaves an entry that cannot be read as it is, whether a list names it or not, and adds the others', async () => {
    const saved = await jsonOf(journalOf([recall(), recall({ id: 'husk' }), checkIn('quick', NOON_MS)], [trace()]));
    await (await desk.tab()).save(checkIn('sound', NOON_MS), null);
    await desk.plantSealed('entries', 'first', { version: 9 }, { day: dayOfMs(NOON_MS) });
    await desk.plant('entries', { id: 'husk' });
    const journal = await desk.tab();
    expect(await preview(saved, journal)).to.deep.include({ toAdd: 2, known: 1 });
    expect(await bringIn(await rows(saved), journal, work)).to.deep.equal({ added: 1, replaced: 0, stopped: null });
    expect(await journal.entry('first')).to.have.property('problem');
    expect((await desk.raw('entries')).find(({ id }) => id === 'husk')).to.deep.equal({ id: 'husk' });
    expect(await journal.entry('quick')).to.deep.equal(checkIn('quick', NOON_MS));
  });

  it('keeps what is older than 1970 beside its neighbours, also for the next tab', async () => {
    const text = 'date,time,note\n1969-07-20,21:17,the moon\n1901-01-02,,grandmother\n2024-01-01,,now\n';
    expect(await bringIn(await rows(text), await desk.tab(), work)).to.include({ added: 3, stopped: null });
    const journal = await desk.tab();
    const { outlines, unreadable } = await journal.outlines();
    expect([outlines.map(({ title }) => title), unreadable]).to.deep.equal([['now', 'the moon', 'grandmother'], []]);
    const summer = { fromMs: Date.UTC(1969, 5, 1), toMs: Date.UTC(1969, 8, 1) };
    expect((await journal.list(summer)).entries.map(({ report }) => report.note)).to.deep.equal(['the moon']);
    expect(await preview(text, journal)).to.include({ toAdd: 0, known: 3 });
  });
});
