import {
  type FaceReading,
  type FrameReading,
  PRESENCE_THRESHOLD,
  USABLE_PITCH,
  USABLE_YAW,
} from '../domain/face/face-reading';
import { FRAMINGS, type Framing } from '../domain/face/framing';
import type { Light } from './light';

/** A limit with two sides: a problem begins past `enter` and is over only past `leave`, so that guidance does not flicker. */
export interface Limit {
  readonly enter: number;
  readonly leave: number;
}

/**
 * Where guidance begins. Ours, chosen so that what they let through is well inside what the models were made for; to be
 * checked against recorded usable shares.
 */
export const FRAMING_LIMITS = {
  /**
   * Mean luma of the face below which too little of it is left, as before a window by day. Lit faces of three sets, of all skins there,
   * have .26 and more in 19 of 20 pictures.
   */
  darkness: { enter: 0.13, leave: 0.17 },
  /** The same of the whole picture while no face is found: a phone's camera then raises its gain until noise hides the brows. */
  darkRoom: { enter: 0.18, leave: 0.23 },
  /**
   * Share of the face that is as good as white. Of 422 well-lit faces at most .03 is; of nine in ten that are exposed twice too long more
   * than .1, and then every fifth is read as another expression.
   */
  glare: { enter: 0.15, leave: 0.1 },
  /** The same of the whole picture while no face is found. */
  glaringRoom: { enter: 0.5, leave: 0.4 },
  /** Height of the face box in frame heights: .22 of 480 rows are 106, about what the classifier's crop needs. */
  far: { enter: 0.22, leave: 0.25 },
  /** Longer side of the face box in frame sides: beyond it chin or forehead leave with the smallest nod. */
  close: { enter: 0.85, leave: 0.8 },
  /** Distance of the face's centre from the frame's, in frame sides. */
  off: { enter: 0.22, leave: 0.18 },
  /**
   * Sharpness of the face, see `sharpnessOf`. The least of 475 sharp faces of five sets has .0045, and .0019 where it is shrunk to 40 pixels; of the same
   * faces blurred by a 24th of their width the most have .0013, and half of them are then read as another expression.
   */
  blur: { enter: 0.0014, leave: 0.0018 },
  /** Probability that much of the face is hidden. Of 375 open faces of four sets one has more: models/evaluate/ROBUSTNESS.md. */
  cover: { enter: 0.1, leave: 0.07 },
  /** Turn of the head as a share of what a summary can use: a fifth is left to move in. */
  turn: { enter: 0.8, leave: 0.65 },
} as const satisfies Record<string, Limit>;

/** A change of guidance is shown once it has held for this long, in milliseconds. */
export const FRAMING_HOLD_MS = 300;

type Problem = Exclude<Framing, 'ok'>;

/**
 * What keeps the face from being read well in this one frame. `before` is what was said last: a problem that is being told
 * has to be over, not merely at its edge. `light` is that on the face, or of the picture without one; null where it could not be measured.
 */
export function framingOf(reading: FrameReading, light: Light | null, before: Framing): Framing {
  const face = reading.face && reading.face.presence >= PRESENCE_THRESHOLD ? reading.face : null;
  const limit = (problem: Problem, { enter, leave }: Limit): number => (before === problem ? leave : enter);
  const applies: Record<Problem, boolean> = {
    'too-dark':
      light !== null && light.mean < limit('too-dark', face ? FRAMING_LIMITS.darkness : FRAMING_LIMITS.darkRoom),
    'too-bright':
      light !== null && light.white > limit('too-bright', face ? FRAMING_LIMITS.glare : FRAMING_LIMITS.glaringRoom),
    'no-face': face === null,
    'several-faces': (face ?? reading.face ?? reading).facesSeen > 1,
    'too-far': face !== null && face.box.height < limit('too-far', FRAMING_LIMITS.far),
    'too-close': face !== null && Math.max(face.box.width, face.box.height) > limit('too-close', FRAMING_LIMITS.close),
    'off-centre': face !== null && offCentre(face) > limit('off-centre', FRAMING_LIMITS.off),
    blurred: face !== null && (light?.sharpness ?? 1) < limit('blurred', FRAMING_LIMITS.blur),
    covered: (face?.covered ?? 0) > limit('covered', FRAMING_LIMITS.cover),
    'turned-away': face !== null && turned(face) > limit('turned-away', FRAMING_LIMITS.turn),
  };
  return FRAMINGS.find((framing) => framing !== 'ok' && applies[framing]) ?? 'ok';
}

/** The guidance to show, frame by frame, steady. */
export class FramingGuide {
  #shown: Framing | null = null;
  #next: { readonly framing: Framing; readonly sinceMs: number } | null = null;

  /** Takes what one frame gave at `tMs` of the stream; returns what to say. */
  update(reading: FrameReading, light: Light | null): Framing {
    const tMs = reading.face ? reading.face.tMs : reading.tMs;
    const framing = framingOf(reading, light, this.#shown ?? 'ok');
    if (this.#shown === null || framing === this.#shown) {
      this.#shown = framing;
      this.#next = null;
    } else if (this.#next?.framing !== framing) {
      this.#next = { framing, sinceMs: tMs };
    } else if (tMs - this.#next.sinceMs >= FRAMING_HOLD_MS) {
      this.#shown = framing;
      this.#next = null;
    }
    return this.#shown;
  }

  /** Forgets what was shown, at the start of a stream. */
  reset(): void {
    this.#shown = null;
    this.#next = null;
  }
}

const offCentre = ({ box }: FaceReading): number =>
  Math.max(Math.abs(box.x + box.width / 2 - 0.5), Math.abs(box.y + box.height / 2 - 0.5));

const turned = ({ pose }: FaceReading): number =>
  Math.max(Math.abs(pose.yaw) / USABLE_YAW, Math.abs(pose.pitch) / USABLE_PITCH);
