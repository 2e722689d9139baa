import { noScores } from '../../app/domain/face/expression';
import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import type { FrameReading } from '../../app/domain/face/face-reading';
import {
  FACE_OVAL,
  INNER_LIPS,
  LANDMARK_COUNT,
  LEFT_EYE,
  lidLine,
  OUTER_LIPS,
  RIGHT_EYE,
} from '../../app/domain/face/mesh';

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

/** A drawn face in image coordinates of a 4:3 frame: where `fakeCamera` paints it and where the mesh follows it. */
export const DRAWN: Readonly<Record<'oval' | 'left' | 'right' | 'lips' | 'mouth', Ellipse>> = {
  oval: { x: 0.5, y: 0.52, rx: 0.15, ry: 0.29 },
  left: { x: 0.56, y: 0.46, rx: 0.032, ry: 0.02 },
  right: { x: 0.44, y: 0.46, rx: 0.032, ry: 0.02 },
  lips: { x: 0.5, y: 0.67, rx: 0.05, ry: 0.03 },
  mouth: { x: 0.5, y: 0.67, rx: 0.04, ry: 0.012 },
};

/** Only the points that are drawn are placed; the others stay at the centre. */
export function fakeLandmarks(): Float32Array {
  const mesh = new Float32Array(LANDMARK_COUNT * 3).fill(0.5);
  const place = (points: readonly number[], { x, y, rx, ry }: Ellipse): void =>
    points.forEach((point, index) => {
      const angle = (2 * Math.PI * index) / points.length - Math.PI / 2;
      mesh.set([x + rx * Math.cos(angle), y + ry * Math.sin(angle), 0], point * 3);
    });
  place(FACE_OVAL, DRAWN.oval);
  place(lidLine(LEFT_EYE), DRAWN.left);
  place(lidLine(RIGHT_EYE), DRAWN.right);
  place(OUTER_LIPS, DRAWN.lips);
  place(INNER_LIPS, DRAWN.mouth);
  for (const [{ iris }, { x, y }] of [
    [RIGHT_EYE, DRAWN.right],
    [LEFT_EYE, DRAWN.left],
  ] as const) {
    mesh.set([x, y, 0], iris * 3);
    mesh.set([x + 0.012, y, 0], (iris + 1) * 3);
  }
  return mesh;
}

export const fakeReading = (): FrameReading => ({
  face: {
    tMs: 1000,
    presence: 0.99,
    facesSeen: 1,
    doubt: null,
    box: { x: 0.35, y: 0.23, width: 0.3, height: 0.58 },
    landmarks: fakeLandmarks(),
    pose: { yaw: 0, pitch: 0, roll: 0, distanceCm: 45 },
    expression: { ...noScores(), neutral: 1 },
    facialValence: 0,
    eyes: { left: { openness: 0.3, iris: [0.56, 0.46] }, right: { openness: 0.3, iris: [0.44, 0.46] } },
    gaze: 'on-screen',
    measures: new Float32Array(FACE_MEASURES.length),
    stageMs: { total: 12 },
  },
});

/** A live stream of that drawn face, 640 x 480, without a camera. */
export function fakeCamera(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d')!;
  const fill = (colour: string, { x, y, rx, ry }: Ellipse): void => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x * 640, y * 480, rx * 640, ry * 480, 0, 0, 7);
    pen.fill();
  };
  const room = pen.createLinearGradient(0, 0, 640, 480);
  room.addColorStop(0, '#7d8b94');
  room.addColorStop(1, '#3d3a3f');
  const paint = (): void => {
    pen.fillStyle = room;
    pen.fillRect(0, 0, 640, 480);
    fill('#4a5a66', { x: 0.5, y: 1.12, rx: 0.3, ry: 0.34 });
    fill('#3a2b24', { x: 0.5, y: 0.45, rx: 0.17, ry: 0.3 });
    fill('#c99f84', DRAWN.oval);
    fill('#f3ece6', DRAWN.left);
    fill('#f3ece6', DRAWN.right);
    fill('#4b3527', { ...DRAWN.left, rx: 0.012, ry: 0.016 });
    fill('#4b3527', { ...DRAWN.right, rx: 0.012, ry: 0.016 });
    fill('#a8665c', DRAWN.lips);
  };
  paint();
  const stream = canvas.captureStream(10);
  const timer = setInterval(paint, 100);
  stream.getTracks()[0]!.addEventListener('ended', () => clearInterval(timer));
  return stream;
}
