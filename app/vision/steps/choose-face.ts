interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of its size a face in a corner of the frame loses against one in the middle, 0..1. Ours: calibrate. */
export const CORNER_PENALTY = 0.5;

/**
 * The face that is read when there are several: the largest, where a face away from the middle counts for less. The person
 * who holds the phone is nearest and most central. Undefined for an empty list.
 */
export function chooseFace<T extends FaceBox>(faces: readonly T[], width: number, height: number): T | undefined {
  const diagonal = Math.hypot(width, height) / 2;
  const weight = (face: T): number => {
    const away = Math.hypot(face.x + face.width / 2 - width / 2, face.y + face.height / 2 - height / 2) / diagonal;
    return face.width * face.height * (1 - CORNER_PENALTY * Math.min(1, away));
  };
  return faces.reduce<T | undefined>(
    (best, face) => (best === undefined || weight(face) > weight(best) ? face : best),
    undefined,
  );
}
