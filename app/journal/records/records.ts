import { err, ok, type Result } from '../../base/result';
import { ParseProblem } from '../parse/reader';
import type { StoredRecord } from '../store/schema';
import { RECORD_VERSION } from '../vault/sealing-codec';
import type { Noun } from './nouns';
import type { RecordCodec } from './record-codec';

/**
 * The record to store for `value`. What could not be read again is not written: it throws ParseProblem while whoever saves
 * still has the original.
 */
export async function sealed<T>(codec: RecordCodec, noun: Noun<T>, value: T): Promise<StoredRecord> {
  const id = noun.idOf(value);
  return { id, version: RECORD_VERSION, body: await codec.seal({ store: noun.store, id }, noun.read(value)) };
}

/** The value in the record found under `id`, or why it cannot be read. */
export async function opened<T>(
  codec: RecordCodec,
  noun: Noun<T>,
  id: string,
  record: unknown,
): Promise<Result<T, string>> {
  try {
    const { body, day } = (record ?? {}) as { body?: unknown; day?: unknown };
    if (body === undefined) throw new ParseProblem('a body');
    const value = noun.read(await codec.open({ store: noun.store, id }, body));
    if (noun.idOf(value) !== id) throw new ParseProblem('the id it is stored under', 'id');
    if (day !== undefined && day !== noun.dayOf?.(value)) throw new ParseProblem('the day it is filed under', 'day');
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
