import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { RunHead } from '../../../app/dynamics/memory/memory-head';

/** What models/memory/model.json says of the head. */
export interface HeadModel {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly parameters: number;
  /** Names, and the shape of each. */
  readonly inputs: Readonly<Record<HeadInput, readonly number[]>>;
  readonly outputs: Readonly<Record<HeadOutput, readonly number[]>>;
  readonly labels: readonly string[];
  readonly moves: readonly string[];
  readonly regions: readonly string[];
}

const HEAD_INPUTS = ['still', 'moves', 'seen', 'state'] as const;
type HeadInput = (typeof HEAD_INPUTS)[number];
type HeadOutput = 'second' | 'whole' | 'told' | 'looked' | 'state_after';

const FOLDER = new URL('../../memory/', import.meta.url);
export const HEAD_MODEL = JSON.parse(readFileSync(new URL('model.json', FOLDER), 'utf8')) as HeadModel;
/** Numbers in the head's state. */
export const HEAD_STATE = HEAD_MODEL.inputs.state.at(-1)!;

/** The head in wasm on one thread. Rejects where the file is not the one that its entry names. */
export async function openHead(): Promise<RunHead> {
  const file = readFileSync(new URL('model.onnx', FOLDER));
  const hash = createHash('sha256').update(file).digest('hex');
  if (hash !== HEAD_MODEL.sha256) throw new Error('models/memory/model.onnx is not the file that model.json names');
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(file, { executionProviders: ['wasm'] });
  return async (inputs) => {
    const feeds = HEAD_INPUTS.map((name) => [name, new Tensor('float32', inputs[name], [...HEAD_MODEL.inputs[name]])]);
    const results = await session.run(Object.fromEntries(feeds) as Record<string, Tensor>);
    const of = (name: HeadOutput): Float32Array => Float32Array.from(results[name]!.data as Float32Array);
    return {
      second: of('second'),
      whole: of('whole'),
      told: of('told'),
      looked: of('looked'),
      state: of('state_after'),
    };
  };
}
