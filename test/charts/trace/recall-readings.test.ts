import { expect } from 'chai';
import { recallReadings } from '../../../app/charts/trace/recall-readings';
import { USABLE_YAW } from '../../../app/domain/face/face-reading';
import { phaseLengthMs } from '../../../app/domain/face/phase-rows';
import { traceOf } from '../traces';

const calm = { neutral: 1 };

describe('recallReadings', () => {
  it('leaves out baseline and pause, and counts from the beginning of the recall', () => {
    const samples = [500, 1_000, 1_500, 2_500, 3_000, 3_999].map((tMs) => ({ tMs, scores: calm }));
    const trace = traceOf(samples, [
      { phase: 'baseline', startMs: 0, endMs: 1_000 },
      { phase: 'recall', startMs: 1_000, endMs: 2_000 },
      { phase: 'recall', startMs: 3_000, endMs: 4_000 },
    ]);
    expect(recallReadings(trace).map(({ tMs }) => tMs)).to.deep.equal([0, 500, 1_000, 1_999]);
    expect(phaseLengthMs(trace.segments, 'recall')).to.equal(2_000);
  });

  it('calls a reading readable with a face that looks this way, up to the limit', () => {
    const samples = [
      { tMs: 0, scores: calm, yaw: USABLE_YAW },
      { tMs: 100, scores: calm, yaw: USABLE_YAW + 0.01 },
      { tMs: 200, scores: null },
    ];
    expect(recallReadings(traceOf(samples)).map(({ readable }) => readable)).to.deep.equal([true, false, false]);
  });

  it('is empty where nothing was recalled', () => {
    expect(recallReadings(traceOf([]))).to.deep.equal([]);
  });
});
