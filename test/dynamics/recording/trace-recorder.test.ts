import { expect } from 'chai';
import fc from 'fast-check';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { faceReading, noFace, scores } from '../summary/readings';

const record = (elapsed: readonly number[], endMs = 10_000) => {
  const recorder = new TraceRecorder('id');
  recorder.begin('recall');
  for (const ms of elapsed) recorder.add(faceReading(), ms);
  recorder.end(endMs);
  return recorder.finish().trace;
};

describe('TraceRecorder', () => {
  it('keeps the first reading of each tenth of a second', () => {
    expect([...record([0, 33, 66, 100, 133, 199.9, 200, 350]).tMs]).to.deep.equal([0, 100, 200, 350]);
  });

  it('wants what it would keep, and nothing while no segment is open', () => {
    const recorder = new TraceRecorder('id');
    expect(recorder.wants(0)).to.equal(false);
    recorder.begin('recall');
    expect([-1, 0].map((ms) => recorder.wants(ms))).to.deep.equal([false, true]);
    recorder.add(faceReading(), 50);
    expect([99, 100].map((ms) => recorder.wants(ms))).to.deep.equal([false, true]);
    recorder.end(200);
    expect(recorder.wants(300)).to.equal(false);
  });

  it('writes columns of one length in the order of the expressions', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('baseline');
    recorder.add(
      faceReading({
        expression: scores({ happiness: 0.75 }),
        facialValence: 0.75,
        pose: { yaw: 0.5, pitch: -0.25, roll: 0.125, distanceCm: 50 },
        eyes: { left: { openness: 0.25, iris: [0, 0] }, right: { openness: 0.5, iris: [0, 0] } },
      }),
      5,
    );
    recorder.add(noFace(0.25), 105);
    recorder.end(1_000);
    const { trace } = recorder.finish();
    expect(trace.entryId).to.equal('id');
    expect(trace.segments).to.deep.equal([{ phase: 'baseline', startMs: 0, endMs: 1_000 }]);
    expect([...trace.expression.slice(0, 8)]).to.deep.equal([0.25, 0.75, 0, 0, 0, 0, 0, 0]);
    expect([...trace.pose.slice(0, 3)]).to.deep.equal([0.5, -0.25, 0.125]);
    expect([...trace.eyeOpenness.slice(0, 2)]).to.deep.equal([0.25, 0.5]);
    expect(trace.presence[1]).to.equal(0.25);
    for (const column of [trace.expression.slice(8), trace.pose.slice(3), trace.facialValence.slice(1)]) {
      expect([...column].every(Number.isNaN)).to.equal(true);
    }
  });

  it('takes a face below the presence threshold for no face, and one on it for a face', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('recall');
    recorder.add(faceReading({ presence: 0.499 }), 0);
    recorder.add(faceReading({ presence: 0.5 }), 100);
    recorder.end(200);
    const { trace } = recorder.finish();
    expect(trace.facialValence[0]).to.be.NaN;
    expect(trace.facialValence[1]).to.equal(0);
  });

  it('lets segments follow each other without a gap, and drops what belongs to none', () => {
    const recorder = new TraceRecorder('id');
    recorder.add(faceReading(), 0);
    recorder.begin('baseline');
    recorder.add(faceReading(), -1);
    recorder.add(faceReading(), 50);
    recorder.add(faceReading(), 1_500);
    recorder.end(1_000);
    recorder.add(faceReading(), 20);
    recorder.begin('recall');
    expect(recorder.hasRecall).to.equal(true);
    recorder.add(faceReading(), 10);
    recorder.end(500);
    recorder.begin('recall');
    recorder.add(faceReading(), 10);
    recorder.end(500);
    const { trace } = recorder.finish();
    expect(trace.segments.map(({ phase, startMs, endMs }) => [phase, startMs, endMs])).to.deep.equal([
      ['baseline', 0, 1_000],
      ['recall', 1_000, 1_500],
      ['recall', 1_500, 2_000],
    ]);
    expect([...trace.tMs]).to.deep.equal([50, 1_010, 1_510]);
  });

  it('takes a phase again from its beginning, and keeps what came before it', () => {
    const recorder = new TraceRecorder('id');
    for (const phase of ['baseline', 'talking', 'talking'] as const) {
      recorder.begin(phase);
      for (const ms of [0, 400, 800]) recorder.add(faceReading(), ms);
      recorder.end(1_000);
    }
    recorder.takeAgain('recall');
    expect(recorder.endMs, 'nothing of it is there').to.equal(3_000);
    recorder.takeAgain('talking');
    expect([...recorder.finish().trace.tMs]).to.deep.equal([0, 400, 800]);
    recorder.begin('talking');
    recorder.add(faceReading(), 100);
    recorder.end(500);
    const { trace } = recorder.finish();
    expect([...trace.tMs]).to.deep.equal([0, 400, 800, 1_100]);
    expect(trace.segments.map(({ phase, startMs, endMs }) => [phase, startMs, endMs])).to.deep.equal([
      ['baseline', 0, 1_000],
      ['talking', 1_000, 1_500],
    ]);
    recorder.takeAgain('baseline');
    expect(recorder.finish().trace.segments).to.deep.equal([]);
  });

  it('forgets everything when a session is withdrawn', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('baseline');
    recorder.add(faceReading(), 10);
    recorder.clear();
    expect(recorder.finish().trace.tMs.length).to.equal(0);
    expect(recorder.finish().trace.segments).to.deep.equal([]);
    expect(recorder.hasRecall).to.equal(false);
  });

  it('counts several faces over the recall alone', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('baseline');
    recorder.add(faceReading({ facesSeen: 3 }), 0);
    recorder.end(1_000);
    recorder.begin('recall');
    recorder.add(faceReading({ facesSeen: 2 }), 0);
    for (const ms of [100, 200, 300]) recorder.add(faceReading(), ms);
    recorder.add(noFace(), 400);
    recorder.end(1_000);
    expect(recorder.finish().severalFacesShare).to.equal(0.25);
  });

  it('does not count people far behind among several faces: they are never taken for the person', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('recall');
    recorder.add(faceReading({ facesSeen: 3, facesBehind: 2 }), 0);
    recorder.add(faceReading({ facesSeen: 3, facesBehind: 1 }), 100);
    recorder.end(1_000);
    expect(recorder.finish().severalFacesShare).to.equal(0.5);
  });

  it('keeps that there was a face, and nothing of what a doubtful one said', () => {
    const recorder = new TraceRecorder('id');
    recorder.begin('recall');
    recorder.add(faceReading({ doubt: 'whose', facesSeen: 2 }), 0);
    recorder.add(faceReading(), 100);
    recorder.end(1_000);
    const { trace, severalFacesShare } = recorder.finish();
    expect([...trace.presence]).to.deep.equal([Math.fround(0.99), Math.fround(0.99)]);
    expect([...trace.facialValence].map(Number.isNaN)).to.deep.equal([true, false]);
    expect(severalFacesShare).to.equal(0.5);
  });

  it('never keeps more than ten a second, always ascending, always inside its segment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 20_000, noNaN: true }), { maxLength: 300 }),
        fc.double({ min: 1, max: 15_000, noNaN: true }),
        (times, endMs) => {
          const trace = record(times, endMs);
          const kept = [...trace.tMs];
          kept.forEach((tMs, i) => {
            expect(tMs).to.be.within(0, endMs);
            if (i > 0) expect(tMs).to.be.greaterThan(kept[i - 1]!);
          });
          expect(new Set(kept.map((tMs) => Math.floor(tMs / 100))).size).to.equal(kept.length);
          expect(trace.expression.length).to.equal(kept.length * EXPRESSIONS.length);
          expect(trace.pose.length).to.equal(kept.length * 3);
          expect(trace.eyeOpenness.length).to.equal(kept.length * 2);
        },
      ),
    );
  });
});
