import { join } from 'node:path';
import type { ExpressionScores } from '../../app/domain/face/expression';
import { MODELS, type ModelSpec } from '../../app/vision/runtime/models';
import { classifierOf, classify } from '../../app/vision/steps/classify';
import { type Harness, startHarness } from '../tools/harness';
import { InputError } from '../tools/input-error';
import { installPeers, PEERS_FOLDER } from '../tools/peers';
import type { EvaluateArguments } from './arguments';
import { BASELINE } from './baseline';
import { FACE_SIDE, type LabelledFaces, readInputs } from './inputs';
import { type Figures, figuresOf, isRight, type Judged } from './metrics/figures';
import { mcnemar } from './metrics/mcnemar';
import type { PageAnswer } from './page';

/** What `--json` writes. */
export interface EvaluationResult extends Figures {
  /** The same figures of the converted `emotion` model on the same faces. */
  readonly baseline: Figures;
  /** Two-sided exact p of the two models' errors on the same faces. */
  readonly mcnemarP: number;
  /** The same figures of face-api.js on the bare crops, where it was asked for, and the p of its errors and ours. */
  readonly faceApi?: Figures;
  readonly faceApiMcnemarP?: number;
}

/** A result and what has to be said beside it. */
export interface Evaluation {
  readonly result: EvaluationResult;
  readonly faces: LabelledFaces;
  /** Faces whose mesh is believed, and those of them that were aligned, for the shipped model. */
  readonly believed: number;
  readonly aligned: number;
  /** What ran the models. */
  readonly ranOn: string;
}

/** Faces read between two signs of life. */
const BATCH = 200;

/**
 * Runs the shipped expression model and the baseline through the app's own steps in headless Chromium. `onProgress` is told
 * how many faces are done. Throws InputError where a file is not right, before anything is started, and where there is no WebGPU.
 */
export async function evaluate(
  asked: EvaluateArguments,
  onProgress: (done: number, of: number) => void,
): Promise<Evaluation> {
  const faces = readInputs(asked.faces, asked.votes);
  if (asked.faceApi) installPeers();
  const harness = await startHarness('models/evaluate', {
    inputs: new Map([['/input/faces.u8', asked.faces]]),
    ...(asked.faceApi && { folders: { '/peers/': join(PEERS_FOLDER, 'node_modules') } }),
  });
  try {
    const ranOn = await openModels(harness, asked);
    if (asked.faceApi) await harness.call('openPeer');
    const answers: PageAnswer[] = [];
    for (let first = 0; first < faces.kept.length; first += BATCH) {
      const batch = faces.kept.slice(first, first + BATCH);
      answers.push(await harness.call<PageAnswer>('readFaces', batch, asked.align));
      onProgress(Math.min(first + BATCH, faces.kept.length), faces.kept.length);
    }
    const total = (of: (answer: PageAnswer) => number): number => answers.reduce((sum, answer) => sum + of(answer), 0);
    const [believed, aligned] = [total((answer) => answer.believed), total((answer) => answer.aligned)];
    return { result: resultOf(faces, answers), faces, believed, aligned, ranOn };
  } finally {
    await harness.stop();
  }
}

/** What runs the models. Throws InputError where that cannot be WebGPU and should be. */
async function openModels(harness: Harness, { backend }: EvaluateArguments): Promise<string> {
  try {
    return await harness.call<string>('openModels', '/input/faces.u8', FACE_SIDE, backend);
  } catch (error) {
    if (backend !== 'webgpu') throw error;
    const [reason] = (error as Error).message.replace(/^page\.evaluate: (Error: )?/, '').split('\n');
    throw new InputError(`--backend webgpu cannot be had here: ${reason}`);
  }
}

function resultOf({ truth }: LabelledFaces, answers: readonly PageAnswer[]): EvaluationResult {
  const judge = (spec: ModelSpec, rows: readonly (readonly number[])[]): Judged[] =>
    rows.map((values, i) => ({ truth: truth[i]!, ...readings(spec, values) }));
  const shipped = judge(
    MODELS.expression,
    answers.flatMap((answer) => answer.shipped),
  );
  const baseline = judge(
    BASELINE,
    answers.flatMap((answer) => answer.baseline),
  );
  const faceApi = answers
    .flatMap((answer) => answer.faceApi ?? [])
    .map((scores, i) => ({ truth: truth[i]!, scores, uncalibrated: scores }));
  return {
    ...figuresOf(shipped),
    baseline: figuresOf(baseline),
    mcnemarP: difference(shipped, baseline),
    ...(faceApi.length > 0 && { faceApi: figuresOf(faceApi), faceApiMcnemarP: difference(shipped, faceApi) }),
  };
}

/** Two-sided exact p of two models' errors on the same faces. */
function difference(one: readonly Judged[], other: readonly Judged[]): number {
  const only = (a: readonly Judged[], b: readonly Judged[]): number =>
    a.filter((judged, i) => isRight(judged) && !isRight(b[i]!)).length;
  return mcnemar(only(one, other), only(other, one));
}

/** The scores the app would show, and the same at temperature 1. */
function readings(
  spec: ModelSpec,
  values: readonly number[],
): { scores: ExpressionScores; uncalibrated: ExpressionScores } {
  const classifier = classifierOf(spec);
  const row = Float32Array.from(values);
  return { scores: classify(row, classifier), uncalibrated: classify(row, { ...classifier, temperature: 1 }) };
}
