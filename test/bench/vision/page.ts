import type { Stage } from '../../../app/domain/face/face-reading';
import { VisionClient } from '../../../app/vision/client';
import { picturesOf } from '../../../models/analyse/frames';
import type { Contestant } from './contestant';
import { loadFaceApi } from './face-api';
import { loadHuman } from './human';

export interface Measurement {
  readonly medianMs: number;
  readonly threadsTold: number | null;
  /** Pictures with a face / all pictures: a contestant that finds nothing is fast for the wrong reason. */
  readonly foundShare: number;
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

/**
 * Reads the clip with each contestant, a few pictures in turn: a shared machine changes its pace within seconds, which so falls
 * on all of them.
 */
async function bench(clipUrl: string, threads: number): Promise<PageResult> {
  const pictures = await decodeAll(clipUrl);
  const reader = new VisionClient({ baseUrl: new URL('/', location.href).href, threads });
  const device = await reader.open({ backend: 'wasm' });
  if (device.backend !== 'wasm' || device.threads !== threads) {
    throw new Error(`asked for wasm with ${threads} threads, got ${device.backend} with ${device.threads}`);
  }
  const ours: Contestant = {
    name: 'ours',
    threadsTold: device.threads,
    read: async (picture, tMs) => ((await reader.read(picture, tMs))?.face ?? null) !== null,
  };
  const contestants = [ours, await loadHuman(threads), await loadFaceApi(threads)];
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  const found = new Map(contestants.map(({ name }) => [name, 0]));
  for (let pass = 0; pass < PASSES; pass++) {
    for (let first = 0; first < pictures.length; first += TURN) {
      for (const contestant of contestants) {
        for (const [index, picture] of pictures.slice(first, first + TURN).entries()) {
          const copy = await createImageBitmap(picture);
          const started = performance.now();
          const face = await contestant.read(copy, ((pass * pictures.length + first + index) * 1000) / 30);
          const took = performance.now() - started;
          copy.close();
          if (pass === 0) continue;
          times.get(contestant.name)?.push(took);
          if (face) found.set(contestant.name, (found.get(contestant.name) ?? 0) + 1);
        }
      }
    }
  }
  const { medianStageMs } = await reader.report();
  const counted = (PASSES - 1) * pictures.length;
  return {
    contestants: Object.fromEntries(
      contestants.map(({ name, threadsTold }) => [
        name,
        { threadsTold, medianMs: median(times.get(name) ?? []), foundShare: (found.get(name) ?? 0) / counted },
      ]),
    ),
    stageMs: medianStageMs,
    wasmThreads: threads,
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
