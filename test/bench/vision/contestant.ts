/** One contestant: reads one picture as a whole and says whether it found a face in it. */
export interface Contestant {
  readonly name: string;
  /** Threads it says it uses, which may be fewer than it was asked to; null where it cannot tell. */
  readonly threadsTold: number | null;
  read(picture: ImageBitmap, tMs: number): Promise<boolean>;
}
