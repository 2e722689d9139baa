import { FACE_MEASURES } from '../../domain/face/face-measures';
import { NEUTRAL_CM } from '../../domain/face/neutral-face';
import type { DrawnFace } from './motion-rows';

/*
 * A face that nobody has: the average one, moved by a script, for those who want to see how a recall goes before they let a camera
 * look. It is drawn exactly as the replay of a recall is.
 */

/** How long the script takes, in milliseconds. */
export const SCRIPT_MS = 9_000;

/** When the drawn face begins to smile, in milliseconds. */
export const SMILE_FROM_MS = 3_000;

/** How pleasant the script's face looks, -1..1: an example, set by us. */
export const SCRIPTED_VALENCE = 0.55;

type Name = keyof typeof NEUTRAL_CM;
type Moves = Readonly<Partial<Record<Name, number>>>;

/** Centimetres from rest. */
const SMILE: Moves = {
  corner_out: 0.55,
  corner_up: 0.4,
  mouth_curve: 0.35,
  mouth_width: 1.1,
  lid_lower: 0.12,
  cheek: 0.1,
  fold: 0.15,
  lip_gap: 0.25,
};
const BROWS: Moves = { brow_inner: 0.35, brow_outer: 0.15, lid_upper: 0.06 };
const CLOSED: Moves = { lid_upper: -0.62, lid_lower: 0.1 };

/** What moves, when: from nothing at `fromMs` to all of it at `fullMs`, and back from `holdMs` to `untilMs`. */
const SCRIPT: readonly {
  readonly moves: Moves;
  readonly fromMs: number;
  readonly fullMs: number;
  readonly holdMs: number;
  readonly untilMs: number;
}[] = [
  { moves: CLOSED, fromMs: 900, fullMs: 980, holdMs: 1_020, untilMs: 1_140 },
  { moves: BROWS, fromMs: 1_700, fullMs: 2_300, holdMs: 3_000, untilMs: 4_200 },
  { moves: SMILE, fromMs: SMILE_FROM_MS, fullMs: 4_400, holdMs: 6_600, untilMs: 8_600 },
  { moves: CLOSED, fromMs: 5_400, fullMs: 5_480, holdMs: 5_520, untilMs: 5_640 },
];

/** The name of a measure without its side. */
const nameOf = (measure: string): Name | null => {
  const name = measure.replace(/_(right|left)$/, '');
  return name in NEUTRAL_CM && measure !== 'lip_upper_right' && measure !== 'lip_upper_left' ? (name as Name) : null;
};

const NAMES = FACE_MEASURES.map(({ name }) => nameOf(name));

/** The face at rest, in the order of `FACE_MEASURES`, in canonical centimetres. */
export const SCRIPTED_REST: readonly number[] = NAMES.map((name) => (name ? NEUTRAL_CM[name][0] : 0));

/** The face `atMs` into the script; at rest before and after it. */
export function scriptedFace(atMs: number): DrawnFace {
  const shares = SCRIPT.map(({ moves, fromMs, fullMs, holdMs, untilMs }) => ({
    moves,
    share: smooth((atMs - fromMs) / (fullMs - fromMs)) * (1 - smooth((atMs - holdMs) / (untilMs - holdMs))),
  }));
  const moved = (name: Name): number => shares.reduce((sum, { moves, share }) => sum + share * (moves[name] ?? 0), 0);
  return {
    measures: NAMES.map((name, at) => SCRIPTED_REST[at]! + (name ? moved(name) : 0)),
    // A slow nod to one side and back, so that it does not stand like a mask.
    roll: 0.03 * Math.sin((2 * Math.PI * atMs) / SCRIPT_MS),
  };
}

/** 0 below 0, 1 above 1, and a soft beginning and end between. */
const smooth = (share: number): number => {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
};
