import { ParseProblem } from '../parse/reader';
import type { RecordCodec, RecordPlace } from '../record-codec';
import { type Bytes, canonical } from './bytes';
import { openBox, sealBox } from './crypto';
import { pack, unpack } from './pack';

/** Version of the sealed records: of `pack` and of the context below. It lies in the clear beside each body. */
export const RECORD_VERSION = 1;

/** Binds a record to the place it lies in, so that none can be put in the place of another. */
export const recordContext = ({ store, id }: RecordPlace): Bytes =>
  canonical(['reverie record', String(RECORD_VERSION), store, id]);

/** Seals every object under `key`. See `sealBox` for the bytes. */
export const sealingCodec = (key: CryptoKey): RecordCodec => ({
  seal: (place, value) => sealBox(key, recordContext(place), pack(value)),
  open: async (place, body) => {
    if (!(body instanceof Uint8Array)) throw new ParseProblem('a sealed body');
    return unpack(await openBox(key, recordContext(place), body as Bytes));
  },
});
