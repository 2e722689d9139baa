import { seeded } from './seeded.ts';

/** A square RGB picture, channels first, values 0..1. */
export interface Picture {
  size: number;
  data: Float32Array;
}

type Rgb = readonly [number, number, number];

/** Filled ellipse in units of the picture's side. */
interface Ellipse {
  x: number;
  y: number;
  rx: number;
  ry: number;
  color: Rgb;
}

/** White noise: excites every weight, and looks like nothing a model was trained on. */
export function noisePicture(size: number, seed: number): Picture {
  const random = seeded(seed);
  return { size, data: Float32Array.from({ length: 3 * size * size }, random) };
}

/** A cartoon of a face around (x, y), `radius` of the picture's side wide: enough for the detector to call it one. */
export function facePicture(size: number, x = 0.5, y = 0.5, radius = 0.3): Picture {
  const at = (dx: number, dy: number, rx: number, ry: number, color: Rgb): Ellipse => ({
    x: x + dx * radius,
    y: y + dy * radius,
    rx: rx * radius,
    ry: ry * radius,
    color,
  });
  const skin: Rgb = [0.85, 0.66, 0.55];
  const dark: Rgb = [0.2, 0.13, 0.1];
  const eye = (side: -1 | 1) => [
    at(side * 0.38, -0.42, 0.24, 0.05, dark),
    at(side * 0.38, -0.2, 0.2, 0.1, [0.95, 0.95, 0.95]),
    at(side * 0.38, -0.2, 0.09, 0.09, dark),
  ];
  return paint(
    size,
    [0.45, 0.5, 0.55],
    [
      at(0, -0.3, 1.05, 1.2, dark),
      at(0, 0, 0.9, 1.2, skin),
      ...eye(-1),
      ...eye(1),
      at(0, 0.15, 0.1, 0.25, [0.78, 0.56, 0.46]),
      at(0, 0.35, 0.17, 0.08, [0.6, 0.4, 0.34]),
      at(0, 0.65, 0.36, 0.1, [0.65, 0.28, 0.27]),
    ],
  );
}

/** Paints ellipses over a plain ground, later ones on top, with an edge two pixels soft. */
function paint(size: number, ground: Rgb, ellipses: Ellipse[]): Picture {
  const data = new Float32Array(3 * size * size);
  for (let cell = 0; cell < size * size; cell++) {
    const px = ((cell % size) + 0.5) / size;
    const py = (Math.floor(cell / size) + 0.5) / size;
    for (let c = 0; c < 3; c++) {
      const over = (below: number, e: Ellipse) => below + coverage(e, px, py, size) * (e.color[c]! - below);
      data[c * size * size + cell] = ellipses.reduce(over, ground[c]!);
    }
  }
  return { size, data };
}

function coverage({ x, y, rx, ry }: Ellipse, px: number, py: number, size: number): number {
  const outside = (Math.hypot((px - x) / rx, (py - y) / ry) - 1) * Math.min(rx, ry) * size;
  return Math.min(1, Math.max(0, 0.5 - outside / 2));
}
