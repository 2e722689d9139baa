import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { LEFT_EYE, MOUTH_CORNERS, NOSE_TIP, RIGHT_EYE } from '../../../app/domain/face/mesh';
import { mean } from '../../../app/statistics/mean';
import { MESH_SIDE } from './faces.ts';

const MODEL = new URL('../../landmarks/model.onnx', import.meta.url);

/** Mesh points that together stand for five places of the face. Right and left are the person's own. */
const PLACES = {
  rightEye: RIGHT_EYE.corners,
  leftEye: LEFT_EYE.corners,
  nose: [NOSE_TIP],
  mouthRight: [MOUTH_CORNERS[0]],
  mouthLeft: [MOUTH_CORNERS[1]],
} as const;

export interface Point {
  x: number;
  y: number;
}

export type Place = keyof typeof PLACES;

export interface Mesh {
  /** Probability that there is a face, 0..1. */
  presence: number;
  /** In pixels of the 192x192 picture. */
  places: Record<Place, Point>;
  /** All mesh points x, y, z, in pixels of that picture. */
  landmarks: Float32Array;
}

export async function openMesh(): Promise<(picture: Float32Array) => Promise<Mesh>> {
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(readFileSync(MODEL), { executionProviders: ['wasm'] });
  return async (picture) => {
    const image = new Tensor('float32', picture, [1, 3, MESH_SIDE, MESH_SIDE]);
    const { landmarks, presence } = await session.run({ image });
    const logit = (presence!.data as Float32Array)[0]!;
    const points = landmarks!.data as Float32Array;
    return { presence: 1 / (1 + Math.exp(-logit)), places: placesOf(points), landmarks: points };
  };
}

function placesOf(landmarks: Float32Array): Record<Place, Point> {
  const entries = Object.entries(PLACES).map(([name, indices]) => [name, centreOf(landmarks, indices)]);
  return Object.fromEntries(entries) as Record<Place, Point>;
}

function centreOf(landmarks: Float32Array, indices: readonly number[]): Point {
  const [x, y] = [0, 1].map((axis) => mean(indices.map((index) => landmarks[index * 3 + axis]!)));
  return { x: x!, y: y! };
}
