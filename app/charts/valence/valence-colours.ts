import type { ColourName } from '../kit/chart-theme';

/**
 * Which colour each series of ratings and faces takes: on the canvas, in its legend and on paper. As in `rv-mark`, the person is
 * ember and the face dusk.
 */
export const VALENCE_COLOURS = {
  self: 'ember',
  face: 'dusk',
  /** Neither bar nor line leads to these: grey, and smaller, so that size and colour both tell them from the others. */
  apart: 'ink3',
} as const satisfies Readonly<Record<string, ColourName>>;
