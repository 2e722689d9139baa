import { facialValence } from '../domain/face/expression';
import type { Box, EyeReading, FaceReading, FrameReading } from '../domain/face/face-reading';
import { PRESENCE_THRESHOLD } from '../domain/face/face-reading';
import { type Eye, LANDMARK_COUNT, LEFT_EYE, RIGHT_EYE } from '../domain/face/mesh';
import type { Affine, Region } from './geometry/affine';
import { cropToFrame } from './geometry/affine';
import { canonicalMesh, fitHead } from './geometry/head-fit';
import type { ModelRole } from './protocol';
import type { Models } from './runtime/models';
import { inputSize } from './runtime/models';
import { align, DEFAULT_TEMPLATE } from './steps/align';
import { chooseFace } from './steps/choose-face';
import type { Classifier } from './steps/classify';
import { classifierOf, classify } from './steps/classify';
import type { Detection } from './steps/detect';
import { detect } from './steps/detect';
import { eyeOpenness, eyeRegion, withEyes } from './steps/eyes';
import { gazeOf } from './steps/gaze';
import { meshToFrame, presenceFromLogit } from './steps/landmarks';
import { measureFace } from './steps/measure';
import { OneEuroFilter } from './steps/one-euro';
import { headPose } from './steps/pose';
import { isInside, regionFromDetection, regionFromLandmarks, wholeFrame } from './steps/region';
import type { StageClock } from './worker/stage-clock';

/** While a face is tracked the detector only looks for further ones, this often. */
export const LOOK_AROUND_MS = 1000;

/** Runs one model on crops of the current frame; its outputs by name. */
export type Infer = (role: ModelRole, crops: readonly Affine[]) => Promise<Readonly<Record<string, Float32Array>>>;

interface Mesh {
  readonly presence: number;
  readonly points: Float32Array;
}

/**
 * The order of the steps, and the memory between frames: the tracked region and the filter.
 * A tracked face needs no detector; it is asked again when the face is lost and once in `LOOK_AROUND_MS`.
 */
export class FacePipeline {
  readonly #filter = new OneEuroFilter(LANDMARK_COUNT * 3);
  readonly #classifier: Classifier;
  #region: Region | null = null;
  #facesSeen = 0;
  #lookedAtMs = -Infinity;

  constructor(
    readonly infer: Infer,
    readonly models: Models,
    readonly clock: StageClock,
  ) {
    this.#classifier = classifierOf(models.expression);
  }

  reset(): void {
    this.#forget();
    this.#facesSeen = 0;
    this.#lookedAtMs = -Infinity;
  }

  /** Reads the current frame of `width` x `height` pixels, captured at `tMs`. The caller has begun the clock; this ends it. */
  async read(width: number, height: number, tMs: number): Promise<FrameReading> {
    const mesh = await this.#findMesh(width, height, tMs);
    if (!mesh || mesh.presence < PRESENCE_THRESHOLD) {
      this.#forget();
      return { face: null, tMs, presence: mesh?.presence ?? 0, facesSeen: this.#facesSeen, stageMs: this.clock.end() };
    }
    this.#region = regionFromLandmarks(mesh.points);
    const raw = await this.#eyes(mesh.points);
    const landmarks = this.#filter.filter(raw, tMs, this.#region.size);
    const expression = await this.#expression(landmarks);
    const head = fitHead(landmarks, width, height);
    const pose = headPose(head);
    const face: FaceReading = {
      tMs,
      presence: mesh.presence,
      facesSeen: Math.max(1, this.#facesSeen),
      box: boxOf(landmarks, width, height),
      landmarks: inFrameShares(landmarks, width, height),
      pose,
      ...expression,
      eyes: { right: eye(landmarks, RIGHT_EYE, width, height), left: eye(landmarks, LEFT_EYE, width, height) },
      gaze: gazeOf(landmarks, pose),
      measures: measureFace(canonicalMesh(landmarks, head)),
      stageMs: this.clock.end(),
    };
    return { face };
  }

  #forget(): void {
    this.#region = null;
    this.#filter.reset();
  }

  /** The mesh in the tracked region, or where the detector finds a face; null where it finds none. */
  async #findMesh(width: number, height: number, tMs: number): Promise<Mesh | null> {
    const tracked = this.#region && isInside(this.#region, width, height) ? await this.#mesh(this.#region) : null;
    const held = tracked !== null && tracked.presence >= PRESENCE_THRESHOLD;
    if (held && Math.abs(tMs - this.#lookedAtMs) < LOOK_AROUND_MS) return tracked;
    const faces = await this.#detect(width, height);
    this.#lookedAtMs = tMs;
    this.#facesSeen = faces.length;
    if (held) return tracked;
    this.#forget();
    const chosen = chooseFace(faces, width, height);
    return chosen ? this.#mesh(regionFromDetection(chosen)) : tracked;
  }

  async #detect(width: number, height: number): Promise<Detection[]> {
    return this.clock.time('detect', async () => {
      const cropSize = inputSize(this.models.detector);
      const toFrame = cropToFrame(wholeFrame(width, height), cropSize);
      const { boxes, scores } = await this.infer('detector', [toFrame]);
      return detect(boxes!, scores!, { toFrame, cropSize });
    });
  }

  async #mesh(region: Region): Promise<Mesh> {
    return this.clock.time('landmarks', async () => {
      const toFrame = cropToFrame(region, inputSize(this.models.landmarks));
      const { landmarks, presence } = await this.infer('landmarks', [toFrame]);
      return { presence: presenceFromLogit(presence![0]!), points: meshToFrame(landmarks!, toFrame) };
    });
  }

  /** Both eyes in one run. The model was made for the eye on the image's left: the other is shown to it mirrored. */
  async #eyes(mesh: Float32Array): Promise<Float32Array> {
    return this.clock.time('iris', async () => {
      const cropSize = inputSize(this.models.iris);
      const crops = [
        cropToFrame(eyeRegion(mesh, RIGHT_EYE), cropSize),
        cropToFrame(eyeRegion(mesh, LEFT_EYE), cropSize, true),
      ];
      const { points } = await this.infer('iris', crops);
      return withEyes(mesh, points!, crops);
    });
  }

  async #expression(landmarks: Float32Array): Promise<Pick<FaceReading, 'expression' | 'facialValence'>> {
    return this.clock.time('classify', async () => {
      const spec = this.models.expression;
      const crop = align(landmarks, spec.template ?? DEFAULT_TEMPLATE, inputSize(spec));
      const outputs = await this.infer('expression', [crop]);
      const { output, valence } = this.#classifier;
      const expression = classify(outputs[output]!, this.#classifier);
      return { expression, facialValence: valence ? outputs[valence]![0]! : facialValence(expression) };
    });
  }
}

function boxOf(landmarks: Float32Array, width: number, height: number): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < landmarks.length; i += 3) {
    minX = Math.min(minX, landmarks[i]!);
    maxX = Math.max(maxX, landmarks[i]!);
    minY = Math.min(minY, landmarks[i + 1]!);
    maxY = Math.max(maxY, landmarks[i + 1]!);
  }
  return { x: minX / width, y: minY / height, width: (maxX - minX) / width, height: (maxY - minY) / height };
}

/** Frame pixels to 0..1; z in the scale of x. */
const inFrameShares = (landmarks: Float32Array, width: number, height: number): Float32Array =>
  landmarks.map((value, i) => value / (i % 3 === 1 ? height : width));

const eye = (landmarks: Float32Array, which: Eye, width: number, height: number): EyeReading => ({
  openness: eyeOpenness(landmarks, which),
  iris: [landmarks[3 * which.iris]! / width, landmarks[3 * which.iris + 1]! / height],
});
