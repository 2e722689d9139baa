import { facialValence } from '../domain/face/expression';
import type { Box, Doubt, EyeReading, FaceReading, FrameReading } from '../domain/face/face-reading';
import { type Eye, LANDMARK_COUNT, LEFT_EYE, RIGHT_EYE } from '../domain/face/mesh';
import type { Infer } from './face-finder';
import { cropToFrame } from './geometry/affine';
import { canonicalMesh, fitHead } from './geometry/head-fit';
import { type FrameFacts, PersonTracker } from './person-tracker';
import type { Models } from './runtime/models';
import { COVER_LINE, inputSize } from './runtime/models';
import { align, DEFAULT_TEMPLATE } from './steps/align';
import type { Classifier } from './steps/classify';
import { classifierOf, classify } from './steps/classify';
import { COVERED, coverProbability } from './steps/covered';
import { eyeOpenness, eyeRegion, withEyes } from './steps/eyes';
import { gazeOf } from './steps/gaze';
import { presenceFromLogit } from './steps/landmarks';
import { measureFace } from './steps/measure';
import { OneEuroFilter } from './steps/one-euro';
import { headPose } from './steps/pose';
import type { StageClock } from './worker/stage-clock';

/** The order of the steps, and the memory between frames: whom it follows, and the filter. */
export class FacePipeline {
  readonly #filter = new OneEuroFilter(LANDMARK_COUNT * 3);
  readonly #tracker: PersonTracker;
  readonly #classifier: Classifier;

  constructor(
    readonly infer: Infer,
    readonly models: Models,
    readonly clock: StageClock,
  ) {
    this.#tracker = new PersonTracker(infer, models, clock);
    this.#classifier = classifierOf(models.expression);
  }

  reset(): void {
    this.#tracker.reset();
    this.#filter.reset();
  }

  /** Reads the current frame. The caller has begun the clock; this ends it. */
  async read(frame: FrameFacts): Promise<FrameReading> {
    const { width, height, tMs } = frame;
    const found = await this.#tracker.next(frame);
    if (!found.mesh || !found.continued) this.#filter.reset();
    if (!found.mesh) {
      const { presence, facesSeen } = found;
      return { face: null, tMs, presence, facesSeen, stageMs: this.clock.end() };
    }
    const raw = await this.#eyes(found.mesh.points);
    const landmarks = this.#filter.filter(raw, tMs, found.mesh.region.size);
    const expression = await this.#expression(landmarks, found.mesh.logit);
    const head = fitHead(landmarks, width, height);
    const pose = headPose(head);
    const face: FaceReading = {
      tMs,
      presence: presenceFromLogit(found.mesh.logit),
      facesSeen: found.facesSeen,
      ...(found.behind > 0 && { facesBehind: found.behind }),
      doubt: doubtOf(found.sure, expression.covered),
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

  async #expression(
    landmarks: Float32Array,
    presence: number,
  ): Promise<Pick<FaceReading, 'expression' | 'facialValence' | 'covered'>> {
    return this.clock.time('classify', async () => {
      const spec = this.models.expression;
      const crop = align(landmarks, spec.template ?? DEFAULT_TEMPLATE, inputSize(spec));
      const outputs = await this.infer('expression', [crop]);
      const { output, valence } = this.#classifier;
      const expression = classify(outputs[output]!, this.#classifier);
      const { embedding } = outputs;
      return {
        expression,
        facialValence: valence ? outputs[valence]![0]! : facialValence(expression),
        ...(embedding && { covered: coverProbability(embedding, presence, COVER_LINE) }),
      };
    });
  }
}

const doubtOf = (isSure: boolean, covered = 0): Doubt | null => {
  if (!isSure) return 'whose';
  return covered >= COVERED ? 'covered' : null;
};

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
