import { readFileSync } from 'node:fs';

/** Side of a face in the data, pixels. */
export const SIDE = 48;
/** Side of the picture the landmark model takes, pixels. */
export const MESH_SIDE = 192;

/** Grey faces, N x 48 x 48, uint8, row-major, without a header. */
export class Faces {
  readonly count: number;
  private readonly pixels: Uint8Array;

  /** @throws {Error} when the file does not hold a whole number of faces. */
  constructor(path: string) {
    this.pixels = readFileSync(path);
    this.count = this.pixels.length / SIDE ** 2;
    if (!Number.isInteger(this.count))
      throw new Error(`${path}: ${this.pixels.length} bytes are not whole 48x48 faces`);
  }

  /**
   * One face as a 192x192 RGB planar tensor in 0..1, drawn at `faceSide` pixels in the middle. Outside the face its edge
   * pixels go on: FER+ crops end at the cheeks, and the landmark model was trained on faces with room around them.
   */
  meshInput(index: number, faceSide: number): Float32Array {
    const face = this.pixels.subarray(index * SIDE ** 2, (index + 1) * SIDE ** 2);
    const size = MESH_SIDE ** 2;
    const out = new Float32Array(3 * size);
    const taps = Array.from({ length: MESH_SIDE }, (_, at) => tapAt(at, faceSide));
    for (let y = 0; y < MESH_SIDE; y++) {
      const row = taps[y]!;
      for (let x = 0; x < MESH_SIDE; x++) {
        const value = bilinear(face, taps[x]!, row) / 255;
        const at = y * MESH_SIDE + x;
        out[at] = value;
        out[size + at] = value;
        out[2 * size + at] = value;
      }
    }
    return out;
  }
}

interface Tap {
  low: number;
  high: number;
  weight: number;
}

/** Where a coordinate of the big picture falls in the face, with pixel centres at half-integers. */
function tapAt(at: number, faceSide: number): Tap {
  const margin = (MESH_SIDE - faceSide) / 2;
  const source = Math.min(SIDE - 1, Math.max(0, ((at + 0.5 - margin) * SIDE) / faceSide - 0.5));
  const low = Math.floor(source);
  return { low, high: Math.min(SIDE - 1, low + 1), weight: source - low };
}

function bilinear(face: Uint8Array, x: Tap, y: Tap): number {
  const top = mix(face[y.low * SIDE + x.low]!, face[y.low * SIDE + x.high]!, x.weight);
  const bottom = mix(face[y.high * SIDE + x.low]!, face[y.high * SIDE + x.high]!, x.weight);
  return mix(top, bottom, y.weight);
}

function mix(a: number, b: number, weight: number): number {
  return a + (b - a) * weight;
}
