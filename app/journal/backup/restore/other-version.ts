import type { Digest } from '../file/format';
import type { EntryRecord } from '../file/record-lines';
import { lineOf } from '../file/record-lines';

/**
 * The same entry under a new id, to be kept beside the journal's own version. The id follows from the content, so that restoring the
 * same backup twice adds it only once.
 */
export async function asOtherVersion(record: EntryRecord, digest: Digest): Promise<EntryRecord> {
  const id = uuidFrom(await digest(new TextEncoder().encode(lineOf(record))));
  const besideId = record.entry.besideId ?? record.entry.id;
  return { entry: { ...record.entry, id, besideId }, trace: record.trace && { ...record.trace, entryId: id } };
}

/** A UUID of RFC 9562 version 8, made from a hash. */
function uuidFrom(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
