import { chunksOf, streamOf } from '../../../base/streams';
import { Stretch } from '../../../base/stretch';
import { BackupProblem } from '../../../domain/backup/backup';
import type { Bytes } from '../../vault/bytes';
import type { Preamble } from './format';
import { type BackupRecord, LINE_LIMIT, readLine, type Tally, type UnknownRecord } from './record-lines';
import { openSegments, type SegmentCipher } from './segments';
import { Tallying } from './tally';

/**
 * How much of the packed bytes is unpacked at a time, in bytes. Gzip makes a thousand times as much of them at most, and all of it
 * is there at once; of a whole segment that would be a gigabyte.
 */
const PIECE_BYTES = 4_096;

/** The most lines: a life of ten entries a day has an eighth of it. */
export const LINES_LIMIT = 2_000_000;

export interface ReadOptions {
  readonly file: Blob;
  readonly preamble: Preamble;
  readonly cipher: SegmentCipher;
  /** Called with the number of bytes of the file that have been read. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Everything in a backup, one record at a time; returns its tally. Until it has returned, the backup may turn out to be damaged, so
 * nothing may be replaced by a part of it.
 *
 * Throws BackupProblem (`damaged`, `incomplete`, `file-lost`), or the signal's reason.
 */
export async function* readBackup(options: ReadOptions): AsyncGenerator<BackupRecord | UnknownRecord, Tally> {
  const tallying = new Tallying();
  let unknown = 0;
  let end: Tally | null = null;
  let lines = 0;
  const stretch = new Stretch();
  for await (const text of linesIn(options)) {
    // A million short lines come without a pause of their own, and Cancel would not be heard.
    await stretch.rest(options.signal);
    if (++lines > LINES_LIMIT) throw new BackupProblem('damaged', `more than ${LINES_LIMIT} lines`);
    if (end) throw new BackupProblem('damaged', 'a line after the end');
    const line = readLine(text);
    if ('end' in line) {
      end = line.end;
      continue;
    }
    if ('problem' in line) unknown += 1;
    else tallying.add(line);
    yield line;
  }
  if (!end) throw new BackupProblem('damaged', 'no end');
  const found = tallying.tally(0);
  if (end.entries + end.settings !== found.entries + found.settings + unknown)
    throw new BackupProblem('damaged', 'not as many records as it says');
  return end;
}

async function* linesIn(options: ReadOptions): AsyncGenerator<string, void> {
  const { file, cipher, preamble, onRead } = options;
  const text = streamOf(inPieces(openSegments(file, cipher, preamble.bytes, onRead)))
    .pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
  let begun = '';
  try {
    for await (const chunk of chunksOf(text)) {
      let from = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
        yield begun + chunk.slice(from, end);
        begun = '';
        from = end + 1;
      }
      begun += chunk.slice(from);
      if (begun.length > LINE_LIMIT) throw new BackupProblem('damaged', 'a line without end');
    }
  } catch (error) {
    throw problemOf(error, options.signal);
  }
  if (begun !== '') throw new BackupProblem('damaged', 'half a line');
}

async function* inPieces(chunks: AsyncGenerator<Bytes, void>): AsyncGenerator<Bytes, void> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.slice(at, at + PIECE_BYTES);
  }
}

/** If bytes do not unpack, the file is damaged, whatever error the platform throws. */
function problemOf(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof BackupProblem || signal?.aborted) return error;
  return new BackupProblem('damaged', error instanceof Error ? error.message : String(error), { cause: error });
}
