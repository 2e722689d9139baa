import { expect } from 'chai';
import { USABLE_PITCH, USABLE_YAW } from '../../../app/domain/face/face-reading';
import { faceOfRow, phaseLengthMs, phaseOfRow, phaseRows } from '../../../app/domain/face/phase-rows';
import { traceOf } from '../../charts/traces';

const calm = { neutral: 1 };

describe('the rows of a phase', () => {
  const trace = traceOf(
    [500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_999, 4_000].map((tMs) => ({ tMs, scores: calm })),
    [
      { phase: 'baseline', startMs: 0, endMs: 1_000 },
      { phase: 'recall', startMs: 1_000, endMs: 2_000 },
      { phase: 'recall', startMs: 3_000, endMs: 4_000 },
    ],
  );

  it('are those from the beginning of each of its segments to before its end', () => {
    const found = phaseRows(trace, 'recall').map(({ beforeMs, rows }) => ({ beforeMs, rows }));
    expect(found).to.deep.equal([
      { beforeMs: 0, rows: [1, 2] },
      { beforeMs: 1_000, rows: [5, 6] },
    ]);
    expect(phaseRows(trace, 'baseline').map(({ rows }) => rows)).to.deep.equal([[0]]);
    expect([phaseLengthMs(trace.segments, 'recall'), phaseLengthMs(trace.segments, 'baseline')]).to.deep.equal([
      2_000, 1_000,
    ]);
  });

  it('are told row by row as well', () => {
    expect([...trace.tMs.keys()].map((row) => phaseOfRow(trace, row))).to.deep.equal([
      'baseline',
      'recall',
      'recall',
      null,
      null,
      'recall',
      'recall',
      null,
    ]);
  });

  it('are none where the phase never was', () => {
    expect(phaseRows(traceOf([]), 'baseline')).to.deep.equal([]);
    expect(phaseLengthMs([], 'recall')).to.equal(0);
  });
});

describe('the face of a row', () => {
  it('is usable up to the angles themselves, which float32 rounds up', () => {
    const trace = traceOf([
      { tMs: 0, scores: calm, yaw: USABLE_YAW },
      { tMs: 100, scores: calm, yaw: -USABLE_YAW - 1e-6 },
      { tMs: 200, scores: calm },
      { tMs: 300, scores: null },
    ]);
    trace.pose[2 * 3 + 1] = USABLE_PITCH;
    const faces = [0, 1, 2, 3].map((row) => faceOfRow(trace, row));
    expect(faces.map(({ usable }) => usable)).to.deep.equal([true, false, true, false]);
    expect(faces.map(({ hasFace }) => hasFace)).to.deep.equal([true, true, true, false]);
    expect(faces[0]!.expression).to.include({ neutral: 1, happiness: 0 });
    expect(faces[3]!.facialValence).to.be.NaN;
  });

  it('is not usable where it has no number, whatever its presence says', () => {
    const trace = traceOf([{ tMs: 0, scores: calm }]);
    trace.facialValence[0] = Number.NaN;
    expect(faceOfRow(trace, 0).usable).to.equal(false);
  });
});
