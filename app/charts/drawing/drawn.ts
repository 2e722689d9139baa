import { type SVGTemplateResult, svg } from 'lit';
import { isExpression } from '../../domain/face/expression';
import { type ChartTheme, colour } from '../kit/chart-theme';
import type { Ink, PathShape, Shape, TextShape } from './shapes';

const cssOf = (ink: Ink | undefined): string =>
  ink === undefined ? 'none' : isExpression(ink) ? `var(--x-${ink})` : colour(ink);

/** How wide the rim of a word is, on both sides of its outline together, in pixels. */
const RIM_PX = 4;

/** The shapes in the order they are drawn: words last, so that nothing lies over them. */
const wordsLast = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.toSorted((a, b) => Number(a.kind === 'text') - Number(b.kind === 'text'));

/** The shapes as SVG. See: [Note: Drawings] */
export const drawn = (shapes: readonly Shape[]): readonly SVGTemplateResult[] =>
  wordsLast(shapes).map((shape) => (shape.kind === 'path' ? pathOf(shape) : textOf(shape)));

const pathOf = ({ d, fill, stroke, width = 1, dash, opacity = 1 }: PathShape): SVGTemplateResult =>
  svg`<path d=${d} fill=${cssOf(fill)} stroke=${cssOf(stroke)} stroke-width=${width}
    stroke-dasharray=${dash?.join(' ') ?? 'none'} opacity=${opacity} stroke-linejoin="round" stroke-linecap="round"></path>`;

const textOf = ({ x, y, text, anchor, ink = 'ink2' }: TextShape): SVGTemplateResult =>
  svg`<text x=${x} y=${y} text-anchor=${anchor} fill=${cssOf(ink)} dominant-baseline="central"
    stroke="var(--paper)" stroke-width=${RIM_PX} stroke-linejoin="round" paint-order="stroke">${text}</text>`;

/** Of a picture: its width in pixels of the page, and space around what is drawn. */
const PICTURE_SCALE = 2;
const MARGIN = 24;
const LINE = 1.3;

/**
 * The drawing as a picture with what it shows written above it; on the device, and with no name in it but those that are drawn.
 * Rejects where the browser makes no picture.
 */
export async function pictureOf(
  shapes: readonly Shape[],
  { width, height }: { readonly width: number; readonly height: number },
  heading: string,
  theme: ChartTheme,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const font = `500 ${1.5 * theme.fontSize}px ${theme.serif}`;
  context.font = font;
  const lines = wrapped(heading, width, (text) => context.measureText(text).width);
  const headHeight = Math.ceil(lines.length * 1.5 * theme.fontSize * LINE) + MARGIN / 2;
  canvas.width = PICTURE_SCALE * (width + 2 * MARGIN);
  canvas.height = PICTURE_SCALE * (height + headHeight + 2 * MARGIN);
  context.scale(PICTURE_SCALE, PICTURE_SCALE);
  context.fillStyle = theme.card;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(MARGIN, MARGIN);
  context.font = font;
  context.fillStyle = theme.ink;
  context.textBaseline = 'top';
  for (const [at, text] of lines.entries()) context.fillText(text, 0, at * 1.5 * theme.fontSize * LINE);
  context.translate(0, headHeight);
  for (const shape of wordsLast(shapes)) paint(context, shape, theme);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  );
}

function paint(context: CanvasRenderingContext2D, shape: Shape, theme: ChartTheme): void {
  const colourOf = (ink: Ink) => (isExpression(ink) ? theme.expressions[ink] : theme[ink]);
  if (shape.kind === 'text') {
    context.font = `${theme.fontSize}px ${theme.fontFamily}`;
    context.textBaseline = 'middle';
    context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    context.lineJoin = 'round';
    context.lineWidth = RIM_PX;
    context.setLineDash([]);
    context.strokeStyle = theme.card;
    context.strokeText(shape.text, shape.x, shape.y);
    context.fillStyle = colourOf(shape.ink ?? 'ink2');
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const { d, fill, stroke, width = 1, dash = [], opacity = 1 } = shape;
  const path = new Path2D(d);
  context.globalAlpha = opacity;
  if (fill) {
    context.fillStyle = colourOf(fill);
    context.fill(path);
  }
  if (stroke) {
    context.lineJoin = context.lineCap = 'round';
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.strokeStyle = colourOf(stroke);
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.split(' ')) {
    const longer = lines.length === 0 ? piece : `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}
