/** What a participant can be told to do, each from 0 (not at all) to 1 (clearly): action units by number, on both halves or on one. */
export const FACE_UNITS = [1, 2, 4, 5, 6, 7, 9, 10, 12, 15, 17, 20, 24, 25, 26, 43] as const;
export type FaceUnit = (typeof FACE_UNITS)[number];

/** Points that are pulled together, and what lies near them a little less. Of the person's right half: the left is its mirror. */
export interface Pull {
  readonly points: readonly number[];
  /** Centimetres away from the midline, up, and forward, at an intensity of 1. */
  readonly by: readonly [out: number, up: number, forward: number];
  /** At this distance, in centimetres, a third of it is left. */
  readonly reach: number;
  /** The lips part what lies above the opening of the mouth from what lies below it. */
  readonly only?: 'above' | 'below';
}

const INNER_BROW = [107, 66, 55, 65];
const OUTER_BROW = [105, 63, 70, 46, 53, 52];
const CORNER = [61, 76, 62, 78];
const UPPER_LIP = [0, 37, 39, 11, 72, 73, 12, 38, 41];
const UPPER_EDGE = [13, 82, 81, 80];
const LOWER_LIP = [17, 84, 181, 16, 85, 180];
const LOWER_EDGE = [14, 87, 178, 88, 15, 86, 179];

/**
 * How far each action unit moves what, in canonical centimetres: ours, of the size of what the same unit does at its apex in posed
 * pictures, with directions as FACS has them (Ekman, Friesen & Hager 2002). Lids and jaw turn about a joint and are moved in `face-shape.ts`.
 */
export const UNIT_PULLS: Readonly<Record<FaceUnit, readonly Pull[]>> = {
  1: [{ points: INNER_BROW, by: [0, 0.6, 0], reach: 1 }],
  2: [{ points: OUTER_BROW, by: [0, 0.6, 0], reach: 1 }],
  4: [
    { points: INNER_BROW, by: [-0.22, -0.45, 0.05], reach: 0.9 },
    { points: OUTER_BROW, by: [-0.1, -0.35, 0], reach: 0.9 },
  ],
  5: [],
  6: [
    { points: [117, 118, 50, 101], by: [0, 0.25, 0.2], reach: 0.9 },
    { points: [205, 206], by: [0.1, 0.25, 0.1], reach: 0.9 },
  ],
  7: [],
  9: [
    { points: [49, 48, 64, 98], by: [0.08, 0.3, 0], reach: 0.6 },
    { points: [6, 197, 122], by: [0, -0.2, 0.05], reach: 0.7 },
    { points: INNER_BROW, by: [-0.1, -0.3, 0], reach: 0.8 },
    { points: UPPER_LIP, by: [0, 0.2, 0], reach: 0.5, only: 'above' },
  ],
  10: [
    { points: [...UPPER_LIP, ...UPPER_EDGE], by: [0, 0.4, 0], reach: 0.6, only: 'above' },
    { points: [205, 206, 216], by: [0, 0.25, 0.1], reach: 0.7 },
  ],
  12: [
    { points: CORNER, by: [1, 0.9, -0.7], reach: 1.2 },
    { points: [205, 206, 216], by: [0.3, 0.6, 0.2], reach: 0.9 },
    { points: [117, 118, 50], by: [0, 0.2, 0.15], reach: 0.8 },
    { points: [40, 39, 37], by: [0.15, 0.12, -0.1], reach: 0.5, only: 'above' },
  ],
  15: [{ points: CORNER, by: [0.05, -0.55, -0.05], reach: 0.8 }],
  17: [
    { points: [18, 200, 199, 83, 201], by: [0, 0.45, 0.15], reach: 0.8, only: 'below' },
    { points: [...LOWER_LIP, ...LOWER_EDGE], by: [0, 0.3, 0.2], reach: 0.4, only: 'below' },
  ],
  20: [{ points: CORNER, by: [1, -0.05, -0.7], reach: 1.1 }],
  24: [
    { points: [0, 37, 39, 40, 11], by: [0, -0.4, -0.2], reach: 0.35, only: 'above' },
    { points: LOWER_LIP, by: [0, 0.6, -0.2], reach: 0.45, only: 'below' },
  ],
  25: [
    { points: UPPER_EDGE, by: [0, 0.12, 0], reach: 0.5, only: 'above' },
    { points: LOWER_EDGE, by: [0, -0.45, 0], reach: 0.7, only: 'below' },
  ],
  26: [],
  43: [],
};
