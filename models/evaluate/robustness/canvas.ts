import { seeded } from '../../../app/base/seeded';

export type Canvas = OffscreenCanvas;
export type Context = OffscreenCanvasRenderingContext2D;

/** What surrounds a picture that does not fill its frame. */
export const GROUND = 'rgb(110, 112, 114)';

/** A frame of the ground's colour, drawn on by `draw`. */
export function drawn(width: number, height: number, draw: (context: Context) => void, ground = GROUND): Canvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  draw(context);
  return canvas;
}

/** The same frame with something drawn over it. */
export const over = (frame: Canvas, draw: (context: Context) => void): Canvas =>
  drawn(frame.width, frame.height, (context) => {
    context.drawImage(frame, 0, 0);
    draw(context);
  });

/** The same frame with other colours: `change` gets the pixel in 0..255 and where it is, in pixels. */
export function recoloured(
  frame: Canvas,
  change: (rgb: readonly [number, number, number], x: number, y: number) => readonly [number, number, number],
): Canvas {
  return over(frame, (context) => {
    const picture = context.getImageData(0, 0, frame.width, frame.height);
    const { data, width } = picture;
    for (let at = 0; at < data.length; at += 4) {
      const pixel = at / 4;
      data.set(change([data[at]!, data[at + 1]!, data[at + 2]!], pixel % width, Math.floor(pixel / width)), at);
    }
    context.putImageData(picture, 0, 0);
  });
}

/** Normally distributed numbers around 0 (Box and Muller 1958), the same ones for one seed. */
export function gaussian(seed: string, deviation: number): () => number {
  const random = seeded(seed);
  return () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** As it comes back from JPEG of this quality, 0..1. */
export async function compressed(frame: Canvas, quality: number): Promise<Canvas> {
  const picture = await createImageBitmap(await frame.convertToBlob({ type: 'image/jpeg', quality }));
  return over(frame, (context) => context.drawImage(picture, 0, 0));
}

/** Turned clockwise around the middle by `degrees`, `mirrored` first. */
export const turned = (frame: Canvas, degrees: number, mirrored = false): Canvas =>
  drawn(frame.width, frame.height, (context) => {
    context.translate(frame.width / 2, frame.height / 2);
    context.rotate((degrees * Math.PI) / 180);
    if (mirrored) context.scale(-1, 1);
    context.drawImage(frame, -frame.width / 2, -frame.height / 2);
  });

/** The whole frame in other measures, evenly averaged where it shrinks. */
export const scaled = (frame: Canvas, width: number, height: number): Canvas =>
  drawn(width, height, (context) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(frame, 0, 0, width, height);
  });

/** The face moved in its frame by these shares of the frame's sides. */
export const moved = (frame: Canvas, x: number, y: number): Canvas =>
  drawn(frame.width, frame.height, (context) => context.drawImage(frame, x * frame.width, y * frame.height));

export const blurred = (frame: Canvas, deviationPx: number): Canvas =>
  over(frame, (context) => {
    context.filter = `blur(${deviationPx}px)`;
    context.drawImage(frame, 0, 0);
  });
