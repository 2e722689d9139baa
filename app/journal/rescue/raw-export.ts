import { toBase64 } from '../../base/base64';
import { streamOf } from '../../base/streams';
import { DATABASE_NAME } from '../store/database-name';
import { openAsItIs, requested } from './store-state';

/** How much was written, and what could not be read. */
export interface RawExport {
  readonly records: number;
  readonly unreadable: number;
}

/**
 * Writes every record of the database as it is stored, sealed or not, one JSON object a line: `{ store, key, value }`, or
 * `{ store, key, problem }` if it cannot be read. The first line names the database and its version. Bytes are
 * `{ "$bytes": base64 }`; a key whose bytes cannot be read is `{ "$key": its algorithm }`. No record is opened or changed, so this
 * works whatever the records hold, also if a newer version wrote them.
 */
export async function exportRaw(
  sink: WritableStream<Uint8Array>,
  onRecord: (records: number) => void = () => undefined,
  name = DATABASE_NAME,
): Promise<RawExport> {
  const counts = { records: 0, unreadable: 0 };
  const database = await openAsItIs(name);
  try {
    await streamOf(linesOf(database, counts, onRecord)).pipeTo(sink);
  } finally {
    database?.close();
  }
  return counts;
}

async function* linesOf(
  database: IDBDatabase | null,
  counts: { records: number; unreadable: number },
  onRecord: (records: number) => void,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  const line = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`);
  const stores = database ? [...database.objectStoreNames] : [];
  yield line({ database: database?.name ?? null, version: database?.version ?? 0, stores });
  for (const store of stores) {
    for (const key of await requested(database!.transaction(store).objectStore(store).getAllKeys())) {
      try {
        const value = await requested(database!.transaction(store).objectStore(store).get(key));
        yield line({ store, key: plain(key), value: plain(value) });
      } catch (error) {
        counts.unreadable += 1;
        yield line({ store, key: plain(key), problem: String(error) });
      }
      counts.records += 1;
      onRecord(counts.records);
    }
  }
}

/** As much of a structured clone as JSON can hold. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ArrayBuffer) return { $bytes: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return {
      $bytes: toBase64(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)),
      as: value.constructor.name,
    };
  }
  if (value instanceof CryptoKey) return { $key: value.algorithm };
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}
