import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { mapX, mapY } from '../../../app/vision/geometry/affine';
import { canonicalMesh, fitHead } from '../../../app/vision/geometry/head-fit';
import { inputSize, MODELS } from '../../../app/vision/runtime/models';
import { align, DEFAULT_TEMPLATE } from '../../../app/vision/steps/align';
import { classifierOf, classify } from '../../../app/vision/steps/classify';
import { measureFace } from '../../../app/vision/steps/measure';
import { type Faces, MESH_SIDE } from '../register/faces';
import { openMesh } from '../register/mesh';

/** Pixels of the mesh's picture that the face gets, as in register.ts. */
const FACE_SIDE = 144;
const EXPRESSION_MODEL = new URL('../../expression/model.onnx', import.meta.url);

export interface PictureReading {
  readonly presence: number;
  /** Probabilities in the order of `EXPRESSIONS`. */
  readonly still: readonly number[];
  /** In the order of `FACE_MEASURES`. */
  readonly measures: Float32Array;
}

/** Reads faces of 48 x 48 pixels as the app does: its mesh, its head fit and measures, its alignment and expression model. */
export async function openReader(): Promise<(faces: Faces, at: number) => Promise<PictureReading>> {
  env.wasm.numThreads = 1;
  const meshOf = await openMesh();
  const session = await InferenceSession.create(readFileSync(EXPRESSION_MODEL), { executionProviders: ['wasm'] });
  const spec = MODELS.expression;
  const classifier = classifierOf(spec);
  const side = inputSize(spec);
  return async (faces, at) => {
    const picture = faces.meshInput(at, FACE_SIDE);
    const { presence, landmarks } = await meshOf(picture);
    const crop = cropOf(picture, landmarks, side);
    const outputs = await session.run({ [spec.input.name]: new Tensor('float32', crop, [1, 1, side, side]) });
    const scores = classify(outputs[classifier.output]!.data as Float32Array, classifier);
    const measures = measureFace(canonicalMesh(landmarks, fitHead(landmarks, MESH_SIDE, MESH_SIDE)));
    return { presence, still: EXPRESSIONS.map((name) => scores[name]), measures };
  };
}

/** The grey face at the template's places; the first channel of the picture is as grey as the others. */
function cropOf(picture: Float32Array, landmarks: Float32Array, side: number): Float32Array {
  const map = align(landmarks, MODELS.expression.template ?? DEFAULT_TEMPLATE, side);
  const pixel = (x: number, y: number): number => {
    const within = (value: number): number => Math.min(MESH_SIDE - 1, Math.max(0, value));
    return picture[within(y) * MESH_SIDE + within(x)]!;
  };
  return Float32Array.from({ length: side * side }, (_, at) => {
    const [u, v] = [(at % side) + 0.5, Math.floor(at / side) + 0.5];
    const [x, y] = [mapX(map, u, v) - 0.5, mapY(map, u, v) - 0.5];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
    const upper = mix(pixel(left, top), pixel(left + 1, top), x - left);
    const lower = mix(pixel(left, top + 1), pixel(left + 1, top + 1), x - left);
    return mix(upper, lower, y - top);
  });
}
