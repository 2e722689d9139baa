import { chunksOf, streamOf } from '../../../base/streams';
import { BackupProblem } from '../../../domain/backup/backup';
import type { Preamble } from './format';
import { type BackupRecord, readLine, type Tally, type UnknownRecord } from './record-lines';
import { openSegments, type SegmentCipher } from './segments';
import { Tallying } from './tally';

/** The longest line that is read, in characters: far more than an entry with the longest note and trace. */
const LINE_LIMIT = 64 * 1024 * 1024;

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
  for await (const text of linesIn(options)) {
    options.signal?.throwIfAborted();
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
  const plain = streamOf(openSegments(file, cipher, preamble.bytes, onRead));
  const text = plain
    .pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
  let begun = '';
  try {
    for await (const chunk of chunksOf(text)) {
      const [first = '', ...more] = chunk.split('\n');
      begun += first;
      if (begun.length > LINE_LIMIT) throw new BackupProblem('damaged', 'a line without end');
      if (more.length === 0) continue;
      yield begun;
      begun = more.pop()!;
      yield* more;
    }
  } catch (error) {
    throw problemOf(error, options.signal);
  }
  if (begun !== '') throw new BackupProblem('damaged', 'half a line');
}

/** If bytes do not unpack, the file is damaged, whatever error the platform throws. */
function problemOf(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof BackupProblem || signal?.aborted) return error;
  return new BackupProblem('damaged', error instanceof Error ? error.message : String(error), { cause: error });
}
