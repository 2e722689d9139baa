import { expect } from 'chai';
import type { ActionUnit, UnitEvent } from '../../../app/domain/face/action-unit';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import type { FaceReading, FrameReading } from '../../../app/domain/face/face-reading';
import type { FaceSummary } from '../../../app/domain/face/face-summary';
import { readRecording } from '../../../app/dynamics/read-recording';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { VisionClient } from '../../../app/vision/client';
import { Participant } from '../../../models/tools/participant/participant';
import { perform } from '../../../models/tools/participant/perform';
import { RISE_MS } from '../../../models/tools/participant/script';
import { BASELINE_MS, EVERYTHING } from '../../../models/tools/participant/scripts';

/** A unit is told of within so long of being half there, in milliseconds. */
const TOLERANCE_MS = 300;

/** A drawn person before the camera, read by the worker on wasm, recorded and summed up as a recall is. */
describe('a drawn participant', function () {
  this.timeout(300_000);
  const client = new VisionClient({ baseUrl: `${location.origin}/` });
  let readings: FrameReading[];
  let summary: FaceSummary;

  before(async () => {
    await client.open({ backend: 'wasm' });
    readings = await perform(await Participant.create(), client, EVERYTHING);
    summary = summed(readings);
  });
  after(() => client.close());

  const faceAt = (tMs: number): FaceReading => {
    const { face } = readings[Math.round(tMs / 100)]!;
    if (!face) throw new Error(`There was no face at ${tMs} ms.`);
    return face;
  };
  const measured = (name: string, tMs: number): number =>
    faceAt(tMs).measures[FACE_MEASURES.findIndex((measure) => measure.name === name)]!;
  /** Units with an onset in this stretch of the script. */
  const found = (fromMs: number, toMs: number): UnitEvent[] =>
    summary.units!.filter(({ onsetMs }) => onsetMs + BASELINE_MS >= fromMs && onsetMs + BASELINE_MS < toMs);
  const names = (fromMs: number, toMs: number): ActionUnit[] => found(fromMs, toMs).map(({ unit }) => unit);

  it('is found in every picture, as one face that may be counted', () => {
    expect(readings.every(({ face }) => face && face.presence > 0.9 && face.facesSeen === 1)).to.equal(true);
    expect(summary.usableShare).to.equal(1);
  });

  it('is read as it is turned', () => {
    const degrees = (radians: number): number => (radians / Math.PI) * 180;
    expect(degrees(faceAt(15_500).pose.yaw)).to.be.closeTo(25, 5);
    expect(degrees(faceAt(17_000).pose.yaw)).to.be.closeTo(-25, 5);
    expect(degrees(faceAt(18_500).pose.pitch)).to.be.closeTo(15, 5);
    expect(degrees(faceAt(19_900).pose.pitch)).to.be.closeTo(-15, 5);
  });

  it('moves in the mesh as it does in the script', () => {
    const change = (name: string, tMs: number): number => measured(name, tMs) - measured(name, 1_800);
    expect(change('corner_out_left', 4_300)).to.be.above(0.3);
    expect(change('mouth_curve', 4_300)).to.be.above(0.2);
    expect(change('brow_inner_right', 6_100)).to.be.above(0.3);
    expect(change('brow_outer_left', 6_100)).to.be.above(0.3);
    expect(change('brow_inner_left', 7_900)).to.be.below(-0.2);
    expect(change('lip_gap', 9_700)).to.be.above(1);
    expect(change('jaw', 9_700)).to.be.above(0.4);
    expect(change('lid_upper_right', 11_400)).to.be.below(-0.3);
    expect(change('lid_upper_left', 13_000)).to.be.below(-0.3);
    expect(Math.abs(change('lid_upper_right', 13_000))).to.be.below(0.1);
  });

  for (const { at, of, side } of [
    { at: 3_600, of: ['AU12', 'AU6'], side: null },
    { at: 5_400, of: ['AU1', 'AU2'], side: null },
    { at: 7_200, of: ['AU4'], side: null },
    { at: 9_000, of: ['AU25', 'AU26/27'], side: null },
    { at: 10_800, of: ['AU43'], side: null },
    { at: 12_400, of: ['AU43'], side: 'left' },
  ] as const)
    it(`does ${of.join(' and ')}${side ? ` with the ${side} half` : ''}, which is found when it begins`, () => {
      const events = found(at, at + 1_700);
      const [main] = of;
      const event = events.find(({ unit }) => unit === main);
      expect(event, names(at, at + 1_700).join()).to.exist;
      expect(event!.onsetMs + BASELINE_MS).to.be.closeTo(at + RISE_MS / 2, TOLERANCE_MS);
      expect(event!.side).to.equal(side);
      // Lowered brows narrow the eyes, in the mesh as in most people.
      const company: readonly string[] = [...of, ...(main === 'AU4' ? ['AU7'] : [])];
      expect(events.filter(({ unit }) => !company.includes(unit)).map(({ unit }) => unit)).to.deep.equal([]);
    });

  it('does nothing where only its head turns', () => {
    expect(names(14_000, 21_000)).to.deep.equal([]);
  });

  it('opens its mouth and does nothing else where it only talks', () => {
    expect(names(21_000, 26_000).filter((unit) => unit !== 'AU25' && unit !== 'AU26/27')).to.deep.equal([]);
  });
});

/** The readings as a session records them: the first of them are the baseline. */
function summed(readings: readonly FrameReading[]): FaceSummary {
  const recorder = new TraceRecorder('drawn');
  const begun = { baseline: 0, recall: BASELINE_MS } as const;
  for (const phase of ['baseline', 'recall'] as const) {
    const endMs = phase === 'baseline' ? BASELINE_MS : EVERYTHING.lengthMs;
    recorder.begin(phase);
    readings.forEach((reading, at) => {
      const elapsedMs = 100 * at - begun[phase];
      if (elapsedMs >= 0 && 100 * at < endMs) recorder.add(reading, elapsedMs);
    });
    recorder.end(endMs - begun[phase]);
  }
  const outcome = readRecording(recorder.finish(), { models: {}, backend: 'wasm' }).face;
  if (!outcome.summary) throw new Error(outcome.reason);
  return outcome.summary;
}
