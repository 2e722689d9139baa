/** What one picture gave where a face was found in it. */
export interface Outputs {
  /** Points of the face, irises included. */
  readonly points: number;
  readonly irises: boolean;
  readonly expression: boolean;
}

/** One contestant: reads one picture as a whole and says what it found in it; null for no face. */
export interface Contestant {
  readonly name: string;
  /** Threads it says it uses, which may be fewer than it was asked to; null where it cannot tell. */
  readonly threadsTold: number | null;
  /** Whether it reads a picture taken at `tMs`; it reads all of them where this is left out. */
  wants?(tMs: number): boolean;
  read(picture: ImageBitmap, tMs: number): Promise<Outputs | null>;
}
