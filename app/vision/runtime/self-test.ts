import type { Backend, ModelRole, SelfTest } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import type { ModelSpec, Models } from './models';

/** Largest difference allowed, as a share of an output's range, where the backend computes in 32 bits. */
export const TOLERANCE = 1e-2;

/** Some values of one output, evenly spread over it, and how far the whole output reaches (a single value: from 0). */
export interface GoldenOutput {
  readonly every: number;
  readonly range: number;
  readonly values: readonly number[];
}

/** What the wasm backend answered to `sampleInput`, by role. `sha256` is the model's: another model has other answers. */
export type Golden = Readonly<
  Record<ModelRole, { readonly sha256: string; readonly outputs: Readonly<Record<string, GoldenOutput>> }>
>;

type Run = (role: ModelRole, values: Float32Array<ArrayBuffer>) => Promise<Readonly<Record<string, Float32Array>>>;

/** About this many values of each output are compared. */
const COMPARED = 64;

/**
 * An input every build makes alike: slow waves in each channel, between the lowest and the highest value a pixel can have.
 */
export function sampleInput({ input }: ModelSpec): Float32Array<ArrayBuffer> {
  const [crops, channels, height, width] = input.shape as [number, number, number, number];
  const values = new Float32Array(crops * channels * height * width);
  for (let i = 0; i < values.length; i++) {
    const x = (i % width) / width;
    const y = (Math.floor(i / width) % height) / height;
    const plane = Math.floor(i / (width * height));
    const byte = 0.5 + 0.25 * Math.sin(9 * x + plane) + 0.25 * Math.cos(7 * y + 2 * plane);
    values[i] = (byte - input.mean[plane % channels]!) / input.std[plane % channels]!;
  }
  return values;
}

/** The part of an output that is stored and compared. */
export function goldenOutput(values: Float32Array): GoldenOutput {
  const every = Math.max(1, Math.floor(values.length / COMPARED));
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const range = top > low ? top - low : Math.abs(top);
  return { every, range, values: Array.from(values).filter((_, i) => i % every === 0) };
}

/** Runs every model once on its sample, which also compiles its kernels, and compares with what is stored. */
export async function selfTest(backend: Backend, run: Run, models: Models, golden: Golden): Promise<SelfTest> {
  let maxDifference = 0;
  const result = (passed: boolean, reason: string): SelfTest => ({
    backend,
    passed,
    maxDifference,
    tolerance: TOLERANCE,
    reason,
  });
  for (const role of MODEL_ROLES) {
    if (golden[role].sha256 !== models[role].sha256) return result(false, `no golden sample for this ${role} model`);
    const outputs = await run(role, sampleInput(models[role]));
    for (const [name, expected] of Object.entries(golden[role].outputs)) {
      const difference = largestDifference(outputs[name], expected);
      maxDifference = Math.max(maxDifference, difference);
      // A NaN anywhere must fail: it is not below any tolerance.
      if (!(difference <= TOLERANCE)) return result(false, `${role}.${name} differs by ${difference.toPrecision(2)}`);
    }
  }
  return result(true, '');
}

function largestDifference(values: Float32Array | undefined, { every, range, values: expected }: GoldenOutput): number {
  if (!values) return Number.NaN;
  return Math.max(...expected.map((wanted, i) => Math.abs(values[i * every]! - wanted) / (range || 1)));
}
