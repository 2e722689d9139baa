/** One picture of a file. Whoever receives it closes it, or transfers it to who does. */
export interface TimedPicture {
  readonly image: ImageBitmap | VideoFrame;
  /** Milliseconds since the file's first picture. */
  readonly tMs: number;
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
