import type { Ink, PathShape, Shape } from './shapes';
import { circlePath, diamondPath, face, line, you } from './shapes';

export type Whose = 'you' | 'face';

/** The outline of either mark, dotted: where it stood before. See: [Note: Drawings] */
export function markBefore(whose: Whose, x: number, y: number, r = 5): PathShape {
  const [d, stroke]: [string, Ink] =
    whose === 'you' ? [circlePath(x, y, r), 'ember'] : [diamondPath(x, y, r + 0.5), 'dusk'];
  return { kind: 'path', d, stroke, width: 1.4, dash: [1.5, 2.5] };
}

/** Either mark where it stands now. */
export const markNow = (whose: Whose, x: number, y: number, r = 5): PathShape =>
  whose === 'you' ? you(x, y, r) : face(x, y, r + 0.5);

/** From where a mark stood before to where it stands now. */
export const markMoved = (whose: Whose, before: number, now: number, y: number): readonly Shape[] => [
  line(
    [
      [before, y],
      [now, y],
    ],
    whose === 'you' ? 'ember' : 'dusk',
    1.5,
    { opacity: 0.6 },
  ),
  markBefore(whose, before, y),
  markNow(whose, now, y),
];
