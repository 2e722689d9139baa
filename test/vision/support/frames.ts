/** Pictures for the vision tests: faces from a dev dependency, and the shared clips where they are present. */

const GROUP = '/node_modules/@vladmandic/face-api/demo/sample3.jpg';

/** A group of people, 1920 x 1350. */
export const groupPicture = (): Promise<ImageBitmap> => picture(GROUP);

/** The woman in the middle of the group, who smiles, on a picture of 640 x 480. */
export const smilingFace = async (): Promise<ImageBitmap> =>
  createImageBitmap(await groupPicture(), 960, 170, 480, 360, { resizeWidth: 640, resizeHeight: 480 });

/** A face cut from a picture: the middle of a square and its side, in pixels. */
interface Cut {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

const CUTS = {
  neutral: { url: '/node_modules/@vladmandic/face-api/demo/sample5.jpg', x: 1510, y: 480, side: 420 },
  smile: { url: GROUP, x: 1195, y: 330, side: 380 },
} as const satisfies Record<string, Cut>;

/** One square cut in a scene: whose face, where its middle is and how wide it is, in pixels of the scene. */
export interface Cast {
  readonly who: keyof typeof CUTS;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Draws scenes in which people come and go, on `background` or plain grey, 640 x 480. */
export async function stage(): Promise<(cast: readonly Cast[], background?: CanvasImageSource) => ImageBitmap> {
  const pictures = { neutral: await picture(CUTS.neutral.url), smile: await picture(CUTS.smile.url) };
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  return (cast, background) => {
    context.fillStyle = 'rgb(150, 150, 140)';
    context.fillRect(0, 0, 640, 480);
    if (background) context.drawImage(background, 0, 0);
    for (const { who, x, y, side } of cast) {
      const cut = CUTS[who];
      const from = [cut.x - cut.side / 2, cut.y - cut.side / 2, cut.side, cut.side] as const;
      context.drawImage(pictures[who], ...from, x - side / 2, y - side / 2, side, side);
    }
    return canvas.transferToImageBitmap();
  };
}

/** `picture` turned clockwise about its middle, then flipped upside down where `flip` is -1; grey around it. */
export function turn(picture: ImageBitmap, degrees: number, flip: 1 | -1 = 1): ImageBitmap {
  const side = Math.max(picture.width, picture.height);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'dimgray';
  context.fillRect(0, 0, side, side);
  context.translate(side / 2, side / 2);
  context.rotate((degrees / 180) * Math.PI);
  context.scale(1, flip);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return canvas.transferToImageBitmap();
}

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
