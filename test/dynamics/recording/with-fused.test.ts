import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { faceOfRow, phaseRows, stillOfRow } from '../../../app/domain/face/phase-rows';
import type { Trace } from '../../../app/domain/face/trace';
import { readRecording } from '../../../app/dynamics/read-recording';
import { measuredTrace, SMILING } from '../../../app/dynamics/recording/measured-trace';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { FUSION, withFused } from '../../../app/dynamics/recording/with-fused';
import { MIN_BASELINE_READINGS } from '../../../app/dynamics/summary/baseline';
import { faceReading, noFace, scores } from '../summary/readings';
import { movedFace } from '../units/moved-face';

const AT_REST = scores({ anger: 0.2 });
const FROWN = movedFace({ brow_inner: -0.4, brow_outer: -0.4, lid_lower: 0.08 });

/** A baseline of so many readings at rest, then a recall of 25 s with lowered brows in all of it but its first reading. */
function recorded(atRest: number, frown = FROWN) {
  const recorder = new TraceRecorder('id');
  recorder.begin('baseline');
  for (let at = 0; at < atRest; at += 1) {
    recorder.add(faceReading({ expression: AT_REST, measures: movedFace() }), 100 * at);
  }
  recorder.end(3000);
  recorder.begin('recall');
  recorder.add(noFace(), 0);
  for (let at = 1; at < 250; at += 1) recorder.add(faceReading({ expression: AT_REST, measures: frown }), 100 * at);
  recorder.end(25_000);
  return recorder.finish();
}
const fused = (trace: Trace) => withFused(trace, measuredTrace(trace));
const angerAt = (trace: Trace, row: number) => faceOfRow(trace, row).expression.anger;
const recallRow = (trace: Trace) => phaseRows(trace, 'recall')[0]!.rows[5]!;

describe('the fused expressions of a recording', () => {
  it('stand beside those of the still model, which stay as they were', () => {
    const trace = fused(recorded(30).trace);
    const row = recallRow(trace);
    expect(stillOfRow(trace, row).anger).to.be.closeTo(0.2, 1e-6);
    expect(angerAt(trace, row)).to.be.greaterThan(0.5);
    expect(angerAt(trace, 3)).to.be.closeTo(0.2, 1e-6, 'at rest nothing moved');
    expect(trace.fused).to.have.length(trace.tMs.length * EXPRESSIONS.length);
  });

  it('need a baseline: without one the still model stands alone', () => {
    const enough = fused(recorded(MIN_BASELINE_READINGS).trace);
    const tooFew = fused(recorded(MIN_BASELINE_READINGS - 1).trace);
    expect(angerAt(enough, recallRow(enough))).to.be.greaterThan(0.5);
    expect(angerAt(tooFew, recallRow(tooFew))).to.be.closeTo(0.2, 1e-6);
    expect([...tooFew.fused!].every(Number.isNaN)).to.equal(true);
  });

  it('take no smile for rest: what follows a smile is not sadness', () => {
    const smile = movedFace({ corner_out: 0.8, corner_up: 0.4, mouth_curve: 0.45 });
    const after = (happiness: number) => {
      const recorder = new TraceRecorder('id');
      recorder.begin('baseline');
      for (let at = 0; at < 40; at += 1) {
        const smiles = at % 4 !== 0;
        const expression = scores(smiles ? { happiness } : { sadness: 0.3 });
        recorder.add(faceReading({ expression, measures: smiles ? smile : movedFace() }), 100 * at);
      }
      recorder.end(4000);
      recorder.begin('recall');
      for (let at = 0; at < 20; at += 1) {
        recorder.add(faceReading({ expression: scores({ sadness: 0.3 }), measures: movedFace() }), 100 * at);
      }
      recorder.end(2000);
      const trace = fused(recorder.finish().trace);
      return faceOfRow(trace, recallRow(trace)).expression.sadness;
    };
    expect(after(SMILING)).to.be.closeTo(0.3, 1e-6, 'ten of the forty readings are of a face at rest');
    expect(after(SMILING - 0.01)).to.be.greaterThan(0.5, 'not a smile: it counts as how the face is');
  });

  it('are NaN where there was no face', () => {
    const trace = fused(recorded(30).trace);
    const row = phaseRows(trace, 'recall')[0]!.rows[0]!;
    expect(faceOfRow(trace, row).hasFace).to.equal(false);
    expect(angerAt(trace, row)).to.be.NaN;
  });

  it('are what the summary tells, which says that they were fused', () => {
    const readBy = { models: { expression: 'emotion 1' }, backend: 'wasm' };
    const { summary } = readRecording(recorded(30), readBy).face;
    expect(summary!.expression.anger).to.be.greaterThan(0.5);
    expect(summary!.models).to.deep.equal({ expression: 'emotion 1', fusion: FUSION });
    const alone = readRecording(recorded(0), readBy).face.summary!;
    expect(alone.expression.anger).to.be.closeTo(0.2, 1e-6);
    expect(alone.models).to.deep.equal(readBy.models);
  });
});
