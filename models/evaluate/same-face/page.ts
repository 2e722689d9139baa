import { LEFT_EYE, RIGHT_EYE } from '../../../app/domain/face/mesh';
import { VisionClient } from '../../../app/vision/client';
import type { TemplatePoint } from '../../../app/vision/runtime/models';
import { align } from '../../../app/vision/steps/align';
import { loadRecognitionNet, type RecognitionNet } from '../../tools/face-api';

/** Side of the crop that the network was trained on, in pixels. */
const CROP_SIZE = 150;
/** Room around the face that its crops had, in widths of the face. */
const PADDING = 0.25;

const place = (landmarks: readonly number[], x: number, y: number): TemplatePoint => ({
  landmarks,
  x: (PADDING + x) / (2 * PADDING + 1),
  y: (PADDING + y) / (2 * PADDING + 1),
});

/**
 * Where the corners of the eyes and the base of the nose lie in a face as the network was trained on it, by the points of our mesh: the
 * mean of dlib's five-point model (`get_face_chip_details`, dlib 19.24, `image_transforms/interpolation.h`).
 */
const TEMPLATE: readonly TemplatePoint[] = [
  place([LEFT_EYE.corners[1]], 0.8596, 0.2135),
  place([LEFT_EYE.corners[0]], 0.6461, 0.229),
  place([RIGHT_EYE.corners[0]], 0.1206, 0.2137),
  place([RIGHT_EYE.corners[1]], 0.3341, 0.2291),
  place([2], 0.4901, 0.6278),
];

const reader = new VisionClient({ baseUrl: new URL('/', location.href).href });
let net: RecognitionNet;

/** The embedding of the face in the picture at `url`, by the network behind face-api.js on a crop of our own mesh; null without a face. */
async function embed(url: string): Promise<readonly number[] | null> {
  await reader.open({ backend: 'wasm' });
  await reader.reset();
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  const { width, height } = picture;
  const kept = await createImageBitmap(picture);
  const { face } = (await reader.read(picture, 0))!;
  if (!face) return null;
  const landmarks = face.landmarks.map((value, at) => value * (at % 3 === 1 ? height : width));
  const [a, b, c, d, e, f] = align(landmarks, TEMPLATE, CROP_SIZE);
  const canvas = Object.assign(document.createElement('canvas'), { width: CROP_SIZE, height: CROP_SIZE });
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  const frameToCrop = new DOMMatrix([a, b, c, d, e, f]).inverse();
  context.setTransform(frameToCrop);
  context.drawImage(kept, 0, 0);
  kept.close();
  net ??= await loadRecognitionNet();
  return [...(await net.computeFaceDescriptor(canvas))];
}

Object.assign(window, { embed });
