import { readFileSync, statSync } from 'node:fs';
import type { Expression } from '../../app/domain/face/expression';
import { InputError } from '../tools/input-error';
import { parseVotes, strictMajority } from './votes';

/** Side of a face in pixels. */
export const FACE_SIDE = 48;
const FACE_BYTES = FACE_SIDE ** 2;

/** Faces to evaluate on: which of the file they are, and what raters say of them. */
export interface LabelledFaces {
  /** Faces in the file. */
  readonly total: number;
  /** Indices of the faces with a strict majority, ascending. */
  readonly kept: readonly number[];
  /** Expression by raters, as long as `kept`. */
  readonly truth: readonly Expression[];
}

/** Reads and checks both files. Throws InputError. */
export function readInputs(facesPath: string, votesPath: string): LabelledFaces {
  const total = countFaces(facesPath);
  const votes = named(votesPath, () => parseVotes(readText(votesPath)));
  if (votes.length !== total) {
    throw new InputError(`${facesPath} holds ${total} faces, ${votesPath} votes on ${votes.length}`);
  }
  const labels = votes.map(strictMajority);
  const kept = labels.flatMap((label, index) => (label === null ? [] : [index]));
  if (kept.length === 0) {
    throw new InputError(
      `${votesPath}: no face is left: votes of 1 count as 0, and one expression must have more than half of the others`,
    );
  }
  return { total, kept, truth: kept.map((index) => labels[index]!) };
}

function countFaces(path: string): number {
  const bytes = named(path, () => statSync(path, { throwIfNoEntry: true })).size;
  named(path, () => {
    if (!statSync(path).isFile()) throw new InputError('this is not a file');
    if (bytes === 0) throw new InputError('the file is empty');
    if (bytes % FACE_BYTES !== 0) {
      throw new InputError(`${bytes} bytes are not a whole number of faces of ${FACE_SIDE} x ${FACE_SIDE} bytes`);
    }
  });
  return bytes / FACE_BYTES;
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.length === 0) throw new InputError('the file is empty');
  return new TextDecoder().decode(bytes);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is not a file',
  EACCES: 'the file may not be read',
};

/** What `read` gives; what it throws says which file was meant. */
function named<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${path}: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(`${path}: ${REASONS[code] ?? `the file cannot be read (${code})`}`);
  }
}
