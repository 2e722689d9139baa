/** One picture of a file. Whoever receives it closes it, or transfers it to who does. */
export interface TimedPicture {
  readonly image: ImageBitmap | VideoFrame;
  /** Milliseconds since the file's first picture. */
  readonly tMs: number;
}

/** What of a file is lost although the rest of it can be read; whoever decodes it adds to it. */
export interface Losses {
  /** Pictures that are damaged, and those that build on one. */
  pictures: number;
  /** How much earlier the pictures end than the file says, in milliseconds. */
  missingMs: number;
}

/** The file cannot be read: its message is the one line the person is shown. */
export class UnreadableFile extends Error {}

/** A picture decoded with its colours as stored. Throws UnreadableFile where the bytes are no picture. */
export async function bitmapOf(bytes: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(bytes);
  } catch {
    throw new UnreadableFile('the picture is damaged or not a picture');
  }
}
