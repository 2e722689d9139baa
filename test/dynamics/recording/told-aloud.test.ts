import { expect } from 'chai';
import type { TracePhase } from '../../../app/domain/face/trace';
import { readRecording } from '../../../app/dynamics/read-recording';
import { measuredTrace } from '../../../app/dynamics/recording/measured-trace';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { MIN_BASELINE_READINGS } from '../../../app/dynamics/summary/baseline';
import { within } from '../states/state-faces';
import { faceReading, scores } from '../summary/readings';
import { type Moves, movedFace } from '../units/moved-face';
import { moved, SMILE, speech } from '../units/speech';

const READ_BY = { models: { expression: 'emotion 1' }, backend: 'wasm' };
/** What the still model makes of an open mouth. */
const OPEN_MOUTH = scores({ surprise: 0.35 });

interface Told {
  /** How long the person talks before it, in milliseconds; 0 where the recall is silent, or the baseline was skipped. */
  readonly talkingMs?: number;
  readonly smiles?: boolean;
}

/** Three seconds at rest, a talking baseline, and 30 s told aloud, with a smile in it from 10 to 14 s if asked. */
function recorded({ talkingMs = 10_000, smiles = false }: Told = {}) {
  const recorder = new TraceRecorder('id');
  const record = (phase: TracePhase, lengthMs: number, moves: (tMs: number) => Moves | null): void => {
    recorder.begin(phase);
    for (let tMs = 0; tMs < lengthMs; tMs += 100) {
      const what = moves(tMs);
      recorder.add(faceReading({ expression: what ? OPEN_MOUTH : scores({}), measures: movedFace(what ?? {}) }), tMs);
    }
    recorder.end(lengthMs);
  };
  record('baseline', 3_000, () => null);
  record('talking', talkingMs, speech);
  record('recall', 30_000, (tMs) => moved(speech(tMs), smiles && within(tMs, [10_000, 14_000]) ? SMILE : {}));
  return recorder.finish();
}

const summaryOf = (told?: Told) => readRecording(recorded(told), READ_BY).face.summary!;
const unitsOf = (told?: Told) => [...new Set(summaryOf(told).units!.map(({ unit }) => unit))];

describe('a memory that is told aloud', () => {
  it('shows no unit that talking alone makes, a smile and an open mouth least of all', () => {
    expect(unitsOf()).to.deep.equal([]);
    expect(unitsOf({ talkingMs: 0 }), 'without the talking baseline the mouth is open').to.include('AU25');
  });

  it('shows the smile that comes with the words', () => {
    const [smile] = summaryOf({ smiles: true }).units!.filter(({ unit }) => unit === 'AU12');
    expect(smile!.onsetMs).to.be.closeTo(10_000, 500);
    expect(smile!.offsetMs).to.be.closeTo(14_000, 500);
  });

  it('takes an open mouth for no expression: scores stand out from those of talking', () => {
    expect(summaryOf().peaks).to.deep.equal([]);
    expect(summaryOf({ talkingMs: 0 }).peaks.length).to.be.greaterThan(0);
    const few = 100 * (MIN_BASELINE_READINGS - 1);
    expect(summaryOf({ talkingMs: few }).peaks.length, 'too few readings of talking').to.be.greaterThan(0);
    expect(summaryOf({ talkingMs: few + 100 }).peaks).to.deep.equal([]);
  });

  it('has the talking as a phase of its own, which is no part of the recall and is fused as it is', () => {
    const { trace, face } = readRecording(recorded(), READ_BY);
    expect(trace.segments.map(({ phase }) => phase)).to.deep.equal(['baseline', 'talking', 'recall']);
    expect(face.summary!.recallMs).to.equal(30_000);
    expect(face.summary!.readings).to.equal(300);
    expect([...trace.fused!].some(Number.isNaN)).to.equal(false);
    expect(measuredTrace(trace)!.talking).to.have.length(100);
  });
});
