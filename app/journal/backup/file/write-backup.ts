import { streamOf } from '../../../base/streams';
import { BackupProblem } from '../../../domain/backup/backup';
import { endLine, LINE_LIMIT, lineOf, type Tally } from './record-lines';
import { type SegmentCipher, sealSegments } from './segments';
import type { BackupSource } from './source';
import { Tallying } from './tally';

export interface WriteOptions {
  readonly source: BackupSource;
  readonly cipher: SegmentCipher;
  /** See `writePreamble`. */
  readonly preamble: Uint8Array<ArrayBuffer>;
  /** Called after each entry with the number of entries written. */
  readonly onEntry?: (entries: number) => void;
  /** Stops writing: the sink is aborted and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Writes all of `source` into `sink` and closes it. Holds only one entry and one segment at a time, however large the journal is.
 * Rejects with the error of the source or the sink; with BackupProblem `no-room` if the disk is full.
 */
export async function writeBackup(sink: WritableStream<Uint8Array>, options: WriteOptions): Promise<Tally> {
  const { cipher, preamble, signal } = options;
  let written: Tally | undefined;
  const lines = linesOf(options, (tally) => {
    written = tally;
  });
  try {
    await streamOf(lines)
      .pipeThrough(new CompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>)
      .pipeThrough(sealSegments(cipher, preamble))
      .pipeTo(sink, { signal });
  } catch (error) {
    throw isFull(error) ? new BackupProblem('no-room', (error as Error).message, { cause: error }) : error;
  }
  return written!;
}

async function* linesOf(
  { source, onEntry }: WriteOptions,
  onEnd: (tally: Tally) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  const tallying = new Tallying();
  let [entries, tooLong] = [0, 0];
  for await (const record of source.records()) {
    const line = lineOf(record);
    if (line.length > LINE_LIMIT) {
      tooLong += 1;
      continue;
    }
    tallying.add(record);
    yield encoder.encode(`${line}\n`);
    if ('settings' in record) continue;
    entries += 1;
    onEntry?.(entries);
  }
  const tally = tallying.tally(source.unreadable + tooLong);
  yield encoder.encode(`${endLine(tally)}\n`);
  onEnd(tally);
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
