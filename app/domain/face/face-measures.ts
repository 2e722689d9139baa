/**
 * A face measure: one distance of the mesh in canonical centimetres, free of the head's turn, place and distance.
 * "Right" and "left" are the person's own.
 */
export interface FaceMeasure {
  /** Its column in a table, without unit. */
  readonly name: string;
  /** What it says, in the words of the codebook. */
  readonly label: string;
  /** What changes it, by action unit (Ekman & Friesen 1978; Hager, Ekman & Friesen 2002). */
  readonly moves: string;
  /** Mesh points, and how their means make the number. */
  readonly of: Reading;
}

/** How points become a number. Each list of points stands for their mean. */
type Reading =
  /** Along one axis of the face, from `from`, or from the head's own origin where that is left out. */
  | { readonly along: Axis; readonly to: readonly number[]; readonly from?: readonly number[] }
  /** In space. */
  | { readonly between: readonly [readonly number[], readonly number[]] };

/** `up`: towards the forehead; `right`, `left`: away from the midline, to the person's own side; `forward`: out of the face. */
type Axis = 'up' | 'right' | 'left' | 'forward';

const EYE = { right: [33, 133], left: [362, 263] } as const;

/** The same points on both halves: mesh indices of the person's right, then of the left. */
const BOTH = {
  innerBrow: { right: [107, 66, 55, 65], left: [336, 296, 285, 295] },
  outerBrow: { right: [105, 63, 70, 46, 53, 52], left: [334, 293, 300, 276, 283, 282] },
  upperLid: { right: [159, 158, 160], left: [386, 385, 387] },
  lowerLid: { right: [145, 144, 153], left: [374, 380, 373] },
  cheek: { right: [117, 118, 50, 123], left: [346, 347, 280, 352] },
  fold: { right: [205, 206, 216], left: [425, 426, 436] },
  wing: { right: [49, 48, 64, 98], left: [279, 278, 294, 327] },
  upperLipSide: { right: [39, 40], left: [269, 270] },
  corner: { right: [61], left: [291] },
} as const;

const UPPER_LIP = [0, 37, 267];
const UPPER_LIP_EDGE = [13, 82, 312];
const LOWER_LIP_EDGE = [14, 87, 317];
const LOWER_LIP = [17, 84, 314];
const CHIN_BOSS = [18, 200, 199];

type Side = 'right' | 'left';

/** One measure for each side. */
const sides = (name: string, of: (side: Side) => Omit<FaceMeasure, 'name'>): FaceMeasure[] =>
  (['right', 'left'] as const).map((side) => ({ name: `${name}_${side}`, ...of(side) }));

/**
 * Every face measure, in the order of a trace's column. Brows and lids are measured from the corners of their own eye, which do not
 * move with expression and follow a small error of the pose; cheeks, nose and mouth from the head's origin, because what lies
 * nearer to them moves with them.
 */
export const FACE_MEASURES: readonly FaceMeasure[] = [
  ...sides('brow_inner', (side) => ({
    label: `height of the inner ${side} brow over the corners of its eye`,
    moves: 'up with AU1, down with AU4 and AU9',
    of: { along: 'up', to: BOTH.innerBrow[side], from: EYE[side] },
  })),
  ...sides('brow_outer', (side) => ({
    label: `height of the outer ${side} brow over the corners of its eye`,
    moves: 'up with AU2, down with AU4',
    of: { along: 'up', to: BOTH.outerBrow[side], from: EYE[side] },
  })),
  {
    name: 'brow_gap',
    label: 'distance between the inner ends of the brows',
    moves: 'smaller with AU4',
    of: {
      between: [
        [107, 55, 66],
        [336, 285, 296],
      ],
    },
  },
  ...sides('lid_upper', (side) => ({
    label: `height of the upper ${side} lid's edge over the corners of its eye`,
    moves: 'up with AU5, down with AU43 and AU45',
    of: { along: 'up', to: BOTH.upperLid[side], from: EYE[side] },
  })),
  ...sides('lid_lower', (side) => ({
    label: `height of the lower ${side} lid's edge over the corners of its eye`,
    moves: 'up with AU6 and AU7',
    of: { along: 'up', to: BOTH.lowerLid[side], from: EYE[side] },
  })),
  ...sides('cheek', (side) => ({
    label: `height of the ${side} cheek below the eye`,
    moves: 'up with AU6',
    of: { along: 'up', to: BOTH.cheek[side] },
  })),
  ...sides('fold', (side) => ({
    label: `height of the ${side} fold between nose and corner of the mouth`,
    moves: 'up with AU6, AU10 and AU12',
    of: { along: 'up', to: BOTH.fold[side] },
  })),
  {
    name: 'nose_root',
    label: 'height of the root of the nose',
    moves: 'down with AU4 and AU9, up with AU1',
    of: { along: 'up', to: [6, 168, 197] },
  },
  ...sides('nose_wing', (side) => ({
    label: `height of the ${side} wing of the nose`,
    moves: 'up with AU9 and AU10',
    of: { along: 'up', to: BOTH.wing[side] },
  })),
  {
    name: 'nose_width',
    label: 'distance between the wings of the nose',
    moves: 'larger with AU12 and AU9',
    of: {
      between: [
        [48, 49, 64],
        [278, 279, 294],
      ],
    },
  },
  {
    name: 'lip_upper',
    label: 'height of the upper lip in its middle',
    moves: 'up with AU10 and AU12, down with AU26 and AU27',
    of: { along: 'up', to: UPPER_LIP },
  },
  ...sides('lip_upper', (side) => ({
    label: `height of the ${side} half of the upper lip`,
    moves: 'up with AU10 and AU12',
    of: { along: 'up', to: BOTH.upperLipSide[side] },
  })),
  {
    name: 'lip_gap',
    label: 'gap between the lips',
    moves: 'larger with AU25, AU26 and AU27',
    of: { along: 'up', to: UPPER_LIP_EDGE, from: LOWER_LIP_EDGE },
  },
  {
    name: 'lip_upper_thickness',
    label: 'thickness of the red of the upper lip',
    moves: 'smaller with AU23, AU24 and AU12',
    of: { along: 'up', to: UPPER_LIP, from: UPPER_LIP_EDGE },
  },
  {
    name: 'lip_lower_thickness',
    label: 'thickness of the red of the lower lip',
    moves: 'smaller with AU23 and AU24',
    of: { along: 'up', to: LOWER_LIP_EDGE, from: LOWER_LIP },
  },
  {
    name: 'lip_lower',
    label: 'height of the lower edge of the lower lip',
    moves: 'down with AU16, AU25, AU26 and AU27, up with AU17',
    of: { along: 'up', to: LOWER_LIP },
  },
  ...sides('corner_up', (side) => ({
    label: `height of the ${side} corner of the mouth`,
    moves: 'up with AU12, down with AU15 and AU20',
    of: { along: 'up', to: BOTH.corner[side] },
  })),
  ...sides('corner_out', (side) => ({
    label: `distance of the ${side} corner of the mouth from the midline`,
    moves: 'larger with AU12, AU14 and AU20, smaller with AU18',
    of: { along: side, to: BOTH.corner[side] },
  })),
  {
    name: 'corner_forward',
    label: 'how far the corners of the mouth stand out',
    moves: 'smaller with AU12 and AU20',
    of: { along: 'forward', to: [61, 291] },
  },
  {
    name: 'mouth_width',
    label: 'distance between the corners of the mouth',
    moves: 'larger with AU12 and AU20, smaller with AU18',
    of: { between: [BOTH.corner.right, BOTH.corner.left] },
  },
  {
    name: 'mouth_curve',
    label: 'height of the corners of the mouth over the meeting of the lips',
    moves: 'up with AU12, down with AU15',
    of: { along: 'up', to: [61, 291], from: [13, 14] },
  },
  {
    name: 'lip_forward',
    label: 'how far the lips stand out',
    moves: 'larger with AU18 and AU22',
    of: { along: 'forward', to: [0, 17, 13, 14] },
  },
  {
    name: 'chin_boss',
    label: 'height of the boss of the chin',
    moves: 'up with AU17, down with AU26 and AU27',
    of: { along: 'up', to: CHIN_BOSS },
  },
  {
    name: 'lip_chin',
    label: 'height of the lower lip over the boss of the chin',
    moves: 'smaller with AU17',
    of: { along: 'up', to: [17], from: [200, 199] },
  },
  {
    name: 'jaw',
    label: 'distance from the base of the nose down to the edge of the chin',
    moves: 'larger with AU26 and AU27',
    of: { along: 'up', to: [2], from: [152] },
  },
];
