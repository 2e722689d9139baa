import { expect } from 'chai';
import { STRENGTHS } from '../../../app/insights/findings/pattern';
import { PATTERN_LOOKS, patternsOf, type Sight, type Sights } from '../../../app/insights/findings/patterns';
import { NOTHING, SAMPLE_TRUTHS, type Truths } from '../../../app/insights/sample/truths';
import { dayAfterEffects } from '../../../app/insights/statistics/label-effects';
import { madeColumns, TWO_YEARS } from '../truths/journals';

const looked = (columns: Parameters<(typeof PATTERN_LOOKS)[0]>[0]) =>
  patternsOf(
    columns,
    PATTERN_LOOKS.map((look) => look(columns)),
  );
const inJournal = (seed: number, truths: Truths, days = TWO_YEARS) => looked(madeColumns(seed, days, truths));

const sight = (change: Partial<Sight> = {}): Sight => ({
  family: 'weekday',
  pattern: { kind: 'weekday', weekday: 0, effect: 0.1, low: 0, high: 0.2, n: 100 },
  p: 0.01,
  months: null,
  ...change,
});
const seen = (...sights: Sight[]): Sights[] => [{ seen: sights, needs: null }];
const columns = { wallMs: new Float64Array(3), valence: Float64Array.of(-0.3, 0, 0.3), feelings: [[], [], []] };

describe('patternsOf', () => {
  it('tells the surest of each family, the surest first, and of those as sure the largest', () => {
    const weekday = (which: number, effect: number, p: number) =>
      sight({ p, pattern: { kind: 'weekday', weekday: which, effect, low: 0, high: 1, n: 9 } });
    const part = sight({
      family: 'day-part',
      p: 0.001,
      pattern: { kind: 'day-part', part: 'evening', effect: -0.3, low: -0.5, high: -0.1, n: 9 },
    });
    const level = sight({
      family: 'level',
      p: null,
      pattern: { kind: 'level', day: '2026-11-22', before: 0, after: 0.2, n: 50 },
    });
    const { patterns } = patternsOf(columns, seen(weekday(0, 0.4, 0.5), weekday(1, 0.1, 0.02), level, part));
    expect(patterns.map(({ kind, evidence }) => [kind, evidence.strength])).to.deep.equal([
      ['day-part', 'likely'],
      ['level', 'likely'],
      ['weekday', 'likely'],
    ]);
    expect(patterns[2]).to.include({ weekday: 1 });
  });

  it('corrects for everything that was looked at', () => {
    const many = Array.from({ length: 19 }, () => sight({ family: 'day-part', p: 0.9 }));
    expect(patternsOf(columns, seen(sight())).patterns[0]!.evidence.strength).to.equal('likely');
    const among = patternsOf(columns, seen(sight(), ...many));
    expect(among.patterns.find(({ kind }) => kind === 'weekday')!.evidence.strength).to.equal('hint');
    expect(among.looked).to.equal(20);
  });

  it('says how many more entries it takes at least, where there is nothing to tell', () => {
    const waiting = (needs: number): Sights => ({ seen: [], needs });
    expect(patternsOf(columns, [waiting(7), waiting(3)])).to.deep.equal({ patterns: [], looked: 0, needs: 3 });
    expect(patternsOf(columns, [waiting(7), ...seen(sight())]).needs).to.equal(null);
    expect(looked({ wallMs: new Float64Array(), valence: new Float64Array(), feelings: [] }).patterns).to.deep.equal(
      [],
    );
  });
});

describe('the looks', () => {
  it('find what is planted in the sample journal', () => {
    const { patterns } = inJournal(1, SAMPLE_TRUTHS);
    const sure = patterns.filter(({ evidence }) => STRENGTHS.indexOf(evidence.strength) >= 2);
    expect(sure.map(({ kind }) => kind)).to.include.members(['weekday', 'neighbours', 'level']);
    const monday = patterns.find((pattern) => pattern.kind === 'weekday')!;
    expect(monday).to.include({ weekday: 0 });
    expect(monday.evidence.strength).to.equal('steady');
    const level = patterns.find((pattern) => pattern.kind === 'level')!;
    expect(level.after).to.be.above(level.before);
  });

  it('tell no correlation beyond 1, though its interval is wide where days follow each other slowly', () => {
    const days = Array.from({ length: 40 }, (_, day) => day);
    const slow = Float64Array.from(days, (day) => Math.sin(day / 5));
    const wallMs = Float64Array.from(days, (day) => day * 86_400_000 + 36_000_000);
    const { patterns } = looked({ wallMs, valence: slow, feelings: days.map(() => []) });
    const found = patterns.find((pattern) => pattern.kind === 'neighbours')!;
    expect(found.effect).to.be.within(0.8, 1);
    expect(found.high).to.equal(1);
    expect(found.low).to.be.within(-1, found.effect);
  });

  it('call at most one in twenty of what they tell likely where nothing is planted', function () {
    this.timeout(60_000);
    const told = Array.from({ length: 60 }, (_, seed) => inJournal(seed + 1, NOTHING, 365).patterns).flat();
    const likely = told.filter(({ evidence }) => STRENGTHS.indexOf(evidence.strength) >= 2);
    expect(told.length).to.be.above(200);
    expect(likely.length / told.length).to.be.at.most(0.05);
  });

  it('tell numbers that the statistics gave', () => {
    const made = madeColumns(2, 365, SAMPLE_TRUTHS);
    const labels = made.feelings.map((own) => (own.length === 0 ? null : own.map(({ name }) => name)));
    const told = looked(made).patterns.find((pattern) => pattern.kind === 'day-after')!;
    const { known } = dayAfterEffects({ wallMs: made.wallMs, labels, values: made.valence });
    const { slope, low, high, n } = known.find(({ name }) => name === told.feeling)!;
    expect(told).to.include({ effect: slope, low, high, n });
  });
});
