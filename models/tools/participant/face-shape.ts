import type { CanonicalMesh } from './canonical-mesh';
import type { Vector } from './place';
import { FACE_UNITS, type FaceUnit, type Pull, UNIT_PULLS } from './unit-pulls';

/** How strongly a unit is there, on both halves or on one of them; the person's own left and right. */
export type Intensity = number | { readonly left: number; readonly right: number };
export type FaceActs = Readonly<Partial<Record<FaceUnit, Intensity>>>;

/** Upper lid, lower lid and what lies over them, from the outer corner inwards; of the person's right eye. */
const UPPER_LID = [246, 161, 160, 159, 158, 157, 173];
const LOWER_LID = [7, 163, 144, 145, 153, 154, 155];
const UPPER_FOLD = [247, 30, 29, 27, 28, 56, 190];
/** Where the jaw hangs, before the ears. */
const HINGE: Vector = [0, 0.5, -1.5];
/** A jaw that is dropped at an intensity of 1, in radians. */
const JAW = 0.2;
/** Where the lips meet. */
const MOUTH_Y = -4.35;
/** The canonical mouth is open by half a centimetre: how far each lip moves to close it. */
const CLOSING: readonly Pull[] = [
  { points: [13, 82, 81, 80], by: [0, -0.18, 0.05], reach: 0.35, only: 'above' },
  { points: [14, 87, 178, 88], by: [0, 0.25, 0], reach: 0.5, only: 'below' },
];
const EYE_RADIUS = 1.5;

/** Weights of a pull at every point, of the right half and of the left. */
interface Spread {
  readonly pull: Pull;
  readonly right: Float64Array;
  readonly left: Float64Array;
}

/** The canonical face with closed lips, and how each unit moves it. */
export class FaceShape {
  readonly #rest: Float64Array;
  readonly #pulls: ReadonlyMap<FaceUnit, readonly Spread[]>;
  readonly #jaw: Float64Array;
  readonly #mirror: readonly number[];
  /** Middles of both eyeballs, the person's right one first. */
  readonly eyes: readonly [Vector, Vector];

  constructor({ positions }: CanonicalMesh) {
    this.#mirror = mirrorOf(positions);
    this.#rest = Float64Array.from(positions);
    for (const pull of CLOSING) move(this.#rest, this.#spread(pull, positions), 1, 1);
    this.#pulls = new Map(
      FACE_UNITS.map((unit) => [unit, UNIT_PULLS[unit].map((pull) => this.#spread(pull, positions))]),
    );
    this.#jaw = Float64Array.from({ length: positions.length / 3 }, (_, i) => jawWeight(pointOf(positions, i)));
    const right = eyeballOf(this.#rest);
    this.eyes = [right, [-right[0], right[1], right[2]]];
  }

  /** Points x 3 of the face that does this. */
  moved(acts: FaceActs): Float64Array {
    const face = Float64Array.from(this.#rest);
    const of = (unit: FaceUnit): { left: number; right: number } => {
      const intensity = acts[unit] ?? 0;
      return typeof intensity === 'number' ? { left: intensity, right: intensity } : intensity;
    };
    for (const [unit, spreads] of this.#pulls) {
      const { left, right } = of(unit);
      if (left !== 0 || right !== 0) for (const spread of spreads) move(face, spread, right, left);
    }
    dropJaw(face, this.#jaw, JAW * of(26).right);
    for (const [side, eyeball] of [['right', this.eyes[0]] as const, ['left', this.eyes[1]] as const]) {
      const at = (point: number): number => (side === 'right' ? point : this.#mirror[point]!);
      moveLids(face, at, eyeball, {
        close: of(43)[side],
        tighten: of(7)[side] + 0.6 * of(6)[side],
        widen: of(5)[side],
      });
    }
    return face;
  }

  #spread(pull: Pull, positions: Float64Array): Spread {
    const right = weightsOf(pull, pull.points, positions);
    const left = weightsOf(
      pull,
      pull.points.map((point) => this.#mirror[point]!),
      positions,
    );
    // In the middle both halves pull: together no more than one does.
    for (let i = 0; i < right.length; i++) {
      const over = Math.max(1, right[i]! + left[i]!);
      right[i]! /= over;
      left[i]! /= over;
    }
    return { pull, right, left };
  }
}

const pointOf = (positions: Float64Array, i: number): Vector => [
  positions[3 * i]!,
  positions[3 * i + 1]!,
  positions[3 * i + 2]!,
];

/** The point that lies where each one is mirrored. */
function mirrorOf(positions: Float64Array): number[] {
  const all = Array.from({ length: positions.length / 3 }, (_, i) => pointOf(positions, i));
  return all.map(([x, y, z]) => {
    const distances = all.map((other) => Math.hypot(other[0] + x, other[1] - y, other[2] - z));
    return distances.indexOf(Math.min(...distances));
  });
}

function weightsOf({ reach, only }: Pull, points: readonly number[], positions: Float64Array): Float64Array {
  const handles = points.map((point) => pointOf(positions, point));
  return Float64Array.from({ length: positions.length / 3 }, (_, i) => {
    const [x, y, z] = pointOf(positions, i);
    const isBelow = y < MOUTH_Y;
    if (only && (only === 'below') !== isBelow) return 0;
    const distance = Math.min(...handles.map((handle) => Math.hypot(handle[0] - x, handle[1] - y, handle[2] - z)));
    return Math.exp(-((distance / reach) ** 2));
  });
}

function move(face: Float64Array, { pull, right, left }: Spread, ofRight: number, ofLeft: number): void {
  const [out, up, forward] = pull.by;
  for (let i = 0; i < right.length; i++) {
    const [r, l] = [right[i]! * ofRight, left[i]! * ofLeft];
    face[3 * i]! += out * (l - r);
    face[3 * i + 1]! += up * (l + r);
    face[3 * i + 2]! += forward * (l + r);
  }
}

/** 1 for lower lip and chin, less along the cheeks towards the ears, 0 above the mouth. */
function jawWeight([x, y]: Vector): number {
  const side = Math.min(1, Math.abs(x) / 7);
  // The skin of the cheeks stretches from the corner of the mouth up; in the middle the lips part at once.
  const top = MOUTH_Y + 4.5 * side ** 1.5;
  const length = 0.1 + 4.5 * side;
  const t = Math.min(1, Math.max(0, (top - y) / length));
  return t * t * (3 - 2 * t) * (1 - 0.35 * side);
}

function dropJaw(face: Float64Array, weights: Float64Array, angle: number): void {
  for (let i = 0; i < weights.length; i++) {
    const a = angle * weights[i]!;
    const [y, z] = [face[3 * i + 1]! - HINGE[1], face[3 * i + 2]! - HINGE[2]];
    face[3 * i + 1] = HINGE[1] + y * Math.cos(a) - z * Math.sin(a);
    face[3 * i + 2] = HINGE[2] + z * Math.cos(a) + y * Math.sin(a);
  }
}

/** Behind the lids, so that they lie on it. */
function eyeballOf(face: Float64Array): Vector {
  const lids = [...UPPER_LID, ...LOWER_LID].map((point) => pointOf(face, point));
  const mean = (k: 0 | 1 | 2): number => lids.reduce((sum, lid) => sum + lid[k], 0) / lids.length;
  const front = Math.max(...lids.map(([, , z]) => z));
  return [mean(0), mean(1), front - 0.12 - EYE_RADIUS];
}

/** How far the lids go: shut altogether at a `close` of 1. */
function moveLids(
  face: Float64Array,
  at: (point: number) => number,
  eyeball: Vector,
  { close, tighten, widen }: { close: number; tighten: number; widen: number },
): void {
  UPPER_LID.forEach((point, k) => {
    const [upper, lower, fold] = [at(point), at(LOWER_LID[k]!), at(UPPER_FOLD[k]!)];
    const gap = face[3 * upper + 1]! - face[3 * lower + 1]!;
    const raised = Math.min(0.45, 0.3 * tighten) + 0.08 * close;
    const fallen = Math.min(0.92 - raised, 0.86 * close + 0.12 * tighten - 0.4 * widen);
    face[3 * upper + 1]! -= fallen * gap;
    face[3 * lower + 1]! += raised * gap;
    face[3 * fold + 1]! -= 0.4 * fallen * gap;
    for (const lid of [upper, lower]) keepOut(face, lid, eyeball);
  });
}

/** A lid slides over the eyeball and never into it. */
function keepOut(face: Float64Array, point: number, [cx, cy, cz]: Vector): void {
  const away = [face[3 * point]! - cx, face[3 * point + 1]! - cy, face[3 * point + 2]! - cz] as const;
  const distance = Math.hypot(...away);
  const least = EYE_RADIUS + 0.06;
  if (distance >= least) return;
  const z2 = least ** 2 - away[0] ** 2 - away[1] ** 2;
  if (z2 > 0) face[3 * point + 2] = cz + Math.sqrt(z2);
}

export { EYE_RADIUS, LOWER_LID, UPPER_LID };
