import { chunksOf } from '../../../base/streams';
import { BackupProblem } from '../../../domain/backup/backup';
import { PIECE_BYTES, pieceHead, pieceNonce, readPieceHead } from './format';

type Bytes = Uint8Array<ArrayBuffer>;

/** What seals and opens the pieces of one file: AES-256-GCM under that file's key, by the vault. */
export interface PieceCipher {
  seal(nonce: Bytes, additionalData: Bytes, plain: Bytes): Promise<Bytes>;
  /** Rejects where nonce, additional data or a byte is not what was sealed. */
  open(nonce: Bytes, additionalData: Bytes, sealed: Bytes): Promise<Bytes>;
}

/**
 * The whole file from the preamble on, as its plaintext comes in. Holds one piece at a time.
 * See: [Note: The backup file]
 */
export function sealPieces(cipher: PieceCipher, preamble: Bytes): TransformStream<Uint8Array, Bytes> {
  const held = new Uint8Array(PIECE_BYTES);
  let length = 0;
  let number = 0;
  const emit = async (controller: TransformStreamDefaultController<Bytes>, isLast: boolean): Promise<void> => {
    const sealed = await cipher.seal(pieceNonce(number, isLast), preamble, held.slice(0, length));
    controller.enqueue(pieceHead(sealed.length, isLast));
    controller.enqueue(sealed);
    number += 1;
    length = 0;
  };
  return new TransformStream({
    start: (controller) => controller.enqueue(preamble),
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; ) {
        // A full piece waits until more comes: only then it is certain not to be the last.
        if (length === PIECE_BYTES) await emit(controller, false);
        const taken = chunk.subarray(at, at + PIECE_BYTES - length);
        held.set(taken, length);
        length += taken.length;
        at += taken.length;
      }
    },
    flush: (controller) => emit(controller, true),
  });
}

/**
 * The plaintext of a file's pieces, each checked before it is given out. Throws BackupProblem: `damaged`, `incomplete`,
 * `file-lost`.
 * @param onRead is told the number of bytes read so far, preamble included
 */
export async function* openPieces(
  file: Blob,
  cipher: PieceCipher,
  preamble: Bytes,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Bytes, void> {
  const bytes = new ByteReader(file.slice(preamble.length));
  try {
    for (let number = 0; ; number++) {
      const { sealedBytes, isLast } = readPieceHead(await bytes.take(4));
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
  cipher: PieceCipher,
  preamble: Bytes,
  number: number,
  isLast: boolean,
  sealed: Bytes,
): Promise<Bytes> {
  try {
    return await cipher.open(pieceNonce(number, isLast), preamble, sealed);
  } catch (error) {
    throw new BackupProblem('damaged', `piece ${number}`, { cause: error });
  }
}

/** Takes exact numbers of bytes from a file, which comes in chunks of any size. */
class ByteReader {
  /** Bytes taken so far. */
  taken = 0;
  readonly #chunks: AsyncGenerator<Uint8Array, void>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(file: Blob) {
    this.#chunks = chunksOf(file.stream());
  }

  /** The next `count` bytes; throws BackupProblem `incomplete` where the file ends before. */
  async take(count: number): Promise<Bytes> {
    const out = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      if (this.#held.length === 0 && !(await this.#next())) throw new BackupProblem('incomplete', 'cut off');
      const piece = this.#held.subarray(0, count - at);
      out.set(piece, at);
      at += piece.length;
      this.#held = this.#held.subarray(piece.length);
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
