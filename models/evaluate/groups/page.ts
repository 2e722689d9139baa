import type { ExpressionScores } from '../../../app/domain/face/expression';
import { VisionClient } from '../../../app/vision/client';

/** What the app's worker reads of one picture. */
export interface PictureRead {
  /** Null without a face. */
  readonly expression: ExpressionScores | null;
  /** x, y of each point of the mesh in pixels of the picture; empty without a face. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });

/** Reads the picture at `url` as the first of a stream. */
async function read(url: string): Promise<PictureRead> {
  await reader.open({ backend: 'wasm' });
  await reader.reset();
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  const { width, height } = picture;
  const { face } = (await reader.read(picture, 0))!;
  if (!face) return { expression: null, points: [] };
  const points = Array.from(
    { length: face.landmarks.length / 3 },
    (_, at) => [face.landmarks[3 * at]! * width, face.landmarks[3 * at + 1]! * height] as const,
  );
  return { expression: face.expression, points };
}

Object.assign(window, { readPicture: read });
