/** How ffmpeg makes a video: from the frames, or from one that was made before, at once or from a time on. */
export interface Recipe {
  readonly from: string;
  /** Seconds. */
  readonly seek?: string;
  readonly args: readonly string[];
}

export interface Order {
  /** JPEG, base64. */
  readonly picture: string;
  /** What to show of it: left, top, width and height in pixels. */
  readonly cut: readonly [number, number, number, number];
  /** How many frames. */
  readonly count: number;
  readonly recipes: readonly (readonly [name: string, recipe: Recipe])[];
}

interface Core {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array;
  };
  exec(...args: string[]): number;
}

/** Makes every video; name to base64, the first frame with them. */
async function makeVideos({ recipes, ...order }: Order): Promise<Record<string, string>> {
  const frames = await drawFrames(order);
  const files: Record<string, Uint8Array> = { 'frame.jpg': frames[0]! };
  for (const [name, { from, seek, args }] of recipes) {
    // ffmpeg keeps its options from one run to the next: each gets an instance of its own.
    const core = await newCore();
    let input = ['-framerate', '30', '-i', 'frame%03d.jpg'];
    if (from === 'frames') {
      for (const [index, frame] of frames.entries())
        core.FS.writeFile(`frame${String(index).padStart(3, '0')}.jpg`, frame);
    } else {
      core.FS.writeFile(from, files[from]!);
      input = [...(seek ? ['-ss', seek] : []), '-i', from];
    }
    core.exec(...input, ...args, '-y', name);
    files[name] = core.FS.readFile(name);
  }
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, toBase64(bytes)]));
}

async function newCore(): Promise<Core> {
  const url = '/ffmpeg/ffmpeg-core.js';
  const { default: createCore } = (await import(/* @vite-ignore */ url)) as {
    default: (options: object) => Promise<Core>;
  };
  return createCore({ locateFile: (file: string) => `/ffmpeg/${file}` });
}

/** JPEG frames of 640 x 480 pixels that drift sideways by a few, so that no two are the same. */
async function drawFrames({ picture, cut, count }: Omit<Order, 'recipes'>): Promise<Uint8Array[]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  const [left, top, width, height] = cut;
  const frames: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    context.drawImage(image, left + 4 * Math.sin(index / 5), top, width, height, 0, 0, 640, 480);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    frames.push(new Uint8Array(await jpeg.arrayBuffer()));
  }
  return frames;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

Object.assign(window, { makeVideos });
