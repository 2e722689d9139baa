import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { inputLength, samplingOf } from '../../../app/vision/frame/frame-source';
import { GreyMemory, type Pixels, resample } from '../../../app/vision/frame/resample';
import { type Affine, cropToFrame } from '../../../app/vision/geometry/affine';
import { MODEL_ROLES, type ModelRole } from '../../../app/vision/protocol';
import { inputSize, MODELS } from '../../../app/vision/runtime/models';
import { sampleInput } from '../../../app/vision/runtime/self-test';
import { wholeFrame } from '../../../app/vision/steps/region';
import { MODELS as FOLDER } from '../../../models/convert/paths';
import { machine } from '../machine';

/** Milliseconds of processor time, the least and the median of all rounds: other programs hardly change it, as they do the clock. */
export interface Cost {
  readonly leastMs: number;
  readonly medianMs: number;
}

/** What `--json` writes: for each network, making its input of a frame's pixels, and running it. */
export interface NetworksBench {
  readonly machine: string;
  readonly date: string;
  readonly networks: Readonly<Record<ModelRole, { readonly sampling: Cost; readonly run: Cost }>>;
}

const [WIDTH, HEIGHT] = [640, 360];
/** A face that fills the frame's height, as in the clip of the other bench: what each network sees of it. */
const CROPS: Readonly<Record<ModelRole, readonly Affine[]>> = {
  detector: [cropToFrame(wholeFrame(WIDTH, HEIGHT), inputSize(MODELS.detector))],
  landmarks: [cropToFrame({ cx: 300, cy: 180, size: 380, angle: 0.05 }, inputSize(MODELS.landmarks))],
  iris: [
    cropToFrame({ cx: 260, cy: 150, size: 140, angle: 0.03 }, inputSize(MODELS.iris)),
    cropToFrame({ cx: 340, cy: 150, size: 140, angle: 0.03 }, inputSize(MODELS.iris), true),
  ],
  expression: [cropToFrame({ cx: 300, cy: 190, size: 260, angle: 0.05 }, inputSize(MODELS.expression))],
};

const WARM_UP = 60;
const ROUNDS = 12;
const RUNS_A_ROUND = 10;

/** The four networks on onnxruntime-web's wasm with one thread, in turn, here in Node. */
export async function benchNetworks(): Promise<NetworksBench> {
  env.wasm.numThreads = 1;
  const jobs = new Map<string, () => unknown>();
  for (const role of MODEL_ROLES) {
    jobs.set(`${role} sampling`, samplingJob(role));
    jobs.set(`${role} run`, await runJob(role));
  }
  const costs = await costsOf(jobs);
  const networks = Object.fromEntries(
    MODEL_ROLES.map((role) => [role, { sampling: costs.get(`${role} sampling`), run: costs.get(`${role} run`) }]),
  ) as NetworksBench['networks'];
  return { machine: machine(), date: new Date().toISOString().slice(0, 10), networks };
}

function samplingJob(role: ModelRole): () => void {
  const { input } = MODELS[role];
  const data = new Uint8Array(4 * WIDTH * HEIGHT).map((_, i) => (i * 7919) % 251);
  const pixels: Pixels = {
    data,
    width: WIDTH,
    height: HEIGHT,
    window: { left: 0, top: 0, width: WIDTH, height: HEIGHT },
  };
  const out = new Float32Array(inputLength(input.shape));
  const memory = new GreyMemory();
  const values = out.length / CROPS[role].length;
  return () => {
    for (const [i, map] of CROPS[role].entries())
      resample(pixels, map, input, samplingOf(role), out, i * values, memory);
  };
}

async function runJob(role: ModelRole): Promise<() => Promise<unknown>> {
  const { file, input } = MODELS[role];
  const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' } as const;
  const session = await InferenceSession.create(readFileSync(join(FOLDER, file)), options);
  const feeds = { [input.name]: new Tensor('float32', sampleInput(MODELS[role]), [...input.shape]) };
  return () => session.run(feeds);
}

/** Round by round, so that whatever else the machine does falls on all of them. */
async function costsOf(jobs: ReadonlyMap<string, () => unknown>): Promise<ReadonlyMap<string, Cost>> {
  for (const job of jobs.values()) for (let i = 0; i < WARM_UP; i++) await job();
  const rounds = new Map([...jobs.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, job] of jobs) {
      const before = process.cpuUsage();
      for (let i = 0; i < RUNS_A_ROUND; i++) await job();
      const { user, system } = process.cpuUsage(before);
      rounds.get(name)?.push((user + system) / 1000 / RUNS_A_ROUND);
    }
  }
  return new Map([...rounds].map(([name, times]) => [name, costOf(times.toSorted((a, b) => a - b))]));
}

const costOf = (sorted: readonly number[]): Cost => ({
  leastMs: sorted[0] ?? Number.NaN,
  medianMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
});

export const networkLines = ({ networks }: NetworksBench): string[] =>
  Object.entries(networks).map(([role, { sampling, run }]) => {
    const cell = ({ leastMs, medianMs }: Cost): string => `${leastMs.toFixed(2)} (${medianMs.toFixed(2)})`.padEnd(16);
    return `${role.padEnd(14)}${cell(sampling)}${cell(run)}`;
  });
