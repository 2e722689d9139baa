import { framingOf } from '../../../app/capture/framing';
import { type Light, lightOf, THUMBNAIL_PX } from '../../../app/capture/light';
import { SHARPNESS_PX, sharpnessOf } from '../../../app/capture/sharpness';
import type { ExpressionScores } from '../../../app/domain/face/expression';
import { type Box, type FrameReading, isUsable } from '../../../app/domain/face/face-reading';
import type { Framing } from '../../../app/domain/face/framing';
import { VisionClient } from '../../../app/vision/client';
import { type Canvas, drawn } from './canvas';
import { CONDITIONS } from './conditions';
import type { PlacedFace } from './covers';

/** What the app makes of one picture. */
export interface Told {
  /** Null where no face is read. */
  readonly expression: ExpressionScores | null;
  readonly facialValence: number | null;
  readonly usable: boolean;
  /** What *prepare* says. */
  readonly framing: Framing;
}

/** One face: as it is, and in each condition's pictures in the order of `CONDITIONS`. */
export interface FaceTold {
  readonly clean: Told;
  readonly changed: readonly (readonly Told[])[];
}

const [WIDTH, HEIGHT] = [640, 480] as const;
/** How wide the face is in the clean frame. */
const FACE_PX = 192;

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });

/** Opens the reader; the name of the backend that runs. */
async function open(): Promise<string> {
  return (await reader.open({ backend: 'wasm' })).backend;
}

/** Reads the face at `url` in every condition; null where it is not readable as it is. */
async function read(url: string, turn: number): Promise<FaceTold | null> {
  const face = await placed(await createImageBitmap(await (await fetch(url)).blob()), turn);
  if (!face) return null;
  const changed: Told[][] = [];
  for (const { pictures } of CONDITIONS) {
    const told: Told[] = [];
    for (const picture of pictures) told.push(await toldOf(await picture(face)));
    changed.push(told);
  }
  return { clean: await toldOf(face.frame), changed };
}

/** The face in the middle of a frame, `FACE_PX` wide. */
async function placed(picture: ImageBitmap, turn: number): Promise<PlacedFace | null> {
  const whole = drawn(picture.width, picture.height, (context) => context.drawImage(picture, 0, 0));
  const found = (await readingOf(whole)).face;
  if (!found) return null;
  const scale = FACE_PX / (found.box.width * picture.width);
  const middle = [
    (found.box.x + found.box.width / 2) * picture.width,
    (found.box.y + found.box.height / 2) * picture.height,
  ] as const;
  const frame = drawn(WIDTH, HEIGHT, (context) => {
    context.imageSmoothingQuality = 'high';
    const [x, y] = [WIDTH / 2 - scale * middle[0], HEIGHT / 2 - scale * middle[1]];
    context.drawImage(picture, x, y, scale * picture.width, scale * picture.height);
  });
  const { face } = await readingOf(frame);
  if (!face) return null;
  const { box, landmarks } = face;
  return {
    frame,
    box: { x: box.x * WIDTH, y: box.y * HEIGHT, width: box.width * WIDTH, height: box.height * HEIGHT },
    point: (index) => [landmarks[3 * index]! * WIDTH, landmarks[3 * index + 1]! * HEIGHT],
    turn,
  };
}

/** A picture on its own, as the first of a stream. */
async function readingOf(frame: Canvas): Promise<FrameReading> {
  await reader.reset();
  return (await reader.read(await createImageBitmap(frame), 0))!;
}

async function toldOf(frame: Canvas): Promise<Told> {
  const reading = await readingOf(frame);
  const { face } = reading;
  return {
    expression: face?.expression ?? null,
    facialValence: face?.facialValence ?? null,
    usable: face !== null && isUsable(face),
    framing: framingOf(reading, lightIn(frame, face?.box), 'ok'),
  };
}

/** As `LightMeter` measures it of a video. */
function lightIn(frame: Canvas, box: Box | undefined): Light {
  const light = lightOf(partOf(frame, { x: 0, y: 0, width: 1, height: 1 }, THUMBNAIL_PX), THUMBNAIL_PX, box);
  return box ? { ...light, sharpness: sharpnessOf(partOf(frame, box, SHARPNESS_PX)) } : light;
}

/** The pixels of a part of the frame, brought to a square. */
function partOf(frame: Canvas, { x, y, width, height }: Box, side: number): Uint8ClampedArray {
  const from = [x * frame.width, y * frame.height, width * frame.width, height * frame.height] as const;
  const part = drawn(side, side, (context) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(frame, ...from, 0, 0, side, side);
  });
  return part.getContext('2d')!.getImageData(0, 0, side, side).data;
}

Object.assign(window, { openReader: open, readFace: read });
