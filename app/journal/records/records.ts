import { err, ok, type Result } from '../../base/result';
import { isNotFetched } from '../../domain/failure/failure';
import { ParseProblem } from '../parse/reader';
import type { StoredRecord } from '../store/schema';
import { RECORD_VERSION } from '../vault/sealing-codec';
import type { RecordCodec } from './record-codec';
import type { RecordKind } from './record-kinds';

/**
 * The record to store for `value`. Rejects with ParseProblem if the value could not be read back, so that the caller, who still
 * has the original, learns of it now. See: [Note: How a write becomes durable]
 */
export async function sealed<T>(codec: RecordCodec, kind: RecordKind<T>, value: T): Promise<StoredRecord> {
  const id = kind.idOf(value);
  return { id, version: RECORD_VERSION, body: await codec.seal({ store: kind.store, id }, await kind.read(value)) };
}

/**
 * The value of the record that was found under `id`, or why it cannot be read. Rejects with Failure `not-fetched`, which says
 * nothing of the record.
 */
export async function opened<T>(
  codec: RecordCodec,
  kind: RecordKind<T>,
  id: string,
  record: unknown,
): Promise<Result<T, string>> {
  try {
    const { body, day } = (record ?? {}) as { body?: unknown; day?: unknown };
    if (body === undefined) throw new ParseProblem('a body');
    const value = await kind.read(await codec.open({ store: kind.store, id }, body));
    if (kind.idOf(value) !== id) throw new ParseProblem('the id it is stored under', 'id');
    if (day !== undefined && day !== kind.dayOf?.(value)) throw new ParseProblem('the day it is filed under', 'day');
    return ok(value);
  } catch (error) {
    if (isNotFetched(error)) throw error;
    return err(error instanceof Error ? error.message : String(error));
  }
}
