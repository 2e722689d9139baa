import type { Affine, Region } from './geometry/affine';
import { cropToFrame } from './geometry/affine';
import type { ModelRole } from './protocol';
import type { Models } from './runtime/models';
import { inputSize } from './runtime/models';
import type { Detection } from './steps/detect';
import { detect, MIN_SCORE } from './steps/detect';
import { faceWeight } from './steps/face-weight';
import { meshToFrame } from './steps/landmarks';
import { extentOf, regionFromDetection, regionFromLandmarks, wholeFrame } from './steps/region';
import { TILE_SCORE } from './steps/tiles';
import type { StageClock } from './worker/stage-clock';

/** Runs one model on crops of the current frame; its outputs by name. */
export type Infer = (role: ModelRole, crops: readonly Affine[]) => Promise<Readonly<Record<string, Float32Array>>>;

/** The mesh of one region of the current frame. */
export interface Mesh {
  /** Logit of the presence of a face. */
  readonly logit: number;
  /** `MESH_POINTS` x 3 in frame pixels. */
  readonly points: Float32Array;
  /** The square to look for this face in, in this frame again or in the next. */
  readonly region: Region;
}

/**
 * Presence, as a logit, from which on a mesh is a face beyond doubt. Measured on 24 faces of three sets in 12 turns, the mesh
 * taken twice: the right way up 19.8 or more, any other way 13.1 or less; of 205 drawn things that the detector took for faces
 * 7 reached it. Faces that are blurred, tiny or half turned away lie between 4 and it.
 */
export const CERTAIN_LOGIT = 15;
/** Presence, as a logit, from which on a mesh may be a face: a probability of .5. */
export const FACE_LOGIT = 0;
/** Candidates that are looked at in one frame, best first: each takes a run of the mesh or two, about 10 ms each. */
export const MOST_CANDIDATES = 8;
/** Two middles nearer to each other than this share of a face's extent belong to one face. */
export const SAME_FACE_SHARE = 0.5;
/** A candidate that is no face is tried the other way up no oftener than this, in milliseconds: it takes three more runs. */
export const TURNED_TRY_MS = 1_000;
/** A face that lies on its side or upside down is often found as if it stood: the other turns to try, in radians. */
const TURNS = [Math.PI, Math.PI / 2, -Math.PI / 2] as const;

/**
 * Finds the faces of a frame.
 *
 * [Note: A face is what the mesh says it is]
 * The detector takes patterns, lamps and house fronts for faces too, and it cannot tell which way up one is beyond about 100
 * degrees. Each of its candidates is therefore shown to the mesh, which is taken twice: where the detector says, then where
 * the first mesh says. One that is not certain is tried the other ways up, and the best of them counts.
 */
export class FaceFinder {
  #turnedAtMs = -Infinity;

  constructor(
    readonly infer: Infer,
    readonly models: Models,
    readonly clock: StageClock,
  ) {}

  reset(): void {
    this.#turnedAtMs = -Infinity;
  }

  /**
   * The faces in a frame of `width` x `height` pixels captured at `tMs`, the most promising candidate first; `besides` those that are known.
   * `best` is the highest presence logit, of a face or not; -Infinity without candidates.
   */
  async find(
    { width, height, tMs }: { readonly width: number; readonly height: number; readonly tMs: number },
    besides: readonly Mesh[] = [],
  ): Promise<{ faces: readonly Mesh[]; best: number }> {
    const candidates = (await this.#detect(wholeFrame(width, height)))
      .filter((face) => !besides.some(({ region }) => isOn(face.x + face.width / 2, face.y + face.height / 2, region)))
      .toSorted((a, b) => faceWeight(b, width, height) - faceWeight(a, width, height))
      .slice(0, MOST_CANDIDATES);
    const mayTurn = Math.abs(tMs - this.#turnedAtMs) >= TURNED_TRY_MS;
    if (mayTurn && candidates.length > 0) this.#turnedAtMs = tMs;
    const faces: Mesh[] = [];
    let best = -Infinity;
    for (const candidate of candidates) {
      const mesh = await this.confirm(regionFromDetection(candidate), mayTurn);
      best = Math.max(best, mesh.logit);
      const known = [...besides, ...faces].some(({ region }) => isOn(mesh.region.cx, mesh.region.cy, region));
      if (mesh.logit >= FACE_LOGIT && !known) faces.push(mesh);
    }
    return { faces, best };
  }

  /** The mesh of the face in `region`, whichever way up it is; what is no face at first sight is turned only where it `mayTurn`. */
  async confirm(region: Region, mayTurn = true): Promise<Mesh> {
    let best = await this.#twice(region);
    if (best.logit >= CERTAIN_LOGIT || (best.logit < FACE_LOGIT && !mayTurn)) return best;
    for (const turn of TURNS) {
      const turned = await this.#twice({ ...region, angle: region.angle + turn });
      if (turned.logit > best.logit) best = turned;
      if (best.logit >= CERTAIN_LOGIT) break;
    }
    return best;
  }

  /** Where faces may be in a part of the frame, the likeliest first, `most` at most. */
  async candidatesIn(tile: Region, most: number): Promise<readonly Region[]> {
    return (await this.#detect(tile, TILE_SCORE)).slice(0, most).map(regionFromDetection);
  }

  /** The mesh in `region` as it is. */
  mesh(region: Region): Promise<Mesh> {
    return this.clock.time('landmarks', async () => {
      const toFrame = cropToFrame(region, inputSize(this.models.landmarks));
      const { landmarks, presence } = await this.infer('landmarks', [toFrame]);
      const points = meshToFrame(landmarks!, toFrame);
      return { logit: presence![0]!, points, region: regionFromLandmarks(points) };
    });
  }

  async #twice(region: Region): Promise<Mesh> {
    const first = await this.mesh(region);
    return first.logit < FACE_LOGIT ? first : this.mesh(first.region);
  }

  #detect(region: Region, minScore = MIN_SCORE): Promise<Detection[]> {
    return this.clock.time('detect', async () => {
      const cropSize = inputSize(this.models.detector);
      const toFrame = cropToFrame(region, cropSize);
      const { boxes, scores } = await this.infer('detector', [toFrame]);
      return detect(boxes!, scores!, { toFrame, cropSize, minScore });
    });
  }
}

/** Whether this point, in frame pixels, is on the face of `region`. */
export const isOn = (x: number, y: number, region: Region): boolean =>
  Math.hypot(x - region.cx, y - region.cy) < SAME_FACE_SHARE * extentOf(region);
