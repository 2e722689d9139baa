/** Pictures for the vision tests: faces from a dev dependency, and the shared clips where they are present. */

const GROUP = '/node_modules/@vladmandic/face-api/demo/sample3.jpg';

/** A group of people, 1920 x 1350. */
export const groupPicture = (): Promise<ImageBitmap> => picture(GROUP);

/** The woman in the middle of the group, who smiles, on a picture of 640 x 480. */
export const smilingFace = async (): Promise<ImageBitmap> =>
  createImageBitmap(await groupPicture(), 960, 170, 480, 360, { resizeWidth: 640, resizeHeight: 480 });

/** Nothing but a slow gradient. */
export function noFace(width = 640, height = 360): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, '#456');
  gradient.addColorStop(1, '#cba');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  return canvas.transferToImageBitmap();
}

/** The JPEG pictures of an .mjpeg clip, or null where the clips are absent. */
export async function clipPictures(name: string): Promise<Blob[] | null> {
  const response = await fetch(`/clips/${name}`);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const pictures: Blob[] = [];
  let start = -1;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] !== 0xff) continue;
    if (bytes[i + 1] === 0xd8 && start < 0) start = i;
    if (bytes[i + 1] === 0xd9 && start >= 0) {
      pictures.push(new Blob([bytes.subarray(start, i + 2)], { type: 'image/jpeg' }));
      start = -1;
    }
  }
  return pictures;
}

async function picture(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return createImageBitmap(await response.blob());
}
