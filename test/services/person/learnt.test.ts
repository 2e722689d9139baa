import { expect } from 'chai';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import type { FaceSummary } from '../../../app/domain/face/face-summary';
import { momentAt } from '../../../app/domain/moment/moment';
import { lastTraces } from '../../../app/services/person/last-traces';
import { type FaceToRead, type Learnt, open } from '../../../app/services/person/learnt';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { FakeJournal } from '../../support/fake-journal';
import {
  NOW_MS,
  readBy,
  sampleFace,
  sampleRecall,
  sampleReport,
  sampleTrace,
  ZONE,
} from '../../support/sample-entries';

const HOUR_MS = 3_600_000;
const random = randomFrom(4);

/** So many recalls of somebody who rates .4 higher than their face looks, the last one an hour ago. */
const ratedRecalls = (count: number, change: Partial<RecallEntry> = {}): readonly RecallEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const shown = 0.2 * random.normal();
    const startedAt = momentAt(NOW_MS - (count - at) * HOUR_MS, ZONE);
    const report = sampleReport(Math.round(50 * (shown + 0.4)) / 50);
    return sampleRecall({
      id: `r${count}-${at}`,
      startedAt,
      savedAt: startedAt,
      face: sampleFace(shown),
      report,
      ...change,
    });
  });

const summary = sampleFace(0).summary as FaceSummary;
/** No trace is kept of these. */
const NO_RESTS = { rests: 0, restsNeeded: 5 };
const now: FaceToRead = { summary, misread: [], mode: 'silent', startedMs: NOW_MS };

describe('what was learnt of a person', () => {
  let learnt: Learnt;
  let journal: FakeJournal;
  const keep = (entries: readonly RecallEntry[]): void => {
    journal = new FakeJournal(entries);
    learnt = open({ journal, clock: { epochMs: () => NOW_MS, monotonicMs: () => 0, zone: () => ZONE } });
  };

  it('is told of a face once it has proved better, with how many recalls taught it', async () => {
    keep(ratedRecalls(60));
    const reading = (await learnt.readingOf(now))!;
    expect(reading.recalls).to.equal(60);
    expect(reading.valence).to.be.within(summary.facialValence + 0.3, summary.facialValence + 0.5);
    const { learnt: figures, ...more } = await learnt.figures();
    expect(more).to.deep.equal({ uses: true, sinceMs: null, recalls: 60, needs: 20, ...NO_RESTS });
    expect(figures!.isBetter).to.equal(true);
    expect(figures!.errors.calibrated).to.be.below(figures!.errors.uncalibrated);
  });

  it('takes enough recalls: before, it says how many there are', async () => {
    keep(ratedRecalls(19));
    expect(await learnt.readingOf(now)).to.equal(null);
    expect(await learnt.figures()).to.deep.equal({
      uses: true,
      sinceMs: null,
      recalls: 19,
      needs: 20,
      ...NO_RESTS,
      learnt: null,
    });
    keep([]);
    expect((await learnt.figures()).recalls).to.equal(0);
  });

  it('comes from ratings before the recall alone, so none of its own is in it', async () => {
    keep(ratedRecalls(60));
    const before = await learnt.readingOf({ ...now, startedMs: NOW_MS - 20 * HOUR_MS });
    expect(before!.recalls).to.equal(40);
    expect(await learnt.readingOf({ ...now, startedMs: NOW_MS - 45 * HOUR_MS })).to.equal(null);
  });

  it('comes from faces of the same reader, not set aside, rated, and silent for a silent one', async () => {
    keep([
      ...ratedRecalls(40).map((entry) => readBy(entry, 'emotion 0') as RecallEntry),
      ...ratedRecalls(41, { faceDisputed: true }),
      ...ratedRecalls(42, { report: sampleReport(null) }),
      ...ratedRecalls(43, { mode: 'aloud' }),
    ]);
    expect(await learnt.readingOf(now)).to.equal(null);
    expect((await learnt.readingOf({ ...now, mode: 'aloud' }))!.recalls).to.equal(43);
  });

  it('is not told once the person switches it off, and is again when they switch it on', async () => {
    keep(ratedRecalls(60));
    await learnt.use(false);
    expect(await learnt.readingOf(now)).to.equal(null);
    expect((await learnt.figures()).uses).to.equal(false);
    await learnt.use(true);
    expect(await learnt.readingOf(now)).not.to.equal(null);
  });

  it('is forgotten: what was kept before teaches nothing any more, what comes after does', async () => {
    const entries = ratedRecalls(60);
    keep(entries);
    await learnt.forget();
    expect(await learnt.readingOf(now)).to.equal(null);
    expect(await learnt.figures()).to.deep.equal({
      uses: true,
      sinceMs: NOW_MS,
      recalls: 0,
      needs: 20,
      ...NO_RESTS,
      learnt: null,
    });
    expect([...journal.entries.values()], 'the entries stay as they were').to.have.deep.members([...entries]);
    const savedAt = momentAt(NOW_MS + HOUR_MS, ZONE);
    await journal.save(sampleRecall({ id: 'new', startedAt: savedAt, savedAt, hasTrace: false }), null);
    expect((await learnt.figures()).recalls).to.equal(1);
  });

  it('knows the face at rest from the last curves, and no more once it is forgotten or not to be used', async () => {
    const entries = ratedRecalls(20);
    keep(entries);
    const six = entries.slice(-6);
    for (const entry of six) await journal.save(entry, { ...sampleTrace(entry.id), entryId: entry.id });
    expect((await learnt.figures()).rests).to.equal(6);
    expect((await lastTraces({ journal })).map(({ entryId }) => entryId)).to.deep.equal(
      six.map(({ id }) => id).reverse(),
    );
    await learnt.use(false);
    expect(await lastTraces({ journal })).to.deep.equal([]);
    await learnt.use(true);
    await learnt.forget();
    expect(await lastTraces({ journal })).to.deep.equal([]);
    expect((await learnt.figures()).rests).to.equal(0);
  });

  it('follows what the person changes: a rating, or an entry they delete', async () => {
    const entries = ratedRecalls(60);
    keep(entries);
    const { valence } = (await learnt.readingOf(now))!;
    for (const entry of entries.slice(0, 30)) await journal.save({ ...entry, report: sampleReport(0.9) }, null);
    const after = await learnt.readingOf(now);
    expect(after === null || after.valence !== valence).to.equal(true);
    await journal.erase(entries.slice(0, 45).map(({ id }) => id));
    expect(await learnt.readingOf(now)).to.equal(null);
    expect((await learnt.figures()).recalls).to.equal(15);
  });
});
