/** JPEG markers (ITU-T T.81, table B.1). */
const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const TEMPORARY = 0x01;

/** One picture of a stream: its bytes, or null where it is damaged. */
export type JpegPart = Uint8Array | null;

/** Where a picture ends and whether it is whole. */
interface Extent {
  readonly end: number;
  readonly isWhole: boolean;
}

/**
 * Takes a concatenation of JPEG files apart, piece by piece as it comes. Segments are walked by their lengths, so that a
 * thumbnail inside an APP segment is not taken for a picture. A picture that is cut off, or whose segments do not follow each
 * other, is damaged; the next one begins where the next start of an image is. What lies between pictures is passed over.
 */
export class JpegSplitter {
  #bytes = new Uint8Array(0);

  /** The pictures that `chunk` completes. */
  push(chunk: Uint8Array): JpegPart[] {
    const joined = new Uint8Array(this.#bytes.length + chunk.length);
    joined.set(this.#bytes);
    joined.set(chunk, this.#bytes.length);
    this.#bytes = joined;
    return this.#take(false);
  }

  /** What is left at the end of the stream. */
  end(): JpegPart[] {
    return this.#take(true);
  }

  #take(isLast: boolean): JpegPart[] {
    const parts: JpegPart[] = [];
    const bytes = this.#bytes;
    let start = startOfImage(bytes, 0);
    while (start >= 0) {
      const extent = extentOf(bytes, start, isLast);
      if (!extent) break;
      parts.push(extent.isWhole ? bytes.slice(start, extent.end) : null);
      start = startOfImage(bytes, extent.end);
    }
    // The first two of the three bytes that begin a picture may have come already.
    this.#bytes = bytes.slice(start >= 0 ? start : Math.max(0, bytes.length - 2));
    return parts;
  }
}

/** All pictures of `bytes`. */
export function splitJpegs(bytes: Uint8Array): JpegPart[] {
  const splitter = new JpegSplitter();
  return [...splitter.push(bytes), ...splitter.end()];
}

/** Where the next picture starts: its first marker, and the first byte of the one after. */
function startOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at++) {
    if (bytes[at] === MARKER && bytes[at + 1] === START_OF_IMAGE && bytes[at + 2] === MARKER) return at;
  }
  return -1;
}

/** The picture that starts at `start`; null where more bytes are needed to tell. */
function extentOf(bytes: Uint8Array, start: number, isLast: boolean): Extent | null {
  let at = start + 2;
  let hasScan = false;
  for (;;) {
    const sound = at;
    const step = nextSegment(bytes, at);
    if (step === 'damaged' || (step === 'more' && isLast)) return damagedFrom(bytes, sound, isLast);
    if (step === 'more') return null;
    if (step.marker === END_OF_IMAGE) return { end: step.end, isWhole: hasScan };
    if (step.marker === START_OF_IMAGE) return { end: step.end - 2, isWhole: false };
    hasScan ||= step.marker === START_OF_SCAN;
    at = step.end;
  }
}

type Step = { readonly marker: number; readonly end: number } | 'more' | 'damaged';

/** The segment at `from`; that of a scan includes its data. Any number of fill bytes may stand before a marker (B.1.1.2). */
function nextSegment(bytes: Uint8Array, from: number): Step {
  if (from < bytes.length && bytes[from] !== MARKER) return 'damaged';
  let at = from;
  while (bytes[at + 1] === MARKER) at++;
  if (at + 1 >= bytes.length) return 'more';
  const marker = bytes[at + 1]!;
  if (marker === 0) return 'damaged';
  if (isStandalone(marker)) return { marker, end: at + 2 };
  if (at + 3 >= bytes.length) return 'more';
  const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
  if (length < 2) return 'damaged';
  const end = at + 2 + length;
  if (end > bytes.length) return 'more';
  return marker === START_OF_SCAN ? scanUntil(bytes, end) : { marker, end };
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const isStandalone = (marker: number): boolean =>
  marker === START_OF_IMAGE || marker === END_OF_IMAGE || marker === TEMPORARY || isRestart(marker);

/** Entropy-coded data ends at the next marker that is neither a stuffed 0xff nor a restart. */
function scanUntil(bytes: Uint8Array, from: number): Step {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== MARKER) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== MARKER && !isRestart(next)) return { marker: START_OF_SCAN, end: at };
  }
  return 'more';
}

/** A damaged picture reaches to the next one; null where that has not come yet. */
function damagedFrom(bytes: Uint8Array, from: number, isLast: boolean): Extent | null {
  const next = startOfImage(bytes, from);
  if (next >= 0) return { end: next, isWhole: false };
  return isLast ? { end: bytes.length, isWhole: false } : null;
}
