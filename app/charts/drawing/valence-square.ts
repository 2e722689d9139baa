import type { LegendItem } from './legend';
import { boxPath, type Ink, type PathShape } from './shapes';

/** How a square of each of five steps of pleasantness looks: from blue to amber, and the fuller the more pleasant, which needs no colour. */
const STEPS: readonly { readonly ink: Ink; readonly full: number }[] = [
  { ink: 'sadness', full: 0.2 },
  { ink: 'sadness', full: 0.4 },
  { ink: 'neutral', full: 0.55 },
  { ink: 'happiness', full: 0.78 },
  { ink: 'happiness', full: 1 },
];

/** Which of five equal steps a valence of -1..1 is on, 0 to 4. @example stepOf(0) // 2 */
export const stepOf = (valence: number): number => Math.min(4, Math.floor(((valence + 1) / 2) * 5));

/** A square of that valence, or one that is `tall`; an outline alone where it is null. */
export function valenceSquare(
  x: number,
  y: number,
  width: number,
  valence: number | null,
  tall = width,
): readonly PathShape[] {
  const r = Math.min(3, width / 5);
  if (valence === null)
    return [{ kind: 'path', d: boxPath(x + 0.5, y + 0.5, width - 1, tall - 1, r), stroke: 'edge', width: 1 }];
  const { ink, full } = STEPS[stepOf(valence)]!;
  const height = Math.max(2 * r, tall * full);
  return [
    { kind: 'path', d: boxPath(x, y, width, tall, r), fill: ink, opacity: 0.25 },
    { kind: 'path', d: boxPath(x, y + tall - height, width, height, r), fill: ink },
  ];
}

/** The two ends and what lies between them. */
export const valenceKey = (low: string, middle: string, high: string): readonly LegendItem[] => [
  { shapes: valenceSquare(0, 0, 12, -0.9), words: low },
  { shapes: valenceSquare(0, 0, 12, 0), words: middle },
  { shapes: valenceSquare(0, 0, 12, 0.9), words: high },
];
