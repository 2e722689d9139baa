import { expect } from 'chai';
import fc from 'fast-check';
import { revisionOf } from '../../../app/journal/store/schema';
import { nonceOf } from '../../../app/journal/vault/box-layout';
import { BoxBroken, deriveKey, keyIdOf, newRoot } from '../../../app/journal/vault/crypto';
import { PAD_BYTES, pack, unpack } from '../../../app/journal/vault/pack';
import { type RecordKey, sealingCodec } from '../../../app/journal/vault/sealing-codec';
import { usableRoot } from '../../../app/journal/vault/ways/crypto-of-secrets';
import { anyEntry, anyTrace } from '../support/arbitrary';
import { trace } from '../support/samples';
import { rejection, whileStubbed } from '../support/with-journal';
import { toHex, vectors } from './vectors';

const SALT = new Uint8Array(16);

async function newKey(): Promise<RecordKey> {
  const root = await usableRoot(await newRoot());
  return { id: await keyIdOf(root, SALT), key: await deriveKey(root, 'records', SALT) };
}

/** The codec of a journal whose key is `current`, and was `older` before. */
const codecOf = (current: RecordKey, ...older: RecordKey[]) => sealingCodec(current, async () => older);

const PLACE = { store: 'traces', id: 'first' } as const;

describe('sealed records', () => {
  it('are byte for byte what another implementation makes of the same key, nonce and record', async () => {
    const { derived, record } = await vectors();
    const key = await crypto.subtle.importKey('raw', derived.key, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const codec = codecOf({ id: record.key, key });
    const value = await codec.open(record, record.body);
    expect(value).to.deep.equal({
      version: 1,
      entryId: 'first',
      words: 'Großmutters Küche ☀',
      tMs: Float64Array.of(0, 100.5, 200),
      deep: { valence: Float32Array.of(1, Number.NaN, -0.25) },
    });
    const fixed = (array: Uint8Array) => {
      array.set(record.nonce);
      return array;
    };
    const body = await whileStubbed(crypto, 'getRandomValues', fixed as never, () => codec.seal(record, value));
    expect(body).to.deep.equal(record.body);
    expect(await codec.open(record, record.olderBody), 'as older versions sealed it').to.deep.equal(value);
  });

  it('open with the key they name, or with every one where they name none, and are sealed again as the same version', async () => {
    const { derived, record } = await vectors();
    const key = await crypto.subtle.importKey('raw', derived.key, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const [older, oldest, newest] = [{ id: record.key, key }, await newKey(), await newKey()];
    const codec = codecOf(newest, older, oldest);
    const value = await codecOf(older).open(record, record.body);
    for (const body of [record.body, record.olderBody]) {
      expect(await codec.open(record, body)).to.deep.equal(value);
      expect(codec.isCurrent(body)).to.equal(false);
      const again = await codec.again(record, body);
      expect(codec.isCurrent(again)).to.equal(true);
      expect(revisionOf({ id: '', version: 1, body: again })).to.equal(revisionOf({ id: '', version: 1, body }));
      expect(await codecOf(newest).open(record, again)).to.deep.equal(value);
      expect(await rejection(codecOf(older, oldest).open(record, again)), 'with those of before').to.be.instanceOf(
        BoxBroken,
      );
    }
    expect(await rejection(codecOf(newest, oldest).open(record, record.body))).to.be.instanceOf(BoxBroken);
    expect(await rejection(codecOf(newest, oldest).open(record, record.olderBody))).to.be.instanceOf(BoxBroken);
  });

  it('give back any entry and any trace', async () => {
    const codec = codecOf(await newKey());
    const property = fc.asyncProperty(anyEntry, anyTrace('first'), async (...values) => {
      for (const value of values) {
        expect(await codec.open(PLACE, await codec.seal(PLACE, value))).to.deep.equal(value);
      }
    });
    await fc.assert(property, { seed: 20_261_124, numRuns: 100 });
  });

  it('open nowhere else, under no other key, and not after any bit was changed', async () => {
    const codec = codecOf(await newKey());
    const body = (await codec.seal(PLACE, { words: 'snow' })) as Uint8Array;
    for (const place of [
      { ...PLACE, id: 'second' },
      { ...PLACE, store: 'entries' as const },
    ]) {
      expect(await rejection(codec.open(place, body))).to.be.instanceOf(BoxBroken);
    }
    expect(await rejection(codecOf(await newKey()).open(PLACE, body))).to.be.instanceOf(BoxBroken);
    for (let bit = 0; bit < body.length * 8; bit += 7) {
      const changed = body.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(await rejection(codec.open(PLACE, changed)), `bit ${bit}`).to.be.instanceOf(BoxBroken);
    }
    for (const length of [0, 1, 36, 37, body.length - 1]) {
      expect(await rejection(codec.open(PLACE, body.slice(0, length)))).to.be.instanceOf(BoxBroken);
    }
  });

  it('have a new nonce each time, and a length that does not tell the length of the words', async () => {
    const codec = codecOf(await newKey());
    const bodies = (await Promise.all(
      ['', 'a', 'a'.repeat(150)].map((note) => codec.seal(PLACE, { note })),
    )) as Uint8Array[];
    expect(new Set(bodies.map(({ length }) => length)).size).to.equal(1);
    expect(new Set(bodies.map((body) => toHex(nonceOf(body)))).size).to.equal(3);
  });
});

describe('pack', () => {
  it('takes columns that are views of larger or shared memory, and only what they show', () => {
    const wide = new Float32Array(100_000).fill(0.5);
    const packed = pack({ ...trace(), presence: wide.subarray(7, 10) });
    expect(packed.length).to.be.below(2_000);
    expect(packed.length % PAD_BYTES).to.equal(0);
    expect((unpack(packed) as { presence: unknown }).presence).to.deep.equal(new Float32Array(3).fill(0.5));
    const shared = new Float64Array(new SharedArrayBuffer(16));
    expect(unpack(pack({ shared }))).to.deep.equal({ shared: new Float64Array(2) });
  });

  it('refuses what is cut short or points outside, instead of making something up', () => {
    const packed = pack(trace());
    for (const length of [0, 3, 4, 20, PAD_BYTES]) expect(() => unpack(packed.slice(0, length))).to.throw('expected');
    const lying = pack({ a: 1 });
    new DataView(lying.buffer).setUint32(0, 0xffffffff, true);
    expect(() => unpack(lying)).to.throw('expected a packed record');
  });
});
