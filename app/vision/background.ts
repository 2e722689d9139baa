import { CERTAIN_LOGIT, type FaceFinder, isOn } from './face-finder';
import type { Region } from './geometry/affine';
import { tilesOf } from './steps/tiles';

/** How often some tiles are looked at, in milliseconds ... */
export const BACKGROUND_LOOK_MS = 300;
/** ... and in how many such looks all of them are: someone who comes is noticed within 1.8 s. */
export const BACKGROUND_LOOKS = 6;
/** Candidates of one tile that are shown to the mesh, best first. */
const MOST_PER_TILE = 4;

/** A face that was found in a tile. */
interface Small {
  readonly region: Region;
  /** The tile it was found in last. */
  readonly tile: number;
}

/**
 * The small faces of a stream, of people who stand far behind.
 *
 * [Note: People in the background]
 * A face of less than a tenth of the frame is too small for the detector that sees all of it. It is looked for in tiles, a few at a time,
 * so that a frame in which a face is followed takes hardly longer: in 640 x 480 one run of the detector in 300 ms. What is found there is
 * counted and never read, because nobody who holds a phone has so small a face.
 */
export class Background {
  readonly #finder: FaceFinder;
  #faces: readonly Small[] = [];
  #next = 0;
  #lookedAtMs = -Infinity;
  #frameSize = '';

  constructor(finder: FaceFinder) {
    this.#finder = finder;
  }

  reset(): void {
    this.#faces = [];
    this.#next = 0;
    this.#lookedAtMs = -Infinity;
  }

  /** How many there are that are none of `known`. */
  count(known: readonly Region[]): number {
    return this.#faces.filter(({ region }) => !isKnown(region, known)).length;
  }

  /** Looks where that is due: at the first frame at all tiles, later at the next few. `known` are the faces that need not be found again. */
  async look(
    { width, height, tMs }: { readonly width: number; readonly height: number; readonly tMs: number },
    known: readonly Region[],
  ): Promise<void> {
    const size = `${width}x${height}`;
    if (size !== this.#frameSize) this.reset();
    this.#frameSize = size;
    if (Math.abs(tMs - this.#lookedAtMs) < BACKGROUND_LOOK_MS) return;
    const tiles = tilesOf(width, height);
    const count = this.#lookedAtMs === -Infinity ? tiles.length : Math.ceil(tiles.length / BACKGROUND_LOOKS);
    this.#lookedAtMs = tMs;
    for (let looked = 0; looked < count; looked++) {
      await this.#lookAt(tiles[this.#next]!, this.#next, known);
      this.#next = (this.#next + 1) % tiles.length;
    }
  }

  async #lookAt(tile: Region, index: number, known: readonly Region[]): Promise<void> {
    const others = this.#faces.filter((face) => face.tile !== index);
    const found: Small[] = [];
    for (const region of await this.#finder.candidatesIn(tile, MOST_PER_TILE)) {
      if (isKnown(region, known)) continue;
      const mesh = await this.#finder.confirm(region, false);
      const seen = [...known, ...found.map((face) => face.region)];
      if (mesh.logit >= CERTAIN_LOGIT && !isKnown(mesh.region, seen)) found.push({ region: mesh.region, tile: index });
    }
    // Where two tiles lie over each other, a face is found in both.
    const regions = found.map(({ region }) => region);
    this.#faces = [...others.filter(({ region }) => !isKnown(region, regions)), ...found];
  }
}

const isKnown = ({ cx, cy }: Region, known: readonly Region[]): boolean => known.some((region) => isOn(cx, cy, region));
