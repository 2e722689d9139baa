import type { BroughtIn, ImportNote } from '../../domain/import/import-note';
import { EPOCH_MS_RANGE } from './moment';
import { listOf, name, number, object, oneOf, type Reader, text, version, wholeNumber } from './reader';

export const readImportNote: Reader<ImportNote> = object<ImportNote>({
  version: version(1),
  id: name,
  atMs: number(...EPOCH_MS_RANGE),
  fileName: text,
  added: wholeNumber(0),
  replaced: wholeNumber(0),
  parts: wholeNumber(0),
});

/** The entries in one part of a note. */
export interface ImportPart {
  readonly version: 1;
  /** The id of its import, and which of its parts it is. */
  readonly of: string;
  readonly part: number;
  readonly entries: readonly BroughtIn[];
}

export const readImportPart: Reader<ImportPart> = object<ImportPart>({
  version: version(1),
  of: name,
  part: wholeNumber(0),
  entries: listOf(object<BroughtIn>({ id: name, how: oneOf(['added', 'replaced']), as: name })),
});
