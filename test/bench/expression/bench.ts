import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS, type ModelSpec } from '../../../app/vision/runtime/models';
import { fileStats } from '../../../models/convert/file-stats';
import { BASELINE } from '../../../models/evaluate/baseline';
import { startHarness } from '../../../models/tools/harness';
import { installPeers, PEERS_FOLDER } from '../../../models/tools/peers';
import { machine } from '../machine';
import type { PageResult } from './page';

/** What an expression model costs. */
export interface Cost {
  readonly parameters: number;
  /** Multiply-accumulates a face. */
  readonly macs: number;
  readonly bytes: number;
  /** Median milliseconds a face on wasm, one thread, from pixels to numbers. */
  readonly ms: number;
}

/** What `--json` writes. */
export interface ExpressionBench {
  readonly machine: string;
  readonly date: string;
  readonly models: Readonly<Record<string, Cost>>;
}

/** The shipped expression model, the converted one and face-api's net, in one page on the same drawn faces. */
export async function benchExpression(): Promise<ExpressionBench> {
  installPeers();
  const peers = join(PEERS_FOLDER, 'node_modules');
  const harness = await startHarness('test/bench/expression', { folders: { '/peers/': peers } });
  try {
    const { medianMs, faceApiMacs } = await harness.call<PageResult>('benchExpression');
    const folder = join(peers, '@vladmandic/face-api/model');
    const faceApi = {
      parameters: parametersOf(join(folder, 'face_expression_model-weights_manifest.json')),
      macs: faceApiMacs,
      bytes: statSync(join(folder, 'face_expression_model.bin')).size,
      ms: medianMs.faceApi,
    };
    return {
      machine: machine(),
      date: new Date().toISOString().slice(0, 10),
      models: {
        [MODELS.expression.id]: { ...fileCost(MODELS.expression), ms: medianMs.shipped },
        [`${BASELINE.id} (baseline)`]: { ...fileCost(BASELINE), ms: medianMs.baseline },
        'face-api.js': faceApi,
      },
    };
  } finally {
    await harness.stop();
  }
}

function fileCost({ file, bytes }: ModelSpec): Omit<Cost, 'ms'> {
  const { params, macs } = fileStats(readFileSync(join('models', file)));
  return { parameters: params, macs, bytes };
}

/** Weights that a TensorFlow.js manifest lists. */
function parametersOf(manifest: string): number {
  const groups = JSON.parse(readFileSync(manifest, 'utf8')) as { weights: { shape: number[] }[] }[];
  const shapes = groups.flatMap(({ weights }) => weights.map(({ shape }) => shape));
  return shapes.reduce((sum, shape) => sum + shape.reduce((product, side) => product * side, 1), 0);
}

/** One line a model; ratios are the first model's over it. */
export function costLines({ models }: ExpressionBench): string[] {
  const [ours] = Object.values(models);
  const cell = (value: number, unit: number, own: number): string =>
    `${(value / unit).toFixed(2)} (${(own / value).toFixed(2)})`.padEnd(20);
  return Object.entries(models).map(
    ([name, { parameters, macs, bytes, ms }]) =>
      `${name.padEnd(22)}${cell(parameters, 1e6, ours!.parameters)}${cell(macs, 1e6, ours!.macs)}${cell(bytes, 1e6, ours!.bytes)}${cell(ms, 1, ours!.ms)}`,
  );
}
