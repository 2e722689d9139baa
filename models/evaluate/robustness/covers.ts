import type { Box } from '../../../app/domain/face/face-reading';
import { type Canvas, type Context, over } from './canvas';

/** A face that is drawn over: where it is, in pixels of its frame, and x, y of its mesh there. */
export interface PlacedFace {
  readonly frame: Canvas;
  readonly box: Box;
  point(index: number): readonly [x: number, y: number];
  /** Its place in the list of faces, from 0: what covers it takes turns by it. */
  readonly turn: number;
}

/** Chin, and the outer corners of the eyes and of the mouth, right of the person first. */
const [CHIN, EYES, MOUTH, BROWS] = [152, [33, 263], [61, 291], [105, 334]] as const;
/** A middle cheek, whose colour is the skin's. */
const CHEEK = 50;

type Fill = (context: Context, { x, y, width, height }: Box, face: PlacedFace) => void;

const plain =
  (colour: string): Fill =>
  (context, { x, y, width, height }) => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };

/** The colour of the face's own cheek, lighter in the middle than at the edges, as a palm is. */
const skin: Fill = (context, { x, y, width, height }, face) => {
  const [cheekX, cheekY] = face.point(CHEEK);
  const [r, g, b] = face.frame.getContext('2d')!.getImageData(cheekX, cheekY, 1, 1).data;
  const shade = context.createRadialGradient(
    x + width / 2,
    y + height / 2,
    0,
    x + width / 2,
    y + height / 2,
    Math.max(width, height) / 1.6,
  );
  shade.addColorStop(0, `rgb(${r}, ${g}, ${b})`);
  shade.addColorStop(1, `rgb(${0.6 * r!}, ${0.6 * g!}, ${0.6 * b!})`);
  context.fillStyle = shade;
  context.fillRect(x, y, width, height);
};

/** Cloth with a woven pattern. */
const cloth: Fill = (context, box) => {
  plain('rgb(70, 84, 120)')(context, box, undefined as never);
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.strokeStyle = 'rgb(150, 150, 160)';
  context.lineWidth = 3;
  for (let at = -box.height; at < box.width; at += 11) {
    context.beginPath();
    context.moveTo(box.x + at, box.y);
    context.lineTo(box.x + at + box.height, box.y + box.height);
    context.stroke();
  }
  context.restore();
};

/** What a face is covered with, in turn: grey, white, skin and cloth. */
const FILLS: readonly Fill[] = [plain('rgb(90, 90, 95)'), plain('rgb(225, 228, 230)'), skin, cloth];

const covered = (face: PlacedFace, box: Box): Canvas =>
  over(face.frame, (context) => FILLS[face.turn % FILLS.length]!(context, box, face));

/** From the base of the nose to the chin. */
export function mouthCovered(face: PlacedFace): Canvas {
  const { x, width } = face.box;
  const y = face.point(2)[1];
  return covered(face, { x: x + 0.1 * width, y, width: 0.8 * width, height: face.point(CHIN)[1] - y });
}

/** From above the brows to the middle of the nose. */
export function eyesCovered(face: PlacedFace): Canvas {
  const { x, width } = face.box;
  const y = Math.min(...BROWS.map((point) => face.point(point)[1])) - 0.03 * face.box.height;
  return covered(face, { x, y, width, height: face.point(195)[1] - y });
}

/** The half on the left of the frame. */
export function halfCovered(face: PlacedFace): Canvas {
  const { x, y, height } = face.box;
  return covered(face, { x: x - 10, y: y - 10, width: face.point(1)[0] - x + 10, height: height + 20 });
}

/** Four fingers of the face's own skin that lie across the mouth. */
export function handAtMouth(face: PlacedFace): Canvas {
  const [left, right] = [face.point(MOUTH[0]), face.point(MOUTH[1])];
  const width = 2.4 * Math.hypot(right[0] - left[0], right[1] - left[1]);
  const thick = 0.23 * width;
  const [x, y] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  return over(face.frame, (context) => {
    for (let finger = 0; finger < 4; finger++) {
      context.save();
      context.beginPath();
      const top = y + (finger - 2) * thick;
      context.roundRect(x - width * (0.5 - 0.04 * finger), top, width * 1.4, thick, thick / 2);
      context.clip();
      skin(context, { x: x - width, y: top, width: 2 * width, height: thick }, face);
      context.restore();
    }
  });
}

/** Round glasses, each with a lamp in it that hides a quarter of the eye. */
export function glassesShining(face: PlacedFace): Canvas {
  const [right, left] = EYES.map((corner, at) => {
    const [a, b] = [face.point(corner), face.point([133, 362][at]!)];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, radius: 1.05 * Math.hypot(a[0] - b[0], a[1] - b[1]) };
  }) as [{ x: number; y: number; radius: number }, { x: number; y: number; radius: number }];
  return over(face.frame, (context) => {
    context.strokeStyle = 'rgb(30, 28, 30)';
    context.lineWidth = 3;
    for (const { x, y, radius } of [right, left]) {
      context.beginPath();
      context.ellipse(x, y, radius, 0.85 * radius, 0, 0, 2 * Math.PI);
      context.stroke();
      context.fillStyle = 'rgba(255, 255, 255, .85)';
      context.fillRect(x - 0.55 * radius, y - 0.5 * radius, 0.6 * radius, 0.45 * radius);
    }
    context.beginPath();
    context.moveTo(right.x + right.radius, right.y);
    context.lineTo(left.x - left.radius, left.y);
    context.stroke();
  });
}

/** A dark fringe down to the upper lids. */
export function fringe(face: PlacedFace): Canvas {
  const { x, y, width } = face.box;
  const brows = Math.max(...BROWS.map((point) => face.point(point)[1]));
  return over(face.frame, (context) => {
    context.strokeStyle = 'rgb(45, 34, 28)';
    context.lineWidth = 4;
    for (let at = 0.02; at < 1; at += 0.03) {
      context.beginPath();
      context.moveTo(x + width * (0.5 + 1.05 * (at - 0.5)), y - 0.2 * width);
      context.lineTo(x + width * at, brows + 3 * Math.sin(40 * at));
      context.stroke();
    }
  });
}
