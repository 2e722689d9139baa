import type { Picture } from './frame-source';
import { sizeOf } from './frame-source';
import type { Pixels, Window } from './resample';

/**
 * Reads parts of pictures into memory that is used again.
 *
 * [Note: Pixels without a canvas]
 * Every getImageData brings new memory, and touching that for the first time is what takes long: 2.1 of 2.3 ms for 350 x 350
 * pixels on the project's machine. A camera's frame, which is YUV, took 11 to 25 ms there (with other work going on), as the
 * canvas makes it RGB first. `VideoFrame.copyTo` turns just the part into RGBA, in our memory: 0.2 and 0.4 ms, and the same
 * bytes. Where a browser's copyTo does not convert, or the frame has to be turned or stretched, the canvas does it.
 */
export class PixelReader {
  readonly #converts = convertsToRgba();
  readonly #context = new OffscreenCanvas(1, 1).getContext('2d', { alpha: false, willReadFrequently: true })!;
  #memory = new Uint8Array(0);

  /** The pixels of at least `wanted`. They hold until the next `read`. */
  async read(picture: Picture, wanted: Window): Promise<Pixels> {
    const { width, height } = sizeOf(picture);
    const window = fromEven(wanted);
    const copied = (await this.#converts) && (await this.#copy(picture, window));
    return { data: copied ? this.#memory : this.#draw(picture, window), width, height, window };
  }

  /** Whether `copyTo` could: it refuses what it does not know, such as ten bits a colour. */
  async #copy(picture: Picture, { left, top, width, height }: Window): Promise<boolean> {
    const frame = picture instanceof VideoFrame ? picture : new VideoFrame(picture, { timestamp: 0 });
    try {
      const visible = frame.visibleRect;
      if (!visible || !isShownAsStored(frame, visible)) return false;
      if (this.#memory.length < 4 * width * height)
        this.#memory = new Uint8Array(4 * frame.displayWidth * frame.displayHeight);
      const rect = { x: visible.x + left, y: visible.y + top, width, height };
      await frame.copyTo(this.#memory, { rect, format: 'RGBA', layout: [{ offset: 0, stride: 4 * width }] });
      return true;
    } catch {
      return false;
    } finally {
      if (frame !== picture) frame.close();
    }
  }

  #draw(picture: Picture, window: Window): Uint8ClampedArray {
    const { width, height } = sizeOf(picture);
    const { canvas } = this.#context;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const at = [window.left, window.top, window.width, window.height] as const;
    this.#context.drawImage(picture, ...at, ...at);
    return this.#context.getImageData(...at).data;
  }
}

/** Two by two pixels of a YUV frame share their colour: a part may not begin between them. */
function fromEven({ left, top, width, height }: Window): Window {
  const [x, y] = [left % 2, top % 2];
  return { left: left - x, top: top - y, width: width + x, height: height + y };
}

/** Whether the frame is shown pixel by pixel as it lies in memory, neither turned nor stretched. */
function isShownAsStored(frame: VideoFrame, { width, height }: DOMRectReadOnly): boolean {
  const { rotation = 0, flip = false } = frame as { rotation?: number; flip?: boolean };
  return rotation === 0 && !flip && width === frame.displayWidth && height === frame.displayHeight;
}

/** Whether this browser's `copyTo` heeds `format`: one that does not leaves a blue pixel's bytes in their order. */
async function convertsToRgba(): Promise<boolean> {
  try {
    const blue = { format: 'BGRA', codedWidth: 1, codedHeight: 1, timestamp: 0 } as const;
    const frame = new VideoFrame(Uint8Array.of(255, 0, 0, 255), blue);
    const bytes = new Uint8Array(4);
    await frame.copyTo(bytes, { format: 'RGBA' }).finally(() => frame.close());
    return bytes.join() === '0,0,255,255';
  } catch {
    return false;
  }
}
