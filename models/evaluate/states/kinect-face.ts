import { FACE_MEASURE_NAMES } from '../../../app/domain/face/face-measure-names';
import { median } from '../../../app/statistics/median';
import { type Points, rigidFit } from '../../../app/vision/geometry/rigid-fit';

/** Points of a face by the Kinect's tracker, and which of them are the same places as those of a face measure. Others have no counterpart. */
export const KINECT_POINTS = 100;
const EYE_CORNERS = { right: [0, 4], left: [8, 12] };
const BROWS = {
  brow_inner_right: [16, 17, 24, 25],
  brow_outer_right: [18, 19, 20, 21, 22, 23],
  brow_inner_left: [26, 27, 34, 35],
  brow_outer_left: [28, 29, 30, 31, 32, 33],
};
/** Eyes and nose: what an expression moves least. */
const FIRM = [0, 2, 4, 6, 8, 10, 12, 14, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 89];
/** Pixels a metre away from the depth camera for a metre, and the middle of its picture. */
const FOCAL_PX = 525;
const MIDDLE_PX = [320, 240] as const;
/** A point this much nearer or farther than the face, in millimetres, is not on it. */
const OFF_FACE_MM = 90;
/** Between the outer corners of the eyes of the canonical face, in centimetres. */
const OUTER_EYES_CM = 8.9;

/** A frame of the tracker as far as it can be put into the app's terms. */
export interface KinectFace {
  /** In the order of `FACE_MEASURES`, in canonical centimetres; 0 where the tracker has no such points. */
  readonly measures: Float32Array;
  /** Turn of the head against its mean in the recording, in radians. */
  readonly pitch: number;
  readonly yaw: number;
}

/** `frames`: x and y in pixels and z in millimetres of each point, in a row; each has depth. */
export function kinectFaces(frames: readonly Points[]): KinectFace[] {
  const faces = frames.map(inMillimetres);
  const weights = new Float64Array(KINECT_POINTS);
  for (const point of FIRM) weights[point] = 1;
  let mean = meanShape(faces.map(centred));
  mean = meanShape(faces.map((face) => moved(face, rigidFit(face, mean, weights))));
  const outer = Math.hypot(...[0, 1, 2].map((k) => mean[3 * 4 + k]! - mean[3 * 12 + k]!));
  return faces.map((face) => {
    const fit = rigidFit(face, mean, weights);
    const r = fit.rotation;
    return {
      measures: browsOf(moved(face, fit), OUTER_EYES_CM / outer),
      pitch: Math.atan2(r[7]!, r[8]!),
      yaw: Math.atan2(-r[6]!, Math.hypot(r[7]!, r[8]!)),
    };
  });
}

/** Depth of the face in millimetres; 0 where the camera saw none. */
const depthOf = (frame: Points): number => median(FIRM.map((point) => frame[3 * point + 2]!));

/** Whether the depth camera saw the face. */
export const hasDepth = (frame: Points): boolean => depthOf(frame) > 0;

function inMillimetres(frame: Points): Points {
  const depth = depthOf(frame);
  const face = new Float64Array(frame.length);
  for (let i = 0; i < frame.length; i += 3) {
    const z = Math.abs(frame[i + 2]! - depth) > OFF_FACE_MM ? depth : frame[i + 2]!;
    face.set([((frame[i]! - MIDDLE_PX[0]) * z) / FOCAL_PX, ((frame[i + 1]! - MIDDLE_PX[1]) * z) / FOCAL_PX, z], i);
  }
  return face;
}

const meanOf = (face: Points, points: readonly number[], k: number): number =>
  points.reduce((sum, point) => sum + face[3 * point + k]!, 0) / points.length;

const centred = (face: Points): Points => {
  const centre = [0, 1, 2].map((k) => meanOf(face, FIRM, k));
  return face.map((value, i) => value - centre[i % 3]!);
};

const meanShape = (faces: readonly Points[]): Points =>
  Float64Array.from(faces[0]!, (_, i) => median(faces.map((face) => face[i]!)));

function moved(face: Points, { rotation: r, scale, translation: t }: ReturnType<typeof rigidFit>): Points {
  return face.map((_, i) => {
    const [k, at] = [i % 3, i - (i % 3)];
    return scale * (r[3 * k]! * face[at]! + r[3 * k + 1]! * face[at + 1]! + r[3 * k + 2]! * face[at + 2]!) + t[k]!;
  });
}

/** Height of the brows over the corners of their eyes; y points down. */
function browsOf(face: Points, cm: number): Float32Array {
  const measures = new Float32Array(FACE_MEASURE_NAMES.length);
  for (const [name, points] of Object.entries(BROWS)) {
    const corners = name.endsWith('right') ? EYE_CORNERS.right : EYE_CORNERS.left;
    const column = (FACE_MEASURE_NAMES as readonly string[]).indexOf(name);
    measures[column] = cm * (meanOf(face, corners, 1) - meanOf(face, points, 1));
  }
  return measures;
}
