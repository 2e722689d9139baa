/**
 * The face mesh as numbered by MediaPipe (Kartynnik et al. 2019, arXiv 1907.06724; canonical_face_model_uv_visualization):
 * 468 points of the skin, then five per iris, the person's right eye first. Left and right are the person's own.
 */
export const MESH_POINTS = 468;
export const IRIS_POINTS = 5;
export const LANDMARK_COUNT = MESH_POINTS + 2 * IRIS_POINTS;

/** One eye in mesh indices. */
export interface Eye {
  /** The corner nearer the image's left in the unmirrored frame, then the other. */
  readonly corners: readonly [number, number];
  /** Lower lid from the outer corner inwards, then upper lid: in the order of the iris model's first 16 points. */
  readonly lids: readonly number[];
  /** p1..p6 of the eye aspect ratio. */
  readonly aspect: readonly [number, number, number, number, number, number];
  /** Centre of the iris; its four edges follow. */
  readonly iris: number;
}

export const RIGHT_EYE: Eye = {
  corners: [33, 133],
  lids: [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173],
  aspect: [33, 160, 158, 133, 153, 144],
  iris: MESH_POINTS,
};

export const LEFT_EYE: Eye = {
  corners: [362, 263],
  lids: [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398],
  aspect: [362, 385, 387, 263, 373, 380],
  iris: MESH_POINTS + IRIS_POINTS,
};

/** Outer corners of the person's right and left eye. */
export const OUTER_RIGHT = RIGHT_EYE.corners[0];
export const OUTER_LEFT = LEFT_EYE.corners[1];

/** Points of the lower lid, both corners among them. */
const LOWER_LID = 9;

/** The lids as one closed line: the upper lid comes back from the inner corner to the outer one. */
export const lidLine = ({ lids }: Eye): readonly number[] => [
  ...lids.slice(0, LOWER_LID),
  ...lids.slice(LOWER_LID).reverse(),
];

export const NOSE_TIP = 1;
/** The right corner of the mouth, then the left one. */
export const MOUTH_CORNERS: readonly [number, number] = [61, 291];
/** Where the lips meet in the middle: the lower edge of the upper lip, then the upper edge of the lower one. */
export const LIP_MIDDLES: readonly [number, number] = [13, 14];

/** Closed lines, in drawing order. */
export const FACE_OVAL: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
export const OUTER_LIPS: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
];
export const INNER_LIPS: readonly number[] = [
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
];
