import { chunksOf } from '../../../base/streams';
import { BackupProblem } from '../../../domain/backup/backup';
import { readSegmentHead, SEGMENT_BYTES, segmentHead, segmentNonce } from './format';

type Bytes = Uint8Array<ArrayBuffer>;

/** Seals and opens the segments of one file: AES-256-GCM with that file's key, by the vault. */
export interface SegmentCipher {
  seal(nonce: Bytes, additionalData: Bytes, plain: Bytes): Promise<Bytes>;
  /** Rejects if nonce, additional data or a byte is not as it was sealed. */
  open(nonce: Bytes, additionalData: Bytes, sealed: Bytes): Promise<Bytes>;
}

/** Makes the whole file, preamble included, of its plaintext. Holds one segment at a time. See: [Note: The backup file] */
export function sealSegments(cipher: SegmentCipher, preamble: Bytes): TransformStream<Uint8Array, Bytes> {
  const held = new Uint8Array(SEGMENT_BYTES);
  let length = 0;
  let number = 0;
  const emit = async (controller: TransformStreamDefaultController<Bytes>, isLast: boolean): Promise<void> => {
    const sealed = await cipher.seal(segmentNonce(number, isLast), preamble, held.slice(0, length));
    controller.enqueue(segmentHead(sealed.length, isLast));
    controller.enqueue(sealed);
    number += 1;
    length = 0;
  };
  return new TransformStream({
    start: (controller) => controller.enqueue(preamble),
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; ) {
        // A full segment waits for more bytes, because only then it is certainly not the last.
        if (length === SEGMENT_BYTES) await emit(controller, false);
        const taken = chunk.subarray(at, at + SEGMENT_BYTES - length);
        held.set(taken, length);
        length += taken.length;
        at += taken.length;
      }
    },
    flush: (controller) => emit(controller, true),
  });
}

/**
 * The plaintext of a file's segments. Each is checked before it is yielded. Throws BackupProblem: `damaged`, `incomplete`,
 * `file-lost`.
 * @param onRead called with the number of bytes read so far, preamble included
 */
export async function* openSegments(
  file: Blob,
  cipher: SegmentCipher,
  preamble: Bytes,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Bytes, void> {
  const bytes = new ByteReader(file.slice(preamble.length));
  try {
    for (let number = 0; ; number++) {
      const { sealedBytes, isLast } = readSegmentHead(await bytes.take(4));
      const sealed = await bytes.take(sealedBytes);
      yield await opened(cipher, preamble, number, isLast, sealed);
      onRead(preamble.length + bytes.taken);
      if (!isLast) continue;
      if (!(await bytes.atEnd())) throw new BackupProblem('damaged', 'something follows the end');
      return;
    }
  } finally {
    await bytes.close();
  }
}

async function opened(
  cipher: SegmentCipher,
  preamble: Bytes,
  number: number,
  isLast: boolean,
  sealed: Bytes,
): Promise<Bytes> {
  try {
    return await cipher.open(segmentNonce(number, isLast), preamble, sealed);
  } catch (error) {
    throw new BackupProblem('damaged', `segment ${number}`, { cause: error });
  }
}

/** Reads exact numbers of bytes from a file that arrives in chunks of any size. */
class ByteReader {
  /** Bytes read so far. */
  taken = 0;
  readonly #chunks: AsyncGenerator<Uint8Array, void>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(file: Blob) {
    this.#chunks = chunksOf(file.stream());
  }

  /** The next `count` bytes. Throws BackupProblem `incomplete` if the file ends before. */
  async take(count: number): Promise<Bytes> {
    const out = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      if (this.#held.length === 0 && !(await this.#next())) throw new BackupProblem('incomplete', 'cut off');
      const part = this.#held.subarray(0, count - at);
      out.set(part, at);
      at += part.length;
      this.#held = this.#held.subarray(part.length);
    }
    this.taken += count;
    return out;
  }

  async atEnd(): Promise<boolean> {
    while (this.#held.length === 0) if (!(await this.#next())) return true;
    return false;
  }

  async close(): Promise<void> {
    await this.#chunks.return();
  }

  async #next(): Promise<boolean> {
    try {
      const { done, value } = await this.#chunks.next();
      if (done) return false;
      this.#held = value;
      return true;
    } catch (error) {
      throw new BackupProblem('file-lost', (error as Error).message, { cause: error });
    }
  }
}
