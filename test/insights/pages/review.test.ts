import { expect } from 'chai';
import type { Entry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import { reviewPeriod } from '../../../app/domain/moment/review-period';
import { movedBy } from '../../../app/insights/pages/most-moving';
import { ownWords } from '../../../app/insights/pages/own-words';
import { type Review, reviewOf } from '../../../app/insights/pages/review';
import { type PageRow, pageTable } from '../../../app/insights/pages/table';
import { twoPeriods } from '../../../app/insights/pages/two-periods';
import { NOTHING } from '../../../app/insights/sample/truths';
import { twoYears } from '../../../app/insights/sample/two-years';
import { dailyMeans } from '../../../app/insights/statistics/calendar';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import { isKnown } from '../../../app/statistics/needs';
import type { EntryOutline } from '../../../app/variables/outline-variables';
import { OUTLINE_VARIABLES } from '../../../app/variables/outline-variables';
import { SAMPLE_BOOK } from '../../../app/words/sample/books/en';
import { sampleCheckIn } from '../../support/sample-entries';
import { madeJournal } from '../truths/journals';

const TODAY_MS = Date.UTC(2026, 10, 29, 18);
const TODAY = Math.floor(TODAY_MS / 86_400_000);

const outlineOf = (entry: Entry): EntryOutline =>
  Object.fromEntries(
    Object.entries(OUTLINE_VARIABLES).map(([key, { read }]) => [key, read(entry)]),
  ) as unknown as EntryOutline;

const review = (entries: readonly Entry[], name: string, today = TODAY): Review =>
  reviewOf(pageTable(entries.map(outlineOf)), {
    period: reviewPeriod(name)!,
    today,
    notes: new Map(entries.map(({ id, report }) => [id, report.note])),
  });

describe('a page of the sample journal', () => {
  const entries = twoYears({
    now: momentAt(TODAY_MS, 'Europe/Berlin'),
    cues: CUE_DECK,
    words: SAMPLE_BOOK,
    appVersion: '0.1.0',
  });
  const year = review(entries, '2026');

  it('answers what a fresh reader asks of a year', () => {
    const [lowest] = year.remarks.weekdays;
    expect(lowest).to.include({ weekday: 0 });
    expect(lowest!.evidence.strength).to.be.oneOf(['likely', 'steady']);
    expect(year.together.kind).to.equal('together');
    const spring = year.changes.find(([before, after]) => after.mean > before.mean)!;
    expect(Math.abs(spring[1].from - Date.UTC(2026, 3, 10) / 86_400_000)).to.be.at.most(42);
    expect(year.remarks.tags[0]).to.include({ tag: 'a walk' });
    expect(year.remarks.tags[0]!.effect).to.be.greaterThan(0);
    expect(year.onThisDay).to.have.length.of.at.least(1);
    const ago = entries.find(({ id }) => id === year.onThisDay[0])!;
    expect(new Date(ago.startedAt.epochMs).toISOString().slice(0, 10)).to.equal('2025-11-29');
  });

  it('counts what is there, and draws each month or day of it', () => {
    const own = entries.filter(({ startedAt }) => new Date(startedAt.epochMs + 3_600_000).getUTCFullYear() === 2026);
    expect(year.entries).to.be.closeTo(own.length, 1);
    expect(year.sky).to.have.length(12);
    expect(year.sky[11]!.valence).to.equal(null);
    expect(year.days[1]).to.equal(TODAY + 1 - Date.UTC(2026, 0) / 86_400_000);
    const october = review(entries, '2026-10');
    expect(october.sky).to.have.length(31);
    expect([october.isGoingOn, year.isGoingOn]).to.deep.equal([false, true]);
    expect(october.highest!.valence! > october.lowest!.valence!).to.equal(true);
    expect(october.onThisDay).to.deep.equal([]);
    const { deviation, step } = october.steadiness!;
    const rated = october.sky.flatMap(({ valence }) => valence ?? []);
    const near = rated.filter((valence) => Math.abs(valence - october.mean!) <= deviation).length;
    expect(near / rated.length).to.be.above(0.5, 'most days');
    const steps = october.sky.flatMap(({ valence }, at) => {
      const before = october.sky[at - 1]?.valence ?? null;
      return valence === null || before === null ? [] : (valence - before) ** 2;
    });
    expect(step).to.be.closeTo(Math.sqrt(steps.reduce((sum, one) => sum + one, 0) / steps.length), 1e-9);
    expect(review(entries.slice(0, 8), '2024-12').steadiness).to.equal(null);
  });

  it('tells the memories that were rated furthest from the middle, none of them twice, and quotes notes whole', () => {
    const of = (id: string) => entries.find((entry) => entry.id === id)!;
    const titles = year.moved.map((id) => {
      const entry = of(id);
      return entry.kind === 'recall' ? entry.memory.title : null;
    });
    expect(new Set(titles).size).to.equal(5);
    const moved = year.moved.map((id) => {
      const { valence, arousal } = of(id).report;
      return movedBy({ valence: valence!.value, arousal: arousal?.value ?? Number.NaN });
    });
    expect(moved).to.deep.equal(moved.toSorted((a, b) => b - a));
    for (const { id, text } of year.quotes) expect(of(id).report.note).to.equal(text);
    expect(new Set(year.quotes.map(({ text }) => text)).size).to.equal(3);
  });

  it('of the first month says what is missing before anything can be compared', () => {
    const first = review(entries, '2024-11', TODAY);
    expect(first.before).to.include({ entries: 0, change: null });
    const second = review(entries, '2024-12');
    expect(second.before.change).to.equal(null);
    expect(second.before.needs).to.be.greaterThan(0);
    expect(second.yearAgo).to.include({ entries: 0, change: null, moved: null });
  });

  it('of a month without an entry tells nothing', () => {
    const empty = review(entries, '2020-05');
    expect(empty).to.include({ entries: 0, mean: null, highest: null, lowest: null });
    expect([empty.moved, empty.quotes, empty.feelings, empty.changes]).to.deep.equal([[], [], [], []]);
  });
});

describe('the change from one month to the next', () => {
  // Without anything planted but that days resemble their neighbours, of what pages say at most one in twenty may be called likely.
  it('is rarely called likely where there is none, and its interval mostly holds 0', () => {
    let [likely, told, held] = [0, 0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const made = madeJournal(seed, 730, { ...NOTHING, inertia: 0.4 }).map(({ entry }) => entry);
      const wallMs = Float64Array.from(made, ({ startedAt }) => startedAt.epochMs);
      const values = Float64Array.from(made, ({ report }) => report.valence?.value ?? Number.NaN);
      const all = dailyMeans(wallMs, values);
      const end = all.at.at(-1)!;
      const within = (from: number, to: number) =>
        all.values.filter((_, row) => all.at[row]! > end - from && all.at[row]! <= end - to);
      const result = twoPeriods(within(30, 0), within(60, 30), all);
      if (!isKnown(result)) continue;
      told += 1;
      if (result.p <= 0.05) likely += 1;
      if (result.low <= 0 && result.high >= 0) held += 1;
    }
    expect(told).to.equal(100);
    expect(likely / told).to.be.at.most(0.08);
    expect(held / told).to.be.within(0.92, 1);
  });

  it('needs a week of rated days on either side, and neighbours among all', () => {
    const all = { at: Float64Array.from({ length: 20 }, (_, at) => at), values: new Float64Array(20).fill(0.1) };
    expect(twoPeriods([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], all)).to.deep.equal({ needs: 1 });
    const same = twoPeriods(new Array(7).fill(0.1), new Array(7).fill(0.1), all);
    expect(same).to.include({ effect: 0, p: 1 });
    const apart = { at: Float64Array.from({ length: 20 }, (_, at) => 10 * at), values: new Float64Array(20) };
    expect(twoPeriods(new Array(7).fill(0.1), new Array(7).fill(0.2), apart)).to.deep.equal({ needs: 1 });
  });
});

describe('ownWords', () => {
  const row = (id: string, valence: number): PageRow => ({
    id,
    kind: 'check-in',
    wallMs: 0,
    day: 0,
    valence,
    arousal: 0,
    title: '',
    feelings: [],
    labels: null,
  });

  it('takes the note beside the furthest rating, then one of the other side, and none that is too short or too long', () => {
    const rows = [row('a', 0.3), row('b', 0.9), row('c', 0.8), row('d', -0.2), row('e', -0.9), row('f', 0.95)];
    const notes = new Map([
      ['a', 'A long enough note.'],
      ['b', 'The best day of all.'],
      ['c', 'The best day of all.'],
      ['d', 'Not such a good one.'],
      ['e', 'x'.repeat(400)],
      ['f', 'short'],
    ]);
    expect(ownWords(rows, notes, 3).map(({ id }) => id)).to.deep.equal(['b', 'd', 'a']);
  });
});

describe('pageTable', () => {
  it('knows no tags before the first, because nobody may have been asked', () => {
    const at = (id: string, ms: number, tags?: { kind: 'own'; name: string }[]) => {
      const entry = sampleCheckIn({ id, startedAt: momentAt(ms, 'UTC') });
      return { ...entry, report: { ...entry.report, ...(tags && { tags }) } };
    };
    const rows = pageTable([at('a', 1), at('b', 2, [{ kind: 'own', name: 'rain' }]), at('c', 3)].map(outlineOf)).rows;
    expect(rows.map(({ labels }) => labels)).to.deep.equal([null, ['rain'], []]);
  });
});
