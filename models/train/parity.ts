/**
 * Runs an exported model with ONNX Runtime's wasm build, one thread, and compares it with PyTorch.
 *
 *     npx tsx models/train/parity.ts MODEL.onnx FACES.u8
 *
 * Prints the largest difference in probability over the faces of MODEL.golden.json and the median milliseconds per face.
 */
import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';

/** fp16 weights: see the bar in the model card. */
const TOLERANCE = 1e-2;

interface Golden {
  temperature: number;
  probabilities: number[][];
}

function softmax(logits: Float32Array, temperature: number): number[] {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp((logit - top) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

async function main(): Promise<void> {
  const [model, faces] = process.argv.slice(2);
  if (!model || !faces) throw new Error('usage: parity.ts MODEL.onnx FACES.u8');
  const golden: Golden = JSON.parse(readFileSync(model.replace(/\.onnx$/, '.golden.json'), 'utf8'));
  const pixels = readFileSync(faces);
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(readFileSync(model), { executionProviders: ['wasm'] });
  const metadata = session.inputMetadata[0]!;
  if (!metadata.isTensor) throw new Error(`${model}: its input is not a tensor`);
  const shape = metadata.shape.map(Number);
  const count = shape.reduce((product, side) => product * side, 1);
  const times: number[] = [];
  let worst = 0;
  for (const [index, expected] of golden.probabilities.entries()) {
    const face = Float32Array.from(pixels.subarray(index * count, (index + 1) * count), (value) => value / 255);
    const started = performance.now();
    const { logits } = await session.run({ face: new Tensor('float32', face, shape) });
    times.push(performance.now() - started);
    const actual = softmax(logits!.data as Float32Array, golden.temperature);
    worst = Math.max(worst, ...actual.map((share, k) => Math.abs(share - expected[k]!)));
  }
  console.log(
    `${times.length} faces: largest difference ${worst.toExponential(2)}, median ${median(times).toFixed(2)} ms`,
  );
  if (worst > TOLERANCE) process.exitCode = 1;
}

await main();
