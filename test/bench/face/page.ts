import { numbersFrom } from '../../../app/base/seeded';
import { MINUTE_MS } from '../../../app/base/time';
import type { FaceReading } from '../../../app/domain/face/face-reading';
import { columnIn, columnsOf, type Trace } from '../../../app/domain/face/trace';
import { readRecording } from '../../../app/dynamics/read-recording';
import { type Recording, TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { canonicalMesh, fitHead, VERTICAL_FOV } from '../../../app/vision/geometry/head-fit';
import { measureFace } from '../../../app/vision/steps/measure';
import { headPose } from '../../../app/vision/steps/pose';
import { loadCanonicalMesh } from '../../../models/tools/participant/canonical-mesh';
import { FaceShape } from '../../../models/tools/participant/face-shape';
import { placedAt } from '../../../models/tools/participant/place';
import { momentAt, type Script } from '../../../models/tools/participant/script';
import { face } from '../../dynamics/summary/readings';

export interface FaceTimes {
  /** Median and 95th percentile of fit and measures of one frame. */
  readonly measureMs: number;
  readonly measureMsP95: number;
  /**
   * The trace made of the readings; then all that is reckoned of it, the fused expressions and the summary. The fastest run, because the
   * machine may do other work, and the median.
   */
  readonly traceMs: number;
  readonly traceMsMedian: number;
  readonly summaryMs: number;
  readonly summaryMsMedian: number;
  /** Of the columns as they are kept, before they are sealed. */
  readonly bytesPerMinute: number;
  readonly units: number;
}

const FRAME = { width: 640, height: 480 };
const EVERY_MS = 100;
const BASELINE_MS = 10_000;
const RECALL_MS = 3 * MINUTE_MS;
const RUNS = 40;

/** A recall of three minutes with movements, turns and a minute of talking: what costs most. */
const SCRIPT: Script = {
  seed: 5,
  lengthMs: BASELINE_MS + RECALL_MS,
  units: Array.from({ length: 30 }, (_, at) => ({
    unit: ([12, 1, 4, 26, 43, 15] as const)[at % 6]!,
    onsetMs: BASELINE_MS + 4_000 * at,
    offsetMs: BASELINE_MS + 4_000 * at + 2_500,
  })),
  turns: Array.from({ length: 12 }, (_, at) => ({
    onsetMs: BASELINE_MS + 9_000 * at,
    offsetMs: BASELINE_MS + 9_000 * at + 4_000,
    yawDeg: at % 2 ? 20 : -20,
  })),
  talks: [{ fromMs: BASELINE_MS + 120_000, toMs: BASELINE_MS + RECALL_MS }],
};

/** The costs of what comes after the models: no picture is read. */
async function benchFace(): Promise<FaceTimes> {
  const readings = readingsOf(new FaceShape(await loadCanonicalMesh()));
  const times = readings.slice(-1_000).map(({ landmarks }) => {
    const begin = performance.now();
    const head = fitHead(landmarks, FRAME.width, FRAME.height);
    measureFace(canonicalMesh(landmarks, head));
    return performance.now() - begin;
  });
  const [traces, summaries]: [number[], number[]] = [[], []];
  let recording: Recording | null = null;
  let units = 0;
  for (let run = 0; run < RUNS; run++) {
    const recorder = recorded(readings);
    const begin = performance.now();
    recording = recorder.finish();
    const made = performance.now();
    const { summary } = readRecording(recording, { models: {}, backend: 'wasm' }).face;
    summaries.push(performance.now() - made);
    traces.push(made - begin);
    units = summary?.units?.length ?? 0;
  }
  return {
    measureMs: quantile(times, 0.5),
    measureMsP95: quantile(times, 0.95),
    traceMs: Math.min(...traces),
    traceMsMedian: quantile(traces, 0.5),
    summaryMs: Math.min(...summaries),
    summaryMsMedian: quantile(summaries, 0.5),
    bytesPerMinute: bytesOf(recording!.trace) / ((BASELINE_MS + RECALL_MS) / MINUTE_MS),
    units,
  };
}

/** Readings as the worker gives them, but that the landmarks are those of a drawn face, with a mesh's wobble. */
function readingsOf(shape: FaceShape): FaceReading[] {
  const random = numbersFrom(SCRIPT.seed);
  return Array.from({ length: SCRIPT.lengthMs / EVERY_MS }, (_, at) => {
    const tMs = at * EVERY_MS;
    const landmarks = landmarksOf(shape, tMs, random);
    const head = fitHead(landmarks, FRAME.width, FRAME.height);
    return face({ tMs, landmarks, pose: headPose(head), measures: measureFace(canonicalMesh(landmarks, head)) });
  });
}

function landmarksOf(shape: FaceShape, tMs: number, random: () => number): Float32Array {
  const { acts, pose } = momentAt(SCRIPT, tMs);
  const mesh = shape.moved(acts);
  const focal = FRAME.height / (2 * Math.tan(VERTICAL_FOV / 2));
  const landmarks = new Float32Array(mesh.length);
  for (let i = 0; i < mesh.length; i += 3) {
    const [x, y, z] = placedAt([mesh[i]!, mesh[i + 1]!, mesh[i + 2]!], pose);
    const wobble = (): number => 0.3 * (random() - 0.5);
    landmarks[i] = FRAME.width / 2 + (focal * x) / -z + wobble();
    landmarks[i + 1] = FRAME.height / 2 - (focal * y) / -z + wobble();
    landmarks[i + 2] = ((-z - pose.distanceCm) * focal) / pose.distanceCm + wobble();
  }
  return landmarks;
}

function recorded(readings: readonly FaceReading[]): TraceRecorder {
  const recorder = new TraceRecorder('bench');
  for (const [phase, fromMs, toMs] of [
    ['baseline', 0, BASELINE_MS],
    ['recall', BASELINE_MS, SCRIPT.lengthMs],
  ] as const) {
    recorder.begin(phase);
    for (const reading of readings)
      if (reading.tMs >= fromMs && reading.tMs < toMs) recorder.add({ face: reading }, reading.tMs - fromMs);
    recorder.end(toMs - fromMs);
  }
  return recorder;
}

const bytesOf = (trace: Trace): number =>
  columnsOf(trace.version).reduce((sum, [name]) => sum + (columnIn(trace, name)?.byteLength ?? 0), 0);

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;

Object.assign(window, { benchFace });
