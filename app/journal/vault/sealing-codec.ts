import { ParseProblem } from '../parse/reader';
import type { RecordCodec, RecordPlace } from '../records/record-codec';
import { type Bytes, canonical, concat } from './bytes';
import { openBox, sealBox } from './crypto';
import { pack, unpack } from './pack';

/** Version of the sealed records: of `pack` and of the context below. It is stored in the clear beside each body. */
export const RECORD_VERSION = 1;

/** How the context of each store's records begins. Kept, because reading a journal needs the same bytes ten thousand times. */
const prefixes = new Map<string, Bytes>();

function prefixFor(store: string): Bytes {
  const known = prefixes.get(store) ?? canonical(['reverie record', String(RECORD_VERSION), store]);
  prefixes.set(store, known);
  return known;
}

/**
 * Binds a record to its store and id, so that no sealed record opens in the place of another. It is the encoded list
 * `reverie record`, version, store, id.
 */
export const recordContext = ({ store, id }: RecordPlace): Bytes => concat(prefixFor(store), canonical([id]));

/** Seals and opens records with `key`. See `sealBox` for the bytes. */
export const sealingCodec = (key: CryptoKey): RecordCodec => ({
  seal: (place, value) => sealBox(key, recordContext(place), pack(value)),
  open: async (place, body) => {
    if (!(body instanceof Uint8Array)) throw new ParseProblem('a sealed body');
    return unpack(await openBox(key, recordContext(place), body as Bytes));
  },
});
