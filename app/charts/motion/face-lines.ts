import { clamp } from '../../base/clamp';
import { FACE_MEASURES } from '../../domain/face/face-measures';
import type { DrawnFace } from './motion-rows';

/** Movements are drawn this many times as large as they were: on a face the size of a coin a smile is half a millimetre. */
export const DRAWN_TIMES = 1.5;

/** Where the corners of the eyes are drawn, in canonical centimetres: they don't move. */
const EYE = { y: 2.5, inner: 1.75, outer: 4.5 } as const;
/** From the base of the nose down to its wings: the measures have none of it. */
const NOSE_BASE_CM = 0.65;
/** Lips this far apart lie on each other in the mesh. */
const CLOSED_CM = 0.15;

/** The drawing of a face: SVG paths in canonical centimetres with y down, and how strongly what comes and goes is inked, 0..1. */
export interface FaceLines {
  readonly outline: string;
  readonly brows: readonly string[];
  readonly eyes: readonly EyeLines[];
  readonly nose: string;
  readonly lips: readonly string[];
  /** The dark between the lips. */
  readonly mouth: string;
  /** From the nose to the corners of the mouth. */
  readonly folds: readonly { readonly path: string; readonly ink: number }[];
  /** Over the bridge of the nose. */
  readonly wrinkles: { readonly path: string; readonly ink: number };
  readonly chin: { readonly path: string; readonly ink: number };
}

interface EyeLines {
  /** The open eye, closed as a shape. */
  readonly shape: string;
  readonly upper: string;
  readonly lower: string;
  readonly iris: readonly [x: number, y: number];
}

const COLUMN = new Map(FACE_MEASURES.map(({ name }, at) => [name, at]));

/**
 * Draws a face as in a mirror: the person's left on the left. All of it comes from the measures of one moment, and from how the same face
 * measures at rest (`rest`), around which movements are enlarged.
 */
export function faceLines({ measures }: Pick<DrawnFace, 'measures'>, rest: readonly number[]): FaceLines {
  const change = (name: string): number => measures[COLUMN.get(name)!]! - rest[COLUMN.get(name)!]!;
  const cm = (name: string): number => rest[COLUMN.get(name)!]! + DRAWN_TIMES * change(name);
  const both = (name: string): number => (cm(`${name}_left`) + cm(`${name}_right`)) / 2;
  const noseY = both('nose_wing');
  const chinY = noseY - NOSE_BASE_CM - cm('jaw');
  return {
    outline: outlineOf(chinY),
    brows: SIDES.map(([side, x]) => browOf(x, cm('brow_gap') / 2, cm(`brow_inner_${side}`), cm(`brow_outer_${side}`))),
    eyes: SIDES.map(([side, x]) => eyeOf(x, cm(`lid_upper_${side}`), cm(`lid_lower_${side}`))),
    nose: noseOf(noseY, cm('nose_width')),
    ...mouthOf(cm),
    folds: SIDES.map(([side, x]) => ({
      path: foldOf(x, noseY, cm(`corner_out_${side}`), cm(`corner_up_${side}`)),
      ink: clamp((change(`fold_${side}`) + change(`corner_out_${side}`)) / 0.5, 0, 1),
    })),
    wrinkles: {
      path: `M-.45 ${n(-2.6)}L.45 ${n(-2.6)}M-.55 ${n(-2)}L.55 ${n(-2)}`,
      ink: clamp((change('nose_wing_left') + change('nose_wing_right') - 2 * change('nose_root') - 0.15) / 0.4, 0, 1),
    },
    chin: {
      path: `M-.9 ${n(-(chinY + 1.2))}Q0 ${n(-(chinY + 1.75))} .9 ${n(-(chinY + 1.2))}`,
      ink: clamp(change('chin_boss') / 0.25, 0, 1),
    },
  };
}

/** As in a mirror: left is where x is negative. */
const SIDES = [
  ['left', -1],
  ['right', 1],
] as const;

const n = (value: number): string => value.toFixed(2);
/** A point with y up, as the measures have it, for a drawing with y down. */
const p = (x: number, y: number): string => `${n(x)} ${n(-y)}`;

const outlineOf = (chinY: number): string =>
  `M${p(-7, 3)}C${p(-7.1, -2)} ${p(-4.6, chinY + 0.1)} ${p(0, chinY)}C${p(4.6, chinY + 0.1)} ${p(7.1, -2)} ${p(7, 3)}` +
  `C${p(7.1, 8.4)} ${p(3.8, 10.4)} ${p(0, 10.4)}C${p(-3.8, 10.4)} ${p(-7.1, 8.4)} ${p(-7, 3)}Z`;

const browOf = (side: number, gap: number, inner: number, outer: number): string =>
  `M${p(side * gap, EYE.y + inner - 0.15)}Q${p(side * 3.1, EYE.y + (inner + outer) / 2 + 0.6)} ${p(side * 5.2, EYE.y + outer - 0.5)}`;

function eyeOf(side: number, upper: number, lower: number): EyeLines {
  const [inner, outer, middle] = [side * EYE.inner, side * EYE.outer, (side * (EYE.inner + EYE.outer)) / 2];
  // A closed eye is a line, however the mesh crosses its lids.
  const top = Math.max(upper, lower + 0.04);
  const lid = (height: number, to: number) => `Q${p(middle, EYE.y + 2 * height)} ${p(to, EYE.y)}`;
  return {
    shape: `M${p(inner, EYE.y)}${lid(top, outer)}${lid(lower, inner)}Z`,
    upper: `M${p(inner, EYE.y)}${lid(top, outer)}`,
    lower: `M${p(inner, EYE.y)}${lid(lower, outer)}`,
    iris: [middle, -(EYE.y + 0.08)],
  };
}

function noseOf(y: number, width: number): string {
  const half = 0.42 * width;
  return (
    `M${p(-half, y + 0.45)}Q${p(-half - 0.25, y - 0.3)} ${p(-half * 0.45, y - 0.3)}` +
    `Q${p(0, y - 0.85)} ${p(half * 0.45, y - 0.3)}Q${p(half + 0.25, y - 0.3)} ${p(half, y + 0.45)}`
  );
}

function mouthOf(cm: (name: string) => number): Pick<FaceLines, 'lips' | 'mouth'> {
  const left = { x: -cm('corner_out_left'), y: cm('corner_up_left') };
  const right = { x: cm('corner_out_right'), y: cm('corner_up_right') };
  const cornerY = (left.y + right.y) / 2;
  const top = cm('lip_upper');
  const edge = top - Math.max(0.1, cm('lip_upper_thickness'));
  const lowerEdge = edge - Math.max(0, cm('lip_gap') - CLOSED_CM);
  const bottom = lowerEdge - Math.max(0.15, cm('lip_lower_thickness'));
  /** A curve from corner to corner whose middle is at `y`. */
  const across = (y: number): string => `Q${p((left.x + right.x) / 2, 2 * y - cornerY)} `;
  const [start, end] = [p(left.x, left.y), p(right.x, right.y)];
  const bow =
    `M${start}Q${p(left.x * 0.45, top + 0.12)} ${p(-0.38, top)}Q${p(0, top - 0.22)} ${p(0.38, top)}` +
    `Q${p(right.x * 0.45, top + 0.12)} ${end}`;
  return {
    lips: [
      bow,
      `M${start}${across(edge)}${end}`,
      `M${start}${across(lowerEdge)}${end}`,
      `M${start}${across(bottom)}${end}`,
    ],
    mouth: `M${start}${across(edge)}${end}${across(lowerEdge)}${start}Z`,
  };
}

const foldOf = (side: number, noseY: number, out: number, up: number): string =>
  `M${p(side * 1.9, noseY - 0.1)}Q${p(side * (out + 0.75), (noseY + up) / 2 + 0.3)} ${p(side * (out + 0.6), up - 0.1)}`;
