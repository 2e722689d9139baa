import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS } from '../../app/base/time';
import { edited } from '../../app/domain/entry/edits';
import { Failure } from '../../app/domain/failure/failure';
import { momentAt } from '../../app/domain/moment/moment';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import type { Draft, Journal } from '../../app/journal/journal';
import { DRAFT } from '../../app/journal/records/record-kinds';
import { anyEntry, anyTrace } from './support/arbitrary';
import { checkIn, checkInDraft, draft, NOON_MS, recall, trace } from './support/samples';
import { Desk, rejection, whileStubbed } from './support/with-journal';

const MINUTE_MS = 60_000;

describe('journal', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
  });
  afterEach(() => desk.clear());

  const ids = async (range?: Parameters<Journal['list']>[0]) =>
    (await journal.list(range)).entries.map((entry) => entry.id);

  describe('save', () => {
    it('gives back entry and trace as they were, missing readings included', async () => {
      await journal.save(recall(), trace());
      expect(await journal.entry('first')).to.deep.equal(recall());
      expect(await journal.trace('first')).to.deep.equal(trace());
    });

    it('gives back any entry and any trace as they were', async () => {
      const pair = anyEntry.chain((entry) => fc.tuple(fc.constant(entry), anyTrace(entry.id)));
      const property = fc.asyncProperty(pair, async ([entry, itsTrace]) => {
        const given = entry.kind === 'recall' ? itsTrace : null;
        await journal.save(entry, given);
        expect(await journal.entry(entry.id)).to.deep.equal(entry);
        expect(await journal.trace(entry.id)).to.deep.equal(given);
      });
      await fc.assert(property, { seed: 20_261_122, numRuns: 60 });
    });

    it('removes the draft of the same entry, and no other', async () => {
      await journal.keepDraft(draft());
      await journal.keepDraft(draft({ entryId: 'other' }));
      await journal.save(recall(), trace());
      expect((await desk.raw('drafts')).map(({ id }) => id)).to.deep.equal(['other']);
    });

    it('keeps the stored trace when only the entry changes, and removes it when the entry gives it up', async () => {
      await journal.save(recall(), trace());
      await journal.save(recall({ faceDisputed: true }), null);
      expect(await journal.trace('first')).to.deep.equal(trace());
      await journal.save(recall({ hasTrace: false }), null);
      expect(await journal.trace('first')).to.equal(null);
    });

    it('moves an entry to another month, with its trace, and takes back that it was moved or erased', async () => {
      const months = async () =>
        (await journal.columns(['id', 'startedAt']))
          .filter(({ id }) => id.length > 0)
          .map(({ startedAt }) => new Date(startedAt.epochMs[0]!).getUTCMonth());
      await journal.save(recall(), trace());
      const before = (await journal.entry('first'))!;
      const at = momentAt(NOON_MS, 'Europe/Berlin');
      const moved = edited(recall(), { startedAt: momentAt(NOON_MS - 70 * DAY_MS, 'Europe/Berlin') }, at);
      const [month] = await months();
      await journal.save(moved, null);
      expect(await months())
        .to.have.length(1)
        .and.not.to.include(month);
      expect(await journal.entry('first')).to.deep.equal(moved);
      expect(await journal.trace('first')).to.deep.equal(trace());
      await journal.save(recall(), null);
      expect(await journal.entry('first')).to.deep.equal(before);
      expect(await months()).to.deep.equal([month]);
      await journal.erase('first');
      await journal.save(recall(), trace());
      expect(await journal.entry('first')).to.deep.equal(before);
      expect(await journal.trace('first')).to.deep.equal(trace());
    });

    it('keeps several at once, of any months, or none of them', async () => {
      const several = [
        recall(),
        ...[0, 1, 40, 400].map((days) => checkIn(`day-${days}`, NOON_MS - days * 24 * 60 * MINUTE_MS)),
      ];
      const kept = several.map((entry) => ({ entry, trace: entry.kind === 'recall' ? trace() : null }));
      const broken = { entry: { ...checkIn('broken', NOON_MS), appVersion: 7 as unknown as string }, trace: null };
      expect((await rejection(journal.saveAll([...kept, broken]))).code).to.equal('save-failed');
      expect(await ids()).to.deep.equal([]);
      await journal.keepDraft(draft());
      await journal.saveAll(kept);
      expect((await ids()).sort()).to.deep.equal(several.map(({ id }) => id).sort());
      expect(await journal.trace('first')).to.deep.equal(trace());
      expect((await journal.outlines()).outlines).to.have.length(5);
      expect((await (await desk.tab()).outlines()).outlines).to.have.length(5);
      expect(await journal.draft('recall')).to.equal(null);
    });

    it('writes no entry when its trace cannot be written, and keeps the draft', async () => {
      await journal.keepDraft(draft());
      const put = IDBObjectStore.prototype.put;
      const failOnTraces = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.name === 'traces') throw new DOMException('the disk is gone', 'UnknownError');
        return put.apply(this, args);
      };
      const error = await whileStubbed(IDBObjectStore.prototype, 'put', failOnTraces, () =>
        rejection(journal.save(recall(), trace())),
      );
      expect(error.code).to.equal('store-doubtful');
      expect(await journal.entry('first')).to.equal(null);
      expect((await journal.draft('recall'))?.entryId).to.equal('first');
    });

    it('says that the phone is full when it is, and leaves what was there', async () => {
      await journal.save(checkIn('before', NOON_MS), null);
      const full = () => {
        throw new DOMException('no space', 'QuotaExceededError');
      };
      const error = await whileStubbed(IDBObjectStore.prototype, 'put', full, () =>
        rejection(journal.save(recall(), trace())),
      );
      expect(error.code).to.equal('journal-full');
      expect(await ids()).to.deep.equal(['before']);
      await journal.save(recall(), trace());
      expect(await ids()).to.have.length(2);
    });

    it('refuses what it could not read again, naming the place, while the session still has it', async () => {
      const broken = recall({
        face: { summary: { ...(recall().face.summary as never as object), facialValence: NaN } as never },
      });
      const error = await rejection(journal.save(broken, trace()));
      expect(error.code).to.equal('save-failed');
      expect(error.message).to.contain('face.summary.facialValence');
      expect(await desk.raw('entries')).to.deep.equal([]);
    });

    it('refuses the trace of another entry', async () => {
      expect((await rejection(journal.save(recall(), trace('another')))).code).to.equal('save-failed');
      expect(await journal.entry('first')).to.equal(null);
    });

    it('takes columns in shared memory', async () => {
      const shared = new Float32Array(new SharedArrayBuffer(12));
      await journal.save(recall(), { ...trace(), presence: shared as never });
      expect((await journal.trace('first'))?.presence).to.deep.equal(new Float32Array(3));
    });

    it('gives up on a transaction that does not come about, writes nothing, and can save again', async () => {
      await journal.save(checkIn('kept', NOON_MS), null);
      const impatient = await desk.tab({ transactionLimitMs: 50 });
      const release = await desk.hold('entries');
      const errors = await Promise.all([rejection(impatient.erase('kept')), rejection(impatient.list())]);
      await release();
      expect(errors.map(({ code }) => code)).to.deep.equal(['save-failed', 'journal-unreadable']);
      await impatient.save(checkIn('again', NOON_MS + 1), null);
      expect(await ids()).to.deep.equal(['again', 'kept']);
    });
  });

  describe('list', () => {
    const at = (minute: number) => NOON_MS + minute * MINUTE_MS;

    beforeEach(async () => {
      for (const minute of [3, 1, 2, 0]) await journal.save(checkIn(`minute-${minute}`, at(minute)), null);
    });

    it('is newest first', async () => {
      expect(await ids()).to.deep.equal(['minute-3', 'minute-2', 'minute-1', 'minute-0']);
    });

    it('takes the lower bound in and leaves the upper out', async () => {
      expect(await ids({ fromMs: at(1), toMs: at(3) })).to.deep.equal(['minute-2', 'minute-1']);
      expect(await ids({ fromMs: at(1) + 1 })).to.deep.equal(['minute-3', 'minute-2']);
      expect(await ids({ fromMs: at(3), toMs: at(3) })).to.deep.equal([]);
    });

    it('gives the newest of a limit, also when there are fewer, and none for 0', async () => {
      expect(await ids({ limit: 1 })).to.deep.equal(['minute-3']);
      expect(await ids({ limit: 2, toMs: at(3) })).to.deep.equal(['minute-2', 'minute-1']);
      expect(await ids({ limit: 9 })).to.have.length(4);
      expect(await ids({ limit: 0 })).to.deep.equal([]);
    });

    it('keeps to the limit among entries of the same moment', async () => {
      await journal.save(checkIn('twin', at(3)), null);
      expect(await ids({ limit: 1 })).to.have.length(1);
    });
  });

  it('opens and checks a thousand entries within three seconds, also on a busy machine', async () => {
    await Promise.all(
      Array.from({ length: 1_000 }, (_, i) =>
        desk.plant('entries', {
          id: `${i}`,
          startedMs: NOON_MS + i,
          body: recall({ id: `${i}`, startedAt: { epochMs: NOON_MS + i, zone: 'UTC', offsetMinutes: 0 } }),
        }),
      ),
    );
    await desk.forgetSealing();
    journal = await desk.tab();
    const startMs = performance.now();
    const { entries } = await journal.list();
    expect(performance.now() - startMs).to.be.below(3_000);
    expect(entries).to.have.length(1_000);
    expect(entries[0]!.id).to.equal('999');
  });

  describe('erase', () => {
    it('removes entry, trace and draft, and nothing else', async () => {
      await journal.save(recall(), trace());
      await journal.save(recall({ id: 'second' }), trace('second'));
      await journal.erase('first');
      expect((await desk.raw('entries')).map(({ id }) => id)).to.deep.equal(['second']);
      expect((await desk.raw('traces')).map(({ id }) => id)).to.deep.equal(['second']);
    });

    it('leaves nothing of the whole journal', async () => {
      await journal.save(recall(), trace());
      await journal.keepDraft(draft({ entryId: 'other' }));
      await journal.changeSettings({ recallMs: 60_000 });
      await (await journal.changeFeed()).start();
      await journal.eraseAll();
      for (const store of ['entries', 'traces', 'drafts', 'settings', 'months', 'words', 'state', 'changes'] as const) {
        expect(await desk.raw(store), store).to.deep.equal([]);
      }
      expect((await journal.outlines()).outlines).to.deep.equal([]);
      expect(await journal.settings()).to.deep.equal(DEFAULT_SETTINGS);
    });
  });

  describe('draft', () => {
    it('gives back the one of the newest session, with its trace', async () => {
      await journal.keepDraft(draft({ entryId: 'older', startedAt: { ...draft().startedAt, epochMs: 1 } }));
      await journal.keepDraft(draft({ trace: trace() }));
      expect(await journal.draft('recall')).to.deep.equal(draft({ trace: trace() }));
    });

    it('is one of a recall or of a check-in; before there were both, of a recall', async () => {
      await journal.keepDraft(checkInDraft());
      expect(await journal.draft('recall')).to.equal(null);
      expect(await journal.draft('check-in')).to.deep.equal(checkInDraft());
      const { kind: _, relived: __, ...older } = draft();
      await desk.plantSealed('drafts', 'first', older);
      expect(await journal.draft('recall')).to.deep.equal(draft());
      const entry = { ...checkIn('quick', NOON_MS), report: checkInDraft().report };
      await journal.save(entry, null);
      expect(await journal.draft('check-in')).to.equal(null);
      expect((await desk.raw('drafts')).map(({ id }) => id)).to.deep.equal(['first']);
    });

    it('is dropped by id, or all of them', async () => {
      await journal.keepDraft(draft());
      await journal.keepDraft(draft({ entryId: 'other' }));
      await journal.dropDraft('first');
      expect((await journal.draft('recall'))?.entryId).to.equal('other');
      await journal.dropDraft();
      expect(await journal.draft('recall')).to.equal(null);
    });

    it('does not come back when it was still being written while its entry was saved', async () => {
      await Promise.all([journal.keepDraft(draft()), journal.save(recall(), trace()), journal.keepDraft(draft())]);
      expect(await journal.draft('recall')).to.equal(null);
    });

    it('is passed over and left alone where it cannot be read', async () => {
      await desk.plantSealed('drafts', 'torn', { version: 1 });
      await journal.keepDraft(draft());
      expect((await journal.draft('recall'))?.entryId).to.equal('first');
      expect(await desk.raw('drafts')).to.have.length(2);
    });

    it('of a recall hides none of another kind while the code that reads it is missing', async () => {
      await journal.keepDraft(draft());
      await journal.keepDraft(checkInDraft());
      const { read } = DRAFT;
      const partly = (value: unknown) =>
        (value as Draft).kind === 'recall' ? Promise.reject(new Failure('not-fetched')) : read(value);
      await whileStubbed(DRAFT, 'read', partly, async () => {
        expect(await journal.draft('check-in')).to.deep.equal(checkInDraft());
        expect((await rejection(journal.draft('recall'))).code).to.equal('not-fetched');
      });
      expect(await journal.draft('recall')).to.deep.equal(draft());
    });
  });
});
