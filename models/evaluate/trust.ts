import { PRESENCE_THRESHOLD } from '../../app/domain/face/face-reading';
import { mean } from '../../app/statistics/mean';
import type { Affine } from '../../app/vision/geometry/affine';
import { mapX, mapY, scaleOf } from '../../app/vision/geometry/affine';
import type { TemplatePoint } from '../../app/vision/runtime/models';

/**
 * Bounds of a mesh that is believed on a still crop, as in training (`models/train/alignment.py`): a crop has been
 * registered by somebody already, so what would turn, scale or bend it much more is a mesh that slipped or a turned head.
 */
export const TRUST = {
  /** Root mean square distance between the template brought onto the face and the face's places, in widths of the crop. */
  maxResidual: 0.06,
  /** Size of the template's square on the crop, in widths of the crop. */
  scale: [0.65, 1.5],
  maxTiltRad: (35 * Math.PI) / 180,
} as const;

/** A mesh found in a still crop of `side` pixels, and the map from the model's crop of `cropSize` pixels that it gave. */
export interface Alignment {
  readonly presence: number;
  /** n x 3 in pixels of the still crop. */
  readonly landmarks: Float32Array;
  readonly template: readonly TemplatePoint[];
  readonly map: Affine;
  readonly cropSize: number;
  readonly side: number;
}

export function isTrusted({ presence, landmarks, template, map, cropSize, side }: Alignment): boolean {
  if (presence < PRESENCE_THRESHOLD) return false;
  const scale = (scaleOf(map) * cropSize) / side;
  const tilt = Math.abs(Math.atan2(map[1], map[0]));
  if (scale < TRUST.scale[0] || scale > TRUST.scale[1] || tilt > TRUST.maxTiltRad) return false;
  const squares = template.map((place) => {
    const [u, v] = [place.x * cropSize, place.y * cropSize];
    const middle = (axis: number): number => mean(place.landmarks.map((i) => landmarks[3 * i + axis]!));
    return (mapX(map, u, v) - middle(0)) ** 2 + (mapY(map, u, v) - middle(1)) ** 2;
  });
  const residual = Math.sqrt(mean(squares)) / side;
  return residual <= TRUST.maxResidual;
}

/**
 * How far a crop may be from the model's template and still be taken as it is: a little farther than training jitters its
 * crops (`random_theta` of `models/train/augment.py`). Within it, what a mesh on so few pixels says of the place of a face is
 * less sure than that whoever made the crop placed it well; measured, see README.md here.
 */
export const REGISTERED = {
  /** Size of the template's square on the crop, over the crop's own, or the other way round. */
  maxScale: 1.35,
  maxTiltRad: (15 * Math.PI) / 180,
  /** Between the two middles, in widths of the crop. */
  maxShift: 0.125,
} as const;

/** Whether a still crop shows the face about where the model's template has it. */
export function isRegistered({ map, cropSize, side }: Pick<Alignment, 'map' | 'cropSize' | 'side'>): boolean {
  const scale = (scaleOf(map) * cropSize) / side;
  const tilt = Math.abs(Math.atan2(map[1], map[0]));
  const [x, y] = [mapX(map, cropSize / 2, cropSize / 2), mapY(map, cropSize / 2, cropSize / 2)];
  const shift = Math.hypot(x - side / 2, y - side / 2) / side;
  return (
    Math.max(scale, 1 / scale) <= REGISTERED.maxScale && tilt <= REGISTERED.maxTiltRad && shift <= REGISTERED.maxShift
  );
}
