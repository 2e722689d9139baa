import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as ort from 'onnxruntime-web';
import { samplingOf } from '../../app/vision/frame/frame-source';
import { resample } from '../../app/vision/frame/resample';
import { cropToFrame } from '../../app/vision/geometry/affine';
import { inputSize, MODELS, type ModelSpec } from '../../app/vision/runtime/models';
import { classifierOf, classify } from '../../app/vision/steps/classify';
import { wholeFrame } from '../../app/vision/steps/region';
import { MODELS as FOLDER } from '../../models/convert/paths.ts';
import { BASELINE } from '../../models/evaluate/baseline';
import { GOLDEN_FACES, goldenFaces } from '../../models/evaluate/golden-faces';
import { FACE_SIDE } from '../../models/evaluate/inputs';

/** What is said of some pictures, face by face: probabilities in the order of the model's labels, and facial valence. */
interface Answers {
  readonly probabilities: readonly (readonly number[])[];
  readonly valence: readonly number[];
}

/** PyTorch's answers, and of which pictures. */
interface Part extends Answers {
  readonly sha256: string;
}

/** models/expression/golden.json, as `models/evaluate/golden_faces.py` writes it. */
interface Golden {
  /** SHA-256 of the model it is about. */
  readonly model: string;
  readonly drawn: Part;
  readonly valid: Part;
}

/** Largest difference in probability, and half of the one in valence, whose range is twice as wide, by how the file stores its weights. */
const BOUND: Readonly<Record<string, number>> = { fp32: 1e-3, fp16: 1e-2 };
const FACE_BYTES = FACE_SIDE ** 2;
const GOLDEN_FILE = join(FOLDER, 'expression', 'golden.json');
const VALID_FILE = join(FOLDER, '..', '..', 'shared', 'data', 'ferplus', 'valid.faces.u8');

const spec: ModelSpec & { readonly weights?: string } = MODELS.expression;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const golden: Golden | null = existsSync(GOLDEN_FILE) ? JSON.parse(readFileSync(GOLDEN_FILE, 'utf8')) : null;
/** The converted model has no PyTorch original of ours; parity.test.ts compares it with its own. */
const converted = spec.sha256 === BASELINE.sha256 && 'the shipped expression model is the converted one';

/** The model's answers to each face, through the app's own sampling and reading, in wasm. */
async function answersOf(faces: Uint8Array): Promise<Answers> {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(readFileSync(join(FOLDER, spec.file)), {
    executionProviders: ['wasm'],
  });
  const classifier = classifierOf(spec);
  const values = new Float32Array(inputSize(spec) ** 2);
  const map = cropToFrame(wholeFrame(FACE_SIDE, FACE_SIDE), inputSize(spec));
  const probabilities: number[][] = [];
  const valence: number[] = [];
  for (let at = 0; at < faces.length; at += FACE_BYTES) {
    const data = new Uint8Array(4 * FACE_BYTES);
    for (let i = 0; i < FACE_BYTES; i++) data.fill(faces[at + i]!, 4 * i, 4 * i + 3);
    const size = { width: FACE_SIDE, height: FACE_SIDE };
    resample(
      { data, ...size, window: { left: 0, top: 0, ...size } },
      map,
      spec.input,
      samplingOf('expression'),
      values,
    );
    const input = new ort.Tensor('float32', values, [...spec.input.shape]);
    const outputs = await session.run({ [spec.input.name]: input });
    const scores = classify(outputs[classifier.output]!.data as Float32Array, classifier);
    probabilities.push(classifier.labels.map((label) => scores[label as keyof typeof scores]));
    valence.push((outputs[classifier.valence!]!.data as Float32Array)[0]!);
  }
  await session.release();
  return { probabilities, valence };
}

const farthest = (actual: readonly number[], expected: readonly number[]): number => {
  assert.equal(actual.length, expected.length);
  return Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)));
};

function assertNear(actual: Answers, golden: Part, log: (line: string) => void): void {
  const probability = farthest(actual.probabilities.flat(), golden.probabilities.flat());
  const valence = farthest(actual.valence, golden.valence);
  const [p, v] = [probability, valence].map((difference) => difference.toExponential(1));
  log(`${actual.valence.length} faces: at most ${p} in probability and ${v} in valence from PyTorch`);
  assert.ok(probability <= BOUND[spec.weights ?? 'fp32']!, `probability: ${probability}`);
  assert.ok(valence <= 2 * BOUND[spec.weights ?? 'fp32']!, `valence: ${valence}`);
}

test('the drawn faces are the same bytes here and in Python', () => {
  assert.equal(hashOf(goldenFaces()), '75596088b3584890fdf409ba51db0518ec3bbbac5257a5e9736584bb7a3692f5');
});

test('the golden file is about the model that ships', { skip: converted }, () => {
  assert.ok(golden, `${GOLDEN_FILE} is missing`);
  assert.equal(golden.model, spec.sha256);
  assert.equal(golden.drawn.sha256, hashOf(goldenFaces()));
  const tops = golden.drawn.probabilities.map((row) => row.indexOf(Math.max(...row)));
  assert.ok(new Set(tops).size >= 3, 'the drawn faces must not all look alike to the model, or nothing is compared');
});

test('on 200 drawn faces wasm gives what PyTorch gave', { skip: converted }, async (t) => {
  assertNear(await answersOf(goldenFaces()), golden!.drawn, (line) => t.diagnostic(line));
});

const absent = !existsSync(VALID_FILE) && 'the shared faces are absent';
test('on 200 faces of FER+ too', { skip: converted || absent }, async (t) => {
  const faces = readFileSync(VALID_FILE).subarray(0, GOLDEN_FACES * FACE_BYTES);
  assert.equal(golden!.valid.sha256, hashOf(faces));
  assertNear(await answersOf(faces), golden!.valid, (line) => t.diagnostic(line));
});
