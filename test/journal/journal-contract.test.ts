import { expect } from 'chai';
import { editDraftId } from '../../app/domain/entry/edit';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import { outlineOf } from '../../app/journal/index/outline';
import type { Journal } from '../../app/journal/journal';
import { FakeJournal } from '../support/fake-journal';
import { checkIn, checkInDraft, draft, NOON_MS, recall, trace } from './support/samples';
import { Desk } from './support/with-journal';

const DAY_MS = 86_400_000;

/** An empty journal, and how to be rid of it. */
type Opened = readonly [journal: Journal, close: () => Promise<void>];

const JOURNALS: Readonly<Record<string, () => Promise<Opened>>> = {
  'the journal': async () => {
    const desk = new Desk();
    return [await desk.tab(), () => desk.clear()];
  },
  'the fake journal': async () => [new FakeJournal(), async () => undefined],
};

/*
 * What `Journal` promises to whoever uses it, in one page: the real journal keeps it, and so does the fake one that the tests of
 * sessions and views stand on. What several tabs, a full disk or a broken record do is told of the real one beside this file.
 */
for (const [name, open] of Object.entries(JOURNALS)) {
  describe(`${name} keeps what a journal promises`, () => {
    let journal: Journal;
    let close: () => Promise<void>;
    beforeEach(async () => {
      [journal, close] = await open();
    });
    afterEach(() => close());

    const asNamed = (feeling: string): string => feeling;
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
    const listed = async (range?: Parameters<Journal['list']>[0]) => ids((await journal.list(range)).entries);
    const found = async (text: string, namer = asNamed) => ids((await journal.search(text, namer)).outlines);

    it('begins empty, with the usual settings', async () => {
      expect(await journal.list()).to.deep.equal({ entries: [], unreadable: [] });
      expect(await journal.outlines()).to.deep.equal({ outlines: [], unreadable: [] });
      expect(await journal.settings()).to.deep.equal(DEFAULT_SETTINGS);
      expect(await journal.entry('none')).to.equal(null);
      expect(await journal.peek('none')).to.equal(null);
      expect(await journal.trace('none')).to.equal(null);
      expect(await journal.draft('recall')).to.equal(null);
      expect(await journal.revision()).to.equal(null);
      expect(await journal.interrupted()).to.equal(null);
    });

    it('gives back an entry and its trace as they were saved', async () => {
      await journal.save(recall(), trace());
      expect(await journal.entry('first')).to.deep.equal(recall());
      expect(await journal.peek('first')).to.deep.equal(recall());
      expect(await journal.trace('first')).to.deep.equal(trace());
    });

    it('replaces an entry of the same id, keeps its trace while the entry has one, and drops it then', async () => {
      await journal.save(recall(), trace());
      await journal.save(recall({ faceDisputed: true }), null);
      expect(await journal.entry('first')).to.deep.equal(recall({ faceDisputed: true }));
      expect(await journal.trace('first')).to.deep.equal(trace());
      await journal.save(recall({ hasTrace: false }), null);
      expect(await journal.trace('first')).to.equal(null);
      expect(await listed()).to.deep.equal(['first']);
    });

    it('keeps several entries at once, each with its trace', async () => {
      await journal.saveAll([
        { entry: recall(), trace: trace() },
        { entry: checkIn('second', NOON_MS + 1), trace: null },
      ]);
      expect(await listed()).to.deep.equal(['second', 'first']);
      expect(await journal.trace('first')).to.deep.equal(trace());
    });

    it('lists newest first, from a bound that counts to one that does not, up to a limit', async () => {
      for (const day of [2, 0, 1]) await journal.save(checkIn(`day-${day}`, NOON_MS + day * DAY_MS), null);
      expect(await listed()).to.deep.equal(['day-2', 'day-1', 'day-0']);
      expect(await listed({ fromMs: NOON_MS, toMs: NOON_MS + 2 * DAY_MS })).to.deep.equal(['day-1', 'day-0']);
      expect(await listed({ limit: 1 })).to.deep.equal(['day-2']);
      expect(await listed({ limit: 0 })).to.deep.equal([]);
      expect(await listed({ toMs: NOON_MS + 2 * DAY_MS, limit: 1 })).to.deep.equal(['day-1']);
    });

    it('gives what it keeps of all entries by columns, oldest month first', async () => {
      const october = checkIn('october', NOON_MS - 30 * DAY_MS);
      for (const entry of [recall(), october]) await journal.save(entry, null);
      expect(await journal.columns(['id', 'valence', 'facialValence'])).to.deep.equal([
        {
          id: ['october'],
          valence: Float64Array.of(october.report.valence!.value),
          facialValence: Float64Array.of(NaN),
        },
        { id: ['first'], valence: Float64Array.of(0.72), facialValence: Float64Array.of(0.4) },
      ]);
    });

    it('gives the columns of the months that have changed since, and names those that have not', async () => {
      const october = checkIn('october', NOON_MS - 30 * DAY_MS);
      for (const entry of [recall(), october]) await journal.save(entry, null);
      const first = await journal.columnsSince(['id'], new Map());
      expect(first.map(({ columns }) => columns?.id)).to.deep.equal([['october'], ['first']]);
      const known = new Map(first.map(({ month, revision }) => [month, revision]));
      const again = await journal.columnsSince(['id'], known);
      expect(again).to.deep.equal(first.map((month) => ({ ...month, columns: null })));
      await journal.save(checkIn('new', NOON_MS + 1), null);
      const then = await journal.columnsSince(['id'], known);
      expect(then.map(({ columns }) => columns && [...columns.id].sort())).to.deep.equal([null, ['first', 'new']]);
      await journal.erase('october');
      expect((await journal.columnsSince(['id'], known)).at(-1)!.columns!.id).to.have.length(2);
    });

    it('outlines all entries, newest first, as each is', async () => {
      const entries = [checkIn('older', NOON_MS - DAY_MS), recall()];
      for (const entry of entries) await journal.save(entry, null);
      const { outlines } = await journal.outlines();
      expect(outlines).to.deep.equal([...entries].reverse().map(outlineOf));
    });

    it('finds entries by every word of title, note and feelings, whatever their capitals and accents', async () => {
      const quick = checkIn('quick', NOON_MS + DAY_MS);
      await journal.save(recall(), null);
      await journal.save({ ...quick, report: { ...quick.report, note: 'Café with Ada' } }, null);
      expect(await found('SNOW hill')).to.deep.equal(['first']);
      expect(await found('snow café')).to.deep.equal([]);
      expect(await found('cafe ADA')).to.deep.equal(['quick']);
      expect(await found('joyful')).to.deep.equal(['first']);
      expect(await found('froh', (feeling) => (feeling === 'joyful' ? 'froh' : feeling))).to.deep.equal(['first']);
      expect(await found('')).to.deep.equal(['quick', 'first']);
    });

    it('erases an entry with its trace and draft, and no other', async () => {
      await journal.keepDraft(draft({ entryId: 'other' }));
      await journal.save(recall(), trace());
      await journal.save(checkIn('second', NOON_MS + 1), null);
      await journal.erase('first');
      expect(await journal.entry('first')).to.equal(null);
      expect(await journal.trace('first')).to.equal(null);
      expect(await listed()).to.deep.equal(['second']);
      expect(ids((await journal.outlines()).outlines)).to.deep.equal(['second']);
      expect((await journal.draft('recall'))?.entryId).to.equal('other');
      await journal.erase('other');
      expect(await journal.draft('recall')).to.equal(null);
    });

    it('takes out those that are named, and all there is', async () => {
      for (const at of [0, 1, 2]) await journal.save(checkIn(`${at}`, NOON_MS + at), null);
      await journal.takeOut(['0', '2']);
      expect(await listed()).to.deep.equal(['1']);
      await journal.keepDraft(draft());
      await journal.changeSettings({ recallMs: 60_000 });
      await journal.eraseAll();
      expect(await listed()).to.deep.equal([]);
      expect(await journal.draft('recall')).to.equal(null);
      expect(await journal.settings()).to.deep.equal(DEFAULT_SETTINGS);
    });

    it('changes the settings that are named and leaves the others', async () => {
      const changed = { ...DEFAULT_SETTINGS, theme: 'dark', recallMs: 60_000 };
      await journal.changeSettings({ theme: 'dark' });
      expect(await journal.changeSettings({ recallMs: 60_000 })).to.deep.equal(changed);
      expect(await journal.settings()).to.deep.equal(changed);
    });

    it('gives the newest draft of a kind, as it was kept last', async () => {
      await journal.keepDraft(draft({ entryId: 'older', startedAt: { ...draft().startedAt, epochMs: 1 } }));
      await journal.keepDraft(draft());
      await journal.keepDraft(draft({ relived: false }));
      await journal.keepDraft(checkInDraft());
      expect(await journal.draft('recall')).to.deep.equal(draft({ relived: false }));
      expect(await journal.draft('check-in')).to.deep.equal(checkInDraft());
      expect(journal.isHeld('first')).to.equal(false);
    });

    it('keeps the edit of an entry that is there, finds it by its entry, and ends it with the next save or the entry', async () => {
      const { id, report, memory, startedAt } = recall();
      const edit = { version: 1, kind: 'edit', entryId: editDraftId(id), startedAt, report, memory } as const;
      await journal.save(recall(), trace());
      await journal.keepDraft({ ...edit, entryId: editDraftId('other') });
      await journal.keepDraft(edit);
      expect(await journal.draft('edit', editDraftId(id))).to.deep.equal(edit);
      expect(await journal.draft('recall')).to.equal(null);
      await journal.save(recall(), null);
      expect(await journal.draft('edit', editDraftId(id))).to.equal(null);
      await journal.keepDraft(edit);
      await journal.erase(id);
      expect(await journal.draft('edit', editDraftId(id))).to.equal(null);
      expect((await journal.draft('edit'))?.entryId).to.equal(editDraftId('other'));
    });

    it('drops a draft by its entry, or all of them, or the one whose entry is saved; that has none from then on', async () => {
      await journal.keepDraft(draft());
      await journal.keepDraft(draft({ entryId: 'other' }));
      await journal.keepDraft(checkInDraft());
      await journal.save(recall(), trace());
      await journal.keepDraft(draft());
      expect((await journal.draft('recall'))?.entryId).to.equal('other');
      await journal.dropDraft('other');
      expect(await journal.draft('recall')).to.equal(null);
      expect(await journal.draft('check-in')).not.to.equal(null);
      await journal.dropDraft();
      expect(await journal.draft('check-in')).to.equal(null);
    });

    it('tells whoever listens of each change but a draft that is kept, until they stop', async () => {
      let told = 0;
      const stop = journal.subscribe(() => {
        told += 1;
      });
      const tellsOf = async (change: () => Promise<unknown>): Promise<boolean> => {
        const before = told;
        await change();
        return told > before;
      };
      expect(await tellsOf(() => journal.keepDraft(draft()))).to.equal(false);
      expect(await tellsOf(() => journal.save(recall(), null))).to.equal(true);
      expect(await tellsOf(() => journal.changeSettings({ theme: 'dark' }))).to.equal(true);
      expect(await tellsOf(() => journal.dropDraft())).to.equal(true);
      expect(await tellsOf(() => journal.erase('first'))).to.equal(true);
      expect(await tellsOf(() => journal.forgetInterrupted())).to.equal(true);
      stop();
      expect(await tellsOf(() => journal.save(recall(), null))).to.equal(false);
    });

    it('has another revision after each write to the entries, and the same while only something else is written', async () => {
      const seen = new Set<string | null>([await journal.revision()]);
      await journal.save(recall(), null);
      seen.add(await journal.revision());
      await journal.changeSettings({ theme: 'dark' });
      await journal.keepDraft(draft({ entryId: 'other' }));
      seen.add(await journal.revision());
      expect(seen.size).to.equal(2);
      await journal.erase('first');
      seen.add(await journal.revision());
      expect(seen.size).to.equal(3);
    });

    it('runs the work of bringing many in, gives what it comes to, and has nothing interrupted after it', async () => {
      const what = { kind: 'import', total: 2 } as const;
      const outcome = await journal.bulkWrite(what, async (tell) => {
        await journal.save(recall(), null);
        tell(1);
        return 'done';
      });
      expect(outcome).to.equal('done');
      expect(await journal.interrupted()).to.equal(null);
      expect(await listed()).to.deep.equal(['first']);
    });

    it('looks again without rejecting', async () => {
      await journal.save(recall(), null);
      await journal.lookAgain();
      expect(await listed()).to.deep.equal(['first']);
    });
  });
}
