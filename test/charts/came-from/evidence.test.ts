import { expect } from 'chai';
import { evidenceOf, LEANS } from '../../../app/charts/came-from/evidence';
import type { UnitEvent } from '../../../app/domain/face/action-unit';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import type { Trace } from '../../../app/domain/face/trace';
import { movingTrace } from '../../support/moving-trace';

const RECALL_MS = 20_000;
const BASELINE_ROWS = 20;

/** A recall of 20 s, ten readings a second, of these facial valences by second; NaN for a second in which the face was covered. */
function traceOf(valenceAt: (second: number) => number, change: (trace: Trace) => void = () => undefined): Trace {
  const trace = movingTrace(RECALL_MS, () => ({}));
  for (let row = BASELINE_ROWS; row < trace.tMs.length; row++) {
    const valence = valenceAt(Math.floor((row - BASELINE_ROWS) / 10));
    trace.facialValence[row] = valence;
    if (Number.isNaN(valence)) trace.pose.fill(Number.NaN, 3 * row, 3 * row + 3);
    trace.expression.fill(0, 8 * row, 8 * row + 8);
    trace.expression[8 * row + EXPRESSIONS.indexOf(valence > LEANS ? 'happiness' : 'neutral')] = 1;
  }
  change(trace);
  return trace;
}

const smile: UnitEvent = { unit: 'AU12', onsetMs: 4200, apexMs: 5000, offsetMs: 8000, strength: 1.5, side: null };
const frown: UnitEvent = { unit: 'AU4', onsetMs: 15_000, apexMs: 15_500, offsetMs: 16_000, strength: 1.1, side: null };

describe('what a reading came from', () => {
  it('names the stretch that weighed most, with its part, its expression and what moved in it', () => {
    const { slices, weighty } = evidenceOf(
      traceOf((second) => (second >= 4 && second < 8 ? 0.8 : 0.05)),
      [smile, frown],
      [],
    );
    expect(slices).to.have.length(20);
    expect(weighty).to.have.length(1);
    const [one] = weighty;
    expect([one!.fromMs, one!.toMs, one!.expression]).to.deep.equal([4000, 8000, 'happiness']);
    expect(one!.part).to.be.closeTo((4 * 0.8) / (4 * 0.8 + 16 * 0.05), 1e-6);
    expect(one!.movements.map(({ name }) => name)).to.deep.equal(['smile']);
    expect(slices.reduce((sum, { part }) => sum + part, 0)).to.be.closeTo(1, 1e-9);
  });

  it('tells both sides apart, names three at most, by time, and none that leans too little', () => {
    const at = (second: number): number => [0.9, -0.5, 0.9, 0.02, 0.4, 0.02][second] ?? 0;
    const { weighty } = evidenceOf(traceOf(at), [], []);
    expect(weighty.map(({ fromMs }) => fromMs)).to.deep.equal([0, 1000, 2000]);
    expect(
      evidenceOf(
        traceOf(() => LEANS - 0.01),
        [],
        [],
      ).weighty,
    ).to.deep.equal([]);
    expect(
      evidenceOf(
        traceOf(() => LEANS + 0.01),
        [],
        [],
      ).weighty,
    ).to.have.length(1);
  });

  it('tells what has no part in it, and why', () => {
    const trace = traceOf(
      (second) => (second === 9 ? Number.NaN : 0.5),
      ({ presence, pose }) => {
        for (let row = BASELINE_ROWS + 20; row < BASELINE_ROWS + 40; row++) presence[row] = 0.1;
        for (let row = BASELINE_ROWS + 120; row < BASELINE_ROWS + 130; row++) pose[3 * row] = 1;
      },
    );
    expect(evidenceOf(trace, [], []).leftOut).to.deep.equal([
      { fromMs: 2000, toMs: 4000, why: 'no-face' },
      { fromMs: 9000, toMs: 10_000, why: 'unsure' },
      { fromMs: 12_000, toMs: 13_000, why: 'turned' },
    ]);
    const unread = { ...trace, segments: [trace.segments[0]!, { ...trace.segments[1]!, endMs: 24_000 }] };
    expect(evidenceOf(unread, [], []).leftOut.at(-1)).to.deep.equal({ fromMs: 20_000, toMs: 22_000, why: 'unread' });
  });

  it('counts no movement that was marked as misread', () => {
    const { onsetMs, offsetMs } = smile;
    const found = evidenceOf(
      traceOf(() => 0.5),
      [smile, frown],
      [{ unit: 'AU12', onsetMs, offsetMs }],
    );
    expect(found.weighty[0]!.movements.map(({ name }) => name)).to.deep.equal(['brows-down']);
    expect(found.misread.map(({ name }) => name)).to.deep.equal(['smile']);
  });

  it('keeps a long recall, and one that cannot be true, to so many slices as can be told apart', () => {
    const trace = traceOf(() => 0.5);
    const long = { ...trace, segments: [trace.segments[0]!, { ...trace.segments[1]!, endMs: 1e12 }] };
    expect(evidenceOf(long, [], []).slices).to.have.length(120);
    expect(evidenceOf({ ...trace, segments: [] }, [], []).slices).to.deep.equal([]);
  });
});
