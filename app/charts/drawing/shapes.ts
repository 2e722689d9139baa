import type { Expression } from '../../domain/face/expression';
import type { ColourName } from '../kit/chart-theme';

/** A colour by the name of its token. */
export type Ink = ColourName | Expression;

/** A line or an area. */
export interface PathShape {
  readonly kind: 'path';
  /** As in SVG, in pixels from the top left. */
  readonly d: string;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  /** Of the stroke, in pixels. */
  readonly width?: number;
  /** Lengths of stroke and gap. */
  readonly dash?: readonly number[];
  /** 0..1; 1 where it is not given. */
  readonly opacity?: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink?: Ink;
}

/**
 * [Note: Drawings]
 *
 * A chart without axes that scroll or zoom is a list of shapes: few of them, made again when data or width change. The page shows
 * them as SVG, which takes its colours from the tokens by itself, and the picture that a person saves is painted from the same list.
 * Chart.js stays where a chart is drawn of many points. The person's marks are filled circles in ember and the face's hollow diamonds
 * in dusk, in every drawing: `you` and `face` below make them. Words stand over everything else, with a rim in the colour of what is
 * behind them, so that no mark hides them.
 */
export type Shape = PathShape | TextShape;

const round = (value: number): number => Math.round(value * 100) / 100;

export const circlePath = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

export const diamondPath = (x: number, y: number, r: number): string =>
  `M${round(x)} ${round(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;

const linePath = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

export const boxPath = (x: number, y: number, width: number, height: number, r = 0): string => {
  const [w, h] = [round(width - 2 * r), round(height - 2 * r)];
  const corner = (dx: number, dy: number) => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`);
  return `M${round(x + r)} ${round(y)}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`;
};

/** The mark of the person. */
export const you = (x: number, y: number, r = 5, opacity = 1): PathShape => ({
  kind: 'path',
  d: circlePath(x, y, r),
  fill: 'ember',
  opacity,
});

/** The mark of the face. */
export const face = (x: number, y: number, r = 5.75, opacity = 1): PathShape => ({
  kind: 'path',
  d: diamondPath(x, y, r),
  stroke: 'dusk',
  width: Math.min(1.75, 0.35 * r),
  opacity,
});

export const line = (
  points: readonly (readonly [x: number, y: number])[],
  stroke: Ink,
  width = 1,
  more: Pick<PathShape, 'dash' | 'opacity'> = {},
): PathShape => ({ kind: 'path', d: linePath(points), stroke, width, ...more });

export const word = (
  text: string,
  x: number,
  y: number,
  anchor: TextShape['anchor'] = 'start',
  ink: Ink = 'ink2',
): TextShape => ({ kind: 'text', text, x: round(x), y: round(y), anchor, ink });

/** From a value to a place in pixels, both ends included. */
export const scale =
  (from: number, to: number, startPx: number, endPx: number) =>
  (value: number): number =>
    to === from ? (startPx + endPx) / 2 : startPx + ((value - from) / (to - from)) * (endPx - startPx);

/** Something of a drawing that can be looked at. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** What it is, in words: "Sunday 22 November: pleasant (0.40)". */
  readonly words: string;
  /** The entries it stands for, newest last. */
  readonly entryIds: readonly string[];
}

/** What is drawn at a width. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** In the order in which arrow keys go through them. */
  readonly spots: readonly Spot[];
}
