import { clamp } from '../base/clamp';
import { Background } from './background';
import { CERTAIN_LOGIT, FACE_LOGIT, FaceFinder, type Infer, type Mesh } from './face-finder';
import type { Region } from './geometry/affine';
import type { Models } from './runtime/models';
import { faceWeight } from './steps/face-weight';
import { presenceFromLogit } from './steps/landmarks';
import { extentOf, isInside } from './steps/region';
import { type Candidate, type Place, WhoseFace } from './steps/whose-face';
import type { StageClock } from './worker/stage-clock';

/** While a face is tracked the detector only looks for further ones, this often. */
export const LOOK_AROUND_MS = 1000;
/** What is left of the weight of a face that hardly looks like one. */
const LEAST_BELIEF = 0.1;

/** The current frame's size in pixels, and when it was captured. */
export interface FrameFacts {
  readonly width: number;
  readonly height: number;
  readonly tMs: number;
}

/** The person's face in a frame, or what is known without one. */
export type Tracked =
  | {
      readonly mesh: Mesh;
      /** Whether it goes on where the last frame's face was, so that both can be smoothed together. */
      readonly continued: boolean;
      /** Whether it is surely the person's. */
      readonly sure: boolean;
      readonly facesSeen: number;
      /** How many of them stand far behind. */
      readonly behind: number;
    }
  | { readonly mesh: null; readonly presence: number; readonly facesSeen: number };

/**
 * Finds the person's face in frame after frame. A tracked face needs no detector; it is asked again when the face is lost and
 * once in `LOOK_AROUND_MS`. See: [Note: Whose face it is] and [Note: A face is what the mesh says it is]
 */
export class PersonTracker {
  readonly #finder: FaceFinder;
  readonly #whose = new WhoseFace();
  readonly #background: Background;
  #region: Region | null = null;
  #frameSize = '';
  #lookedAtMs = -Infinity;
  /** The faces that were found when all of the frame was looked at last. */
  #found: readonly Region[] = [];

  constructor(infer: Infer, models: Models, clock: StageClock) {
    this.#finder = new FaceFinder(infer, models, clock);
    this.#background = new Background(this.#finder);
  }

  reset(): void {
    this.#region = null;
    this.#finder.reset();
    this.#whose.reset();
    this.#background.reset();
    this.#found = [];
    this.#lookedAtMs = -Infinity;
  }

  async next(frame: FrameFacts): Promise<Tracked> {
    const tracked = await this.#follow(frame);
    const found = tracked ? await this.#lookAround(tracked, frame) : await this.#find(frame);
    this.#region = found.mesh?.region ?? null;
    const behind = await this.#behind(frame);
    if (!found.mesh) return { ...found, facesSeen: found.facesSeen + behind };
    const { others, sure } = this.#whose;
    return { mesh: found.mesh, continued: found.mesh === tracked, sure, facesSeen: 1 + others + behind, behind };
  }

  /** How many people stand far behind. See: [Note: People in the background] */
  async #behind(frame: FrameFacts): Promise<number> {
    const known = this.#region ? [this.#region, ...this.#found] : this.#found;
    await this.#background.look(frame, known);
    return this.#background.count(known);
  }

  /** The face that was read in the last frame, where it still is; null where it is not. */
  async #follow(frame: FrameFacts): Promise<Mesh | null> {
    // Pictures that change their size, as when a phone is turned, show the face elsewhere.
    const size = `${frame.width}x${frame.height}`;
    const isSameSize = size === this.#frameSize;
    this.#frameSize = size;
    if (!this.#region || !isSameSize || !isInside(this.#region, frame.width, frame.height)) return null;
    const mesh = await this.#finder.mesh(this.#region);
    return mesh.logit >= FACE_LOGIT && this.#whose.follow(placeOf(mesh, frame), frame.tMs) ? mesh : null;
  }

  /** `tracked`, or the face that takes over from it; looks for others where that is due. */
  async #lookAround(tracked: Mesh, frame: FrameFacts): Promise<{ readonly mesh: Mesh }> {
    if (Math.abs(frame.tMs - this.#lookedAtMs) < this.#whose.lookAfterMs(LOOK_AROUND_MS)) return { mesh: tracked };
    this.#lookedAtMs = frame.tMs;
    const { faces } = await this.#finder.find(frame, [tracked]);
    this.#found = faces.filter(isCertain).map(({ region }) => region);
    const next = this.#whose.lookAround(candidatesOf(faces, frame), frame.tMs);
    return { mesh: faces[next] ?? (await this.#upright(tracked)) };
  }

  /** A face may have been taken up the wrong way round, or have turned over out of sight. */
  async #upright(tracked: Mesh): Promise<Mesh> {
    if (tracked.logit >= CERTAIN_LOGIT) return tracked;
    const best = await this.#finder.confirm(tracked.region);
    return best.logit > tracked.logit ? best : tracked;
  }

  /** The person's face, where none is tracked. A face that is not theirs is none to be read: nothing of it is told. */
  async #find(frame: FrameFacts): Promise<{ readonly mesh: Mesh } | Extract<Tracked, { mesh: null }>> {
    const { faces, best } = await this.#finder.find(frame);
    this.#found = faces.filter(isCertain).map(({ region }) => region);
    this.#lookedAtMs = frame.tMs;
    const chosen = this.#whose.choose(candidatesOf(faces, frame), frame.tMs);
    if (chosen >= 0) return { mesh: faces[chosen]! };
    const presence = faces.length > 0 ? 0 : presenceFromLogit(best);
    return { mesh: null, presence, facesSeen: faces.filter(isCertain).length };
  }
}

const isCertain = ({ logit }: Mesh): boolean => logit >= CERTAIN_LOGIT;

function placeOf({ region }: Mesh, { width, height }: FrameFacts): Place {
  const side = Math.max(width, height);
  return { cx: region.cx / side, cy: region.cy / side, size: extentOf(region) / side };
}

/** A face that is not certain weighs less than one that is. */
const candidatesOf = (meshes: readonly Mesh[], frame: FrameFacts): Candidate[] =>
  meshes.map((mesh) => {
    const { cx, cy } = mesh.region;
    const extent = extentOf(mesh.region);
    const box = { x: cx - extent / 2, y: cy - extent / 2, width: extent, height: extent };
    const belief = clamp(mesh.logit / CERTAIN_LOGIT, LEAST_BELIEF, 1);
    const weight = faceWeight(box, frame.width, frame.height) * belief;
    return { ...placeOf(mesh, frame), weight, certain: isCertain(mesh) };
  });
