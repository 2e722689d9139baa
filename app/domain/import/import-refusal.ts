import { CodedError } from '../../base/coded-error';

/** Why a file as a whole cannot be brought in. The words are in `refusal-words.ts`. */
export const REFUSALS = [
  'empty',
  'unreadable',
  'too-large',
  'encrypted',
  'archive',
  'binary',
  'web-page',
  'encoding',
  'columns',
  'no-rows',
  'json-broken',
  'json-other',
  'json-newer',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** A file as a whole is not brought in. Nothing has been written when this is thrown. */
export class ImportRefusal extends CodedError<RefusalCode> {
  override readonly name = 'ImportRefusal';
}
