import { v5 } from 'uuid';

/** Of our own making, so that no other program's name-based UUIDs are the same as ours. */
const NAMESPACE = '5b1c1b0e-6a0f-4f0e-9a35-0d1f6f0c2b77';

/**
 * Digests (RFC 9562 version 5 UUID) of rows as they stand in a file: the same row, brought in again, has the same one.
 * Rows that are alike to the letter are counted, so that both are kept and both are known again.
 *
 * A digest of a short row can be guessed from. It is therefore kept inside the entry, which is encrypted, and never used as
 * the entry's id, which is not.
 */
export class RowKeys {
  readonly #seen = new Map<string, number>();

  next(source: string, cells: readonly string[]): string {
    const digest = v5(JSON.stringify([source, ...cells]), NAMESPACE);
    const before = this.#seen.get(digest) ?? 0;
    this.#seen.set(digest, before + 1);
    return before === 0 ? digest : `${digest}.${before + 1}`;
  }
}
