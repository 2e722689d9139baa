interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of its size a face in a corner of the frame loses against one in the middle, 0..1. Ours: calibrate. */
export const CORNER_PENALTY = 0.5;

/**
 * How much a face looks like that of the person who holds the device, who is nearest and most central: its area in frame
 * pixels, where a face away from the middle counts for less. Only to be compared within a frame.
 */
export function faceWeight({ x, y, width, height }: FaceBox, frameWidth: number, frameHeight: number): number {
  const diagonal = Math.hypot(frameWidth, frameHeight) / 2;
  const away = Math.hypot(x + width / 2 - frameWidth / 2, y + height / 2 - frameHeight / 2) / diagonal;
  return width * height * (1 - CORNER_PENALTY * Math.min(1, away));
}
