import { toBase64 } from '../base/base64';

/** The longer side of a picture that is kept, in pixels: as large as a phone shows it. */
export const LONGEST_SIDE_PX = 900;
const QUALITY = 0.75;

/**
 * A picture as it is kept: smaller, as a JPEG in base64, with nothing in it but what is seen. The place and the camera that a phone writes into
 * its pictures are gone, because it is drawn again. Rejects where it is no picture that this browser knows.
 */
export async function smallPicture(picture: Blob): Promise<string> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!small) throw new Error('the picture could not be drawn');
  return toBase64(new Uint8Array(await small.arrayBuffer()));
}
