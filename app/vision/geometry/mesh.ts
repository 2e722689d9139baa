/**
 * The face mesh as numbered by MediaPipe (Kartynnik et al. 2019, arXiv 1907.06724; canonical_face_model_uv_visualization):
 * 468 points of the skin, then five per iris, the person's right eye first.
 */
export const MESH_POINTS = 468;
export const IRIS_POINTS = 5;

/** Outer corners of the person's right and left eye. */
export const OUTER_RIGHT = 33;
export const OUTER_LEFT = 263;

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
