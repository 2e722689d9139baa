import { expect } from 'chai';
import fc from 'fast-check';
import { EXPRESSIONS, type ExpressionScores } from '../../../app/domain/face/expression';
import { type FaceReading, type FrameReading, USABLE_PITCH, USABLE_YAW } from '../../../app/domain/face/face-reading';
import { type FaceOutcome, USABLE_MS_NEEDED } from '../../../app/domain/face/face-summary';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { FUSION } from '../../../app/dynamics/recording/with-fused';
import { findTurn, MIN_SIDE_MS, MIN_TURN } from '../../../app/dynamics/summary/face-turn';
import { MIN_READINGS_PER_SECOND } from '../../../app/dynamics/summary/phase-readings';
import { SEVERAL_FACES_SHARE, summariseFace } from '../../../app/dynamics/summary/summarise-face';
import { faceReading, noFace, phase, repeat, scores } from './readings';

const READ_BY = { models: { expression: 'emotion 1' }, backend: 'wasm' };

/** A session: two seconds of still baseline, then a recall with one reading every `everyMs`. */
function outcome(recall: readonly FrameReading[], timing: { everyMs?: number; recallMs?: number } = {}): FaceOutcome {
  const everyMs = timing.everyMs ?? 100;
  const recallMs = timing.recallMs ?? recall.length * everyMs;
  const recorder = new TraceRecorder('id');
  recorder.begin('baseline');
  for (let i = 0; i < 20; i++) recorder.add(faceReading(), i * 100);
  recorder.end(2_000);
  recorder.begin('recall');
  for (const [i, reading] of recall.entries()) recorder.add(reading, i * everyMs);
  recorder.end(recallMs);
  return summariseFace(recorder.finish(), READ_BY);
}

const reasonOf = (result: FaceOutcome): string | null => (result.summary ? null : result.reason);
const pose = (change: Partial<FaceReading['pose']>) => ({
  pose: { yaw: 0, pitch: 0, roll: 0, distanceCm: 40, ...change },
});

describe('summariseFace', () => {
  it('gives a still face its summary: nothing visible is a normal outcome', () => {
    const { summary } = outcome(repeat(450, faceReading()));
    expect(summary).to.include({
      facialValence: 0,
      facialValenceHalfWidth: 0,
      usableShare: 1,
      readings: 450,
      turn: null,
    });
    expect(summary?.usableMs).to.be.closeTo(45_000, 1e-6);
    expect(summary?.recallMs).to.equal(45_000);
    expect(summary?.expression.neutral).to.equal(1);
    expect(summary?.peaks).to.deep.equal([]);
    expect(summary?.mixed).to.deep.equal([]);
    expect(summary?.states).to.deep.include({ blinks: { count: 0, perMinute: 0, meanMs: null }, closedShare: null });
    expect(summary?.states?.stretches.quiet).to.have.length(1);
    expect(summary?.backend).to.equal(READ_BY.backend);
    expect(summary?.models).to.deep.equal({ ...READ_BY.models, fusion: FUSION });
  });

  it('keeps how the eyes closed and where they looked, as states', () => {
    const eyes = (openness: number) => ({ openness, iris: [0.5, 0.4] as const });
    const shut = faceReading({ eyes: { left: eyes(0.05), right: eyes(0.05) } });
    const down = faceReading({ gaze: 'down' });
    const { summary } = outcome([
      ...repeat(200, faceReading()),
      ...repeat(50, shut),
      ...repeat(50, down),
      faceReading(),
    ]);
    expect(summary?.states?.stretches['eyes-closed']).to.deep.equal([{ onsetMs: 20_000, offsetMs: 25_000 }]);
    expect(summary?.states?.stretches['gaze-down']).to.deep.equal([{ onsetMs: 25_000, offsetMs: 30_000 }]);
  });

  it('means over the usable readings of the recall only', () => {
    const glad = faceReading({ expression: scores({ happiness: 0.5 }) });
    const away = faceReading({ expression: scores({ anger: 1 }), ...pose({ yaw: 1 }) });
    const { summary } = outcome([...repeat(220, glad), ...repeat(55, away)]);
    expect(summary?.expression.happiness).to.be.closeTo(0.5, 1e-6);
    expect(summary?.expression.anger).to.equal(0);
    expect(summary?.facialValence).to.be.closeTo(0.5, 1e-6);
    expect(summary?.baselineFacialValence).to.equal(0);
    expect(summary?.usableShare).to.be.closeTo(0.8, 1e-12);
    expect(summary?.usableMs).to.be.closeTo(22_000, 1e-6);
  });

  it('counts a head turned up to the limits and none beyond', () => {
    for (const at of [pose({ yaw: USABLE_YAW }), pose({ yaw: -USABLE_YAW }), pose({ pitch: USABLE_PITCH })]) {
      expect(reasonOf(outcome(repeat(250, faceReading(at))))).to.equal(null);
    }
    for (const past of [pose({ yaw: USABLE_YAW + 1e-6 }), pose({ pitch: -USABLE_PITCH - 1e-6 })]) {
      expect(outcome(repeat(250, faceReading(past)))).to.deep.equal({
        summary: null,
        reason: 'too-little-usable',
        usableMs: 0,
        usableShare: 0,
      });
    }
  });

  it('needs twenty usable seconds, no matter how long the recall was', () => {
    expect(reasonOf(outcome(repeat(200, faceReading())))).to.equal(null);
    expect(reasonOf(outcome(repeat(199, faceReading())))).to.equal('too-little-usable');
    expect(reasonOf(outcome(repeat(150, faceReading())))).to.equal('too-little-usable');
    const mostlyAway = [...repeat(199, faceReading()), ...repeat(1_000, faceReading(pose({ yaw: 1 })))];
    const result = outcome(mostlyAway);
    expect(reasonOf(result)).to.equal('too-little-usable');
    expect(!result.summary && result.usableMs).to.be.closeTo(USABLE_MS_NEEDED - 100, 1e-6);
  });

  it('tells no face from too little of one', () => {
    expect(reasonOf(outcome(repeat(450, noFace())))).to.equal('no-face');
    expect(reasonOf(outcome([...repeat(449, noFace()), faceReading()]))).to.equal('too-little-usable');
  });

  it('refuses when another face was there most of the time', () => {
    const two = faceReading({ facesSeen: 2 });
    const half = 450 * SEVERAL_FACES_SHARE;
    expect(reasonOf(outcome([...repeat(half, two), ...repeat(450 - half, faceReading())]))).to.equal(null);
    expect(reasonOf(outcome([...repeat(half + 1, two), ...repeat(449 - half, faceReading())]))).to.equal(
      'several-faces',
    );
  });

  it('counts no reading of a face that may be another', () => {
    const other = faceReading({ doubt: 'whose', expression: scores({ happiness: 1 }) });
    const mixed = outcome([...repeat(225, faceReading()), ...repeat(225, other)]);
    expect(mixed.summary?.facialValence).to.equal(0);
    expect(mixed.summary?.usableShare).to.equal(0.5);
    expect(reasonOf(outcome(repeat(450, other)))).to.equal('too-little-usable');
  });

  it('refuses a device that reads less than three times a second, and takes one that just does', () => {
    const everyMs = 1_000 / MIN_READINGS_PER_SECOND;
    const just = outcome(repeat(135, faceReading()), { everyMs: everyMs - 1e-3, recallMs: 45_000 });
    expect(reasonOf(just)).to.equal(null);
    expect(just.summary?.usableMs).to.be.closeTo(45_000, 50);
    expect(reasonOf(outcome(repeat(134, faceReading()), { everyMs, recallMs: 45_000 }))).to.equal('too-few-readings');
    expect(reasonOf(outcome([], { recallMs: 45_000 }))).to.equal('too-few-readings');
  });

  it('does not claim the time in which nothing was read', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('recall');
    for (let i = 0; i < 150; i++) recorder.add(faceReading(), i * 100);
    recorder.end(45_000);
    const result = summariseFace(recorder.finish(), READ_BY);
    expect(reasonOf(result)).to.equal('too-little-usable');
    expect(!result.summary && result.usableMs).to.be.lessThan(15_300);
  });

  it('has no camera to speak of where no recall was recorded', () => {
    expect(reasonOf(summariseFace(new TraceRecorder('id').finish(), READ_BY))).to.equal('no-camera');
    expect(reasonOf(outcome([], { recallMs: 0 }))).to.equal('no-camera');
  });

  it('has no baseline valence and no peaks without a baseline', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('recall');
    for (let i = 0; i < 300; i++)
      recorder.add(faceReading({ expression: scores({ happiness: i < 150 ? 0 : 0.9 }) }), i * 100);
    recorder.end(30_000);
    const { summary } = summariseFace(recorder.finish(), READ_BY);
    expect(summary?.baselineFacialValence).to.equal(null);
    expect(summary?.peaks).to.deep.equal([]);
    expect(summary?.turn?.atMs).to.equal(15_000);
  });

  it('stays inside its bounds and ignores order for its means', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    const reading = weights.map((raw) => {
      const total = raw.reduce((sum, value) => sum + value, 0);
      const pairs = EXPRESSIONS.map((name, i) => [name, raw[i]! / total]);
      return faceReading({ expression: Object.fromEntries(pairs) as ExpressionScores });
    });
    const recall = fc.array(fc.oneof({ weight: 9, arbitrary: reading }, fc.constant(noFace())), {
      minLength: 260,
      maxLength: 300,
    });
    fc.assert(
      fc.property(recall, (readings) => {
        const there = outcome(readings);
        const back = outcome([...readings].reverse());
        expect(reasonOf(there)).to.equal(reasonOf(back));
        if (!there.summary || !back.summary) return;
        const sum = EXPRESSIONS.reduce((total, name) => total + there.summary.expression[name], 0);
        expect(sum).to.be.closeTo(1, 1e-9);
        expect(there.summary.facialValence).to.be.within(-1, 1);
        expect(there.summary.usableShare).to.be.within(0, 1);
        expect(there.summary.usableMs).to.be.within(0, there.summary.recallMs + 1e-6);
        expect(there.summary.facialValence).to.be.closeTo(back.summary.facialValence, 1e-9);
        for (const name of EXPRESSIONS) {
          expect(there.summary.expression[name]).to.be.closeTo(back.summary.expression[name], 1e-9);
        }
        for (const peak of there.summary.peaks) {
          expect(peak.onsetMs).to.be.at.most(peak.apexMs);
          expect(peak.apexMs).to.be.at.most(peak.offsetMs);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('findTurn', () => {
  const side = MIN_SIDE_MS / 100;

  it('finds when the face turned, and from what to what', () => {
    const turn = findTurn(phase([...repeat(100, { sadness: 0.6 }), ...repeat(80, { happiness: 0.7 })]));
    expect(turn).to.deep.include({ atMs: 10_000, from: 'sadness', to: 'happiness' });
    expect(turn?.fromValence).to.be.closeTo(-0.6, 1e-9);
    expect(turn?.toValence).to.be.closeTo(0.7, 1e-9);
  });

  it('needs both sides to last', () => {
    expect(findTurn(phase([...repeat(100, {}), ...repeat(side, { happiness: 0.9 })]))?.to).to.equal('happiness');
    expect(
      findTurn(phase([...repeat(100, {}), ...repeat(side / 2, { happiness: 0.9 }), ...repeat(side, {})])),
    ).to.equal(null);
  });

  it('needs the change to be clear, and to another expression', () => {
    const to = (happiness: number) =>
      findTurn(phase([...repeat(100, { sadness: 0.51 }), ...repeat(100, { happiness })]));
    expect(to(0.51)).not.to.equal(null);
    const within = (rise: number) =>
      findTurn(phase([...repeat(100, { happiness: 0.2, surprise: 0.45 }), ...repeat(100, { happiness: 0.2 + rise })]));
    expect(within(MIN_TURN + 0.01)?.to).to.equal('happiness');
    expect(within(MIN_TURN - 0.01)).to.equal(null);
    expect(findTurn(phase([...repeat(100, { happiness: 0.55 }), ...repeat(100, { happiness: 1 })]))).to.equal(null);
  });

  it('finds none in a face that went to and fro, or stood still', () => {
    const waves = Array.from({ length: 40 }, (_, i) =>
      repeat(10, i % 2 ? { happiness: 0.8 } : { sadness: 0.6 }),
    ).flat();
    expect(findTurn(phase(waves))).to.equal(null);
    expect(findTurn(phase(repeat(300, {})))).to.equal(null);
    expect(findTurn([])).to.equal(null);
  });
});
