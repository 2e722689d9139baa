import { ParseProblem } from '../parse/reader';
import type { RecordCodec, RecordPlace } from '../records/record-codec';
import { type Bytes, canonical, concat } from './bytes';
import { openBox, sealBox } from './crypto';
import { pack, unpack } from './pack';

/** Version of the sealed records: of `pack` and of the context below. It lies in the clear beside each body. */
export const RECORD_VERSION = 1;

/** What the contexts of a store's records begin with: the same bytes ten thousand times when a journal is read. */
const beginnings = new Map<string, Bytes>();

function beginningFor(store: string): Bytes {
  const known = beginnings.get(store) ?? canonical(['reverie record', String(RECORD_VERSION), store]);
  beginnings.set(store, known);
  return known;
}

/**
 * Binds a record to the place it lies in, so that none can be put in the place of another: the list `reverie record`, version,
 * store, id.
 */
export const recordContext = ({ store, id }: RecordPlace): Bytes => concat(beginningFor(store), canonical([id]));

/** Seals every object under `key`. See `sealBox` for the bytes. */
export const sealingCodec = (key: CryptoKey): RecordCodec => ({
  seal: (place, value) => sealBox(key, recordContext(place), pack(value)),
  open: async (place, body) => {
    if (!(body instanceof Uint8Array)) throw new ParseProblem('a sealed body');
    return unpack(await openBox(key, recordContext(place), body as Bytes));
  },
});
