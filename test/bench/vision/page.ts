import type { Stage } from '../../../app/domain/face/face-reading';
import { LANDMARK_COUNT } from '../../../app/domain/face/mesh';
import { TRACE_READINGS_PER_SECOND } from '../../../app/domain/face/trace';
import { VisionClient } from '../../../app/vision/client';
import { picturesOf } from '../../../models/analyse/frames';
import type { Contestant, Outputs } from './contestant';
import { loadFaceApi } from './face-api';
import { loadHuman } from './human';

export interface Measurement {
  /** Of a picture that was read, by the clock. */
  readonly medianMs: number;
  /** The same by the processor, the mean of all: what else the machine does hardly changes it. */
  readonly processorMs: number;
  readonly threadsTold: number | null;
  /** Pictures that were read / pictures of the camera. */
  readonly readShare: number;
  /** Pictures with a face / those that were read: a contestant that finds nothing is fast for the wrong reason. */
  readonly foundShare: number;
  /** What each picture with a face had: the fewest points, and an output only where no picture was without it. */
  readonly outputs: Outputs;
}

export interface PageResult {
  readonly contestants: Readonly<Record<string, Measurement>>;
  readonly stageMs: Readonly<Partial<Record<Stage, number>>>;
  readonly wasmThreads: number;
}

/** Passes over the clip: the first, in which everything is compiled and allocated, is not counted. */
const PASSES = 4;
/** Pictures that one contestant reads before the next one does: about a second of work. */
const TURN = 10;

/** Pictures a second of the camera whose clip it is. */
const CAMERA_PER_SECOND = 30;

/** What one contestant did, picture by picture. */
interface Score {
  readonly times: number[];
  readonly outputs: Outputs[];
  pictures: number;
  processorMs: number;
}

declare global {
  interface Window {
    /** Processor time of this page's process so far, in milliseconds; given by `bench.ts`. */
    processorMs(): Promise<number>;
  }
}

/**
 * Reads the clip with each contestant, a few pictures in turn: a shared machine changes its pace within seconds, which so falls
 * on all of them.
 */
async function bench(clipUrl: string, threads: number): Promise<PageResult> {
  const pictures = await decodeAll(clipUrl);
  const [reader, recallReader] = [await openReader(threads), await openReader(threads)];
  const contestants: Contestant[] = [
    contestantOf('ours', reader, threads),
    { ...contestantOf('recall', recallReader, threads), wants: firstOfBucket },
    await loadHuman(threads),
    await loadFaceApi(threads),
  ];
  const scores = new Map(
    contestants.map(({ name }) => [name, { times: [], outputs: [], pictures: 0, processorMs: 0 } as Score]),
  );
  for (let pass = 0; pass < PASSES; pass++) {
    for (let first = 0; first < pictures.length; first += TURN) {
      for (const contestant of contestants) {
        const turn = pictures.slice(first, first + TURN);
        const score = scores.get(contestant.name)!;
        await readTurn(contestant, turn, pass * pictures.length + first, pass === 0 ? null : score);
      }
    }
  }
  const { medianStageMs } = await reader.report();
  return {
    contestants: Object.fromEntries(
      contestants.map(({ name, threadsTold }) => [name, { threadsTold, ...measured(scores.get(name)!) }]),
    ),
    stageMs: medianStageMs,
    wasmThreads: threads,
  };
}

/** Reads `pictures`, the first of them number `from` of the camera's; counts them in `score`, if that is given. */
async function readTurn(contestant: Contestant, pictures: readonly ImageBitmap[], from: number, score: Score | null) {
  const timed = pictures.map((picture, index) => ({ picture, tMs: ((from + index) * 1000) / CAMERA_PER_SECOND }));
  const wanted = timed.filter(({ tMs }) => contestant.wants?.(tMs) ?? true);
  const copies = await Promise.all(
    wanted.map(async ({ picture, tMs }) => ({ copy: await createImageBitmap(picture), tMs })),
  );
  const before = await window.processorMs();
  const outputs: (Outputs | null)[] = [];
  const times: number[] = [];
  for (const { copy, tMs } of copies) {
    const started = performance.now();
    outputs.push(await contestant.read(copy, tMs));
    times.push(performance.now() - started);
  }
  const processorMs = (await window.processorMs()) - before;
  for (const { copy } of copies) copy.close();
  if (!score) return;
  score.pictures += pictures.length;
  score.processorMs += processorMs;
  score.times.push(...times);
  score.outputs.push(...outputs.filter((one) => one !== null));
}

async function openReader(threads: number): Promise<VisionClient> {
  const reader = new VisionClient({ baseUrl: new URL('/', location.href).href, threads });
  const device = await reader.open({ backend: 'wasm' });
  if (device.backend !== 'wasm' || device.threads !== threads) {
    throw new Error(`asked for wasm with ${threads} threads, got ${device.backend} with ${device.threads}`);
  }
  return reader;
}

const contestantOf = (name: string, reader: VisionClient, threadsTold: number): Contestant => ({
  name,
  threadsTold,
  read: async (picture, tMs) => {
    const face = (await reader.read(picture, tMs))?.face;
    if (!face) return null;
    const points = face.landmarks.length / 3;
    return { points, irises: points === LANDMARK_COUNT, expression: Number.isFinite(face.expression.neutral) };
  },
});

/** Whether a picture of the camera is the first in its share of the trace: the one that a recall reads. */
function firstOfBucket(tMs: number): boolean {
  const bucket = (ms: number): number => Math.floor((ms * TRACE_READINGS_PER_SECOND) / 1000 + 1e-6);
  return bucket(tMs) > bucket(tMs - 1000 / CAMERA_PER_SECOND);
}

function measured({ times, outputs, pictures, processorMs }: Score): Omit<Measurement, 'threadsTold'> {
  return {
    medianMs: median(times),
    processorMs: processorMs / times.length,
    readShare: times.length / pictures,
    foundShare: outputs.length / times.length,
    outputs: {
      points: Math.min(...outputs.map(({ points }) => points)),
      irises: outputs.every(({ irises }) => irises),
      expression: outputs.every(({ expression }) => expression),
    },
  };
}

async function decodeAll(clipUrl: string): Promise<ImageBitmap[]> {
  const pictures: ImageBitmap[] = [];
  for await (const { image } of picturesOf(clipUrl, clipUrl)) pictures.push(image as ImageBitmap);
  return pictures;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

Object.assign(window, { bench });
