import { ParseProblem } from '../parse/reader';
import type { RecordCodec, RecordPlace } from '../records/record-codec';
import { HEAD_BYTES, nonceOf } from './box-layout';
import { type Bytes, canonical, concat, equalBytes } from './bytes';
import { BoxBroken, openBox, sealBox } from './crypto';
import { pack, unpack } from './pack';

/** Version of the sealed records: of `pack` and of the context below. It is stored in the clear beside each body. */
export const RECORD_VERSION = 1;

/** The version of the boxes that are written. One of version 1 does not name its key, so every key is tried. */
export const BOX_VERSION = 2;

/** A key for records, and the name of the root key it is made from. */
export interface RecordKey {
  readonly id: Bytes;
  readonly key: CryptoKey;
}

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

/**
 * Seals records with `current` and opens what was sealed with it or with one of `older`, which is asked only when a record needs it.
 * See `sealBox` for the bytes.
 */
export function sealingCodec(current: RecordKey, older: () => Promise<readonly RecordKey[]>): RecordCodec {
  const head = concat(Uint8Array.of(BOX_VERSION), current.id);
  const seal = (place: RecordPlace, plain: Bytes, nonce?: Bytes) =>
    sealBox(current.key, recordContext(place), plain, head, nonce);
  const isCurrent = (body: Uint8Array): boolean => equalBytes(body.subarray(0, head.length), head);
  const plainOf = async (place: RecordPlace, body: Bytes): Promise<Bytes> => {
    const context = recordContext(place);
    if (isCurrent(body)) return openBox(current.key, context, body, head.length);
    if (body[0] === 1) return openAny([current, ...(await older())], context, body);
    if (body[0] !== BOX_VERSION) throw new BoxBroken(`sealed in format ${body[0]}, known is ${BOX_VERSION}`);
    const id = body.subarray(1, head.length);
    const its = (await older()).find((one) => equalBytes(one.id, id));
    if (!its) throw new BoxBroken('sealed with a key that is not here');
    return openBox(its.key, context, body, head.length);
  };
  return {
    seal: (place, value) => seal(place, pack(value)),
    open: async (place, body) => {
      if (!(body instanceof Uint8Array)) throw new ParseProblem('a sealed body');
      return unpack(await plainOf(place, body as Bytes));
    },
    isCurrent,
    again: async (place, body) => seal(place, await plainOf(place, body), nonceOf(body)),
  };
}

async function openAny(keys: readonly RecordKey[], context: Bytes, body: Bytes): Promise<Bytes> {
  for (const { key } of keys.slice(0, -1)) {
    const plain = await openBox(key, context, body, HEAD_BYTES[1]).catch(() => null);
    if (plain) return plain;
  }
  return openBox(keys.at(-1)!.key, context, body, HEAD_BYTES[1]);
}
