import { expect } from 'chai';
import { canonical } from '../../../app/journal/vault/bytes';
import {
  deriveKey,
  KEY_ID_BYTES,
  newDeviceKek,
  newRoot,
  openBox,
  sealBox,
  sha256,
} from '../../../app/journal/vault/crypto';
import { argon2id } from '../../../app/journal/vault/kdf';
import { ARGON2ID_COSTS, isOutdated, MOST_COSTS, PBKDF2_COSTS } from '../../../app/journal/vault/kdf-costs';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { recordContext } from '../../../app/journal/vault/sealing-codec';
import { usableRoot } from '../../../app/journal/vault/ways/crypto-of-secrets';
import { newWay, wayTo } from '../../../app/journal/vault/ways/new-way';
import {
  rootOf,
  rootToRewrap,
  type Secret,
  type Wrap,
  withSum,
  wrapContext,
  wrapUnder,
} from '../../../app/journal/vault/wraps';
import { rejection, whileStubbed } from '../support/with-journal';
import { PoorWorker } from './poor-worker';
import { toHex, type Vectors, vectors } from './vectors';

/** The check symbol of the vectors' recovery code. */
const CHECK = 'K';

const NOW_MS = 1_795_000_000_000;
const CONTEXT = new Uint8Array(0);
const HEAD = Uint8Array.of(1);
const SALT = new Uint8Array(16);

/** Whether two root keys are the same: what one seals, the other opens. */
async function same(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((root) => deriveKey(root, 'test', SALT)));
  const box = await sealBox(a!, CONTEXT, new Uint8Array(3), HEAD);
  return openBox(b!, CONTEXT, box, HEAD.length).then(
    () => true,
    () => false,
  );
}

describe('wraps of the root key', () => {
  let known: Vectors;
  before(async () => {
    known = await vectors();
  });

  const secretOf = (wrap: Wrap): Secret => {
    if (wrap.kind === 'passphrase') return { kind: 'passphrase', text: known.passphrase };
    if (wrap.kind === 'passkey') return { kind: 'passkey', credential: wrap.credential, output: known.prf };
    return { kind: 'recovery', code: `${known.recovery}${CHECK}` };
  };

  it('open as another implementation sealed them, by every kind of secret', async () => {
    const roots = await Promise.all(known.wraps.map((wrap) => rootOf(wrap, secretOf(wrap))));
    for (const root of roots) {
      const key = await deriveKey(root, known.derived.purpose, known.derived.salt);
      const plain = await openBox(key, recordContext(known.record), known.record.body, 1 + KEY_ID_BYTES);
      expect(plain).to.deep.equal(known.record.plain);
    }
  });

  it('for a pair open as another implementation sealed them, and as our own are carried to another root', async () => {
    const { derived, pairWraps } = known;
    for (const wrap of pairWraps) {
      const root = await rootOf(wrap, secretOf(wrap));
      const key = await deriveKey(root, derived.purpose, derived.salt);
      const plain = await openBox(key, recordContext(known.record), known.record.body, 1 + KEY_ID_BYTES);
      expect(plain).to.deep.equal(known.record.plain);
    }
    const [other, wrap] = [await newRoot(), pairWraps[1]!];
    const carried = await wayTo(wrap, other);
    expect(await same(await rootOf(carried, secretOf(wrap)), await usableRoot(other))).to.equal(true);
    expect(carried).to.deep.include({ id: wrap.id, publicKey: wrap.publicKey, privateKey: wrap.privateKey });
    const wrong = { kind: 'recovery', code: newRecoveryCode() } as const;
    expect((await rejection(rootOf(carried, wrong))).code).to.equal('secret-wrong');
  });

  it('for a pair tell damage in any field, and open for no other pair', async () => {
    const wrap = known.pairWraps[1]!;
    for (const field of ['publicKey', 'privateIv', 'privateKey', 'ephemeral', 'iv', 'wrapped'] as const) {
      const bytes = wrap[field].slice();
      bytes[bytes.length - 1]! ^= 1;
      expect((await rejection(rootOf({ ...wrap, [field]: bytes }, secretOf(wrap)))).code, field).to.equal(
        'keys-damaged',
      );
    }
    const stranger = await newWay({ kind: 'recovery', code: newRecoveryCode() }, await newRoot(), NOW_MS);
    const { ephemeral, iv, wrapped } = stranger;
    const mixed = await withSum({ ...wrap, ephemeral, iv, wrapped });
    expect((await rejection(rootOf(mixed, secretOf(wrap)))).code).to.equal('secret-wrong');
  });

  it('give the root in a form that cannot be read out', async () => {
    const root = await rootOf(known.wraps[2]!, secretOf(known.wraps[2]!));
    expect(root.extractable).to.equal(false);
    expect(root.algorithm.name).to.equal('HKDF');
    expect((await deriveKey(root, 'records', SALT)).extractable).to.equal(false);
  });

  it('tell a wrong secret from a damaged wrap, whichever field is touched', async () => {
    const wrap = known.wraps[2]!;
    const wrong = { kind: 'recovery', code: newRecoveryCode() } as const;
    expect((await rejection(rootOf(wrap, wrong))).code).to.equal('secret-wrong');
    const flipped = (bytes: Uint8Array) => bytes.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
    const damaged: Partial<Wrap>[] = [
      { id: 'other' },
      { createdMs: 1 },
      { iv: flipped(wrap.iv) as never },
      { wrapped: flipped(wrap.wrapped) as never },
      { sum: flipped(wrap.sum) as never },
      { kdf: { ...wrap.kdf, salt: flipped(wrap.kdf.salt) as never } },
    ];
    for (const change of damaged) {
      const error = await rejection(rootOf({ ...wrap, ...change } as Wrap, secretOf(wrap)));
      expect(error.code, Object.keys(change).join()).to.equal('keys-damaged');
    }
  });

  it('refuse costs below the floor, or far above ours, before any work is done, also where the sum was made to fit', async () => {
    const [argon, pbkdf] = known.wraps as [Wrap, Wrap];
    const cases: readonly (readonly [Wrap, Wrap['kdf']['params']])[] = [
      [argon, { ...ARGON2ID_COSTS, memoryKib: ARGON2ID_COSTS.memoryKib - 1 }],
      [argon, { ...ARGON2ID_COSTS, passes: 2 }],
      [argon, { ...ARGON2ID_COSTS, memoryKib: MOST_COSTS.memoryKib + 1 }],
      [argon, { ...ARGON2ID_COSTS, passes: MOST_COSTS.passes + 1 }],
      [argon, { ...ARGON2ID_COSTS, lanes: MOST_COSTS.lanes + 1 }],
      [argon, { ...MOST_COSTS }],
      [pbkdf, { iterations: MOST_COSTS.iterations + 1 }],
      [pbkdf, { iterations: PBKDF2_COSTS.iterations - 1 }],
    ];
    for (const [wrap, params] of cases) {
      const weaker = { ...wrap, kdf: { ...wrap.kdf, params } };
      const sum = await sha256(canonical([wrapContext(weaker), wrap.iv, wrap.wrapped]));
      const error = await rejection(rootOf({ ...weaker, sum }, secretOf(wrap)));
      expect(error.code).to.equal('keys-damaged');
    }
  });

  it('are bound to their kind: one passed off as another does not open', async () => {
    const wrap = known.wraps[2]!;
    const moved = { ...wrap, kind: 'passkey' as const };
    const sum = await sha256(canonical([wrapContext(moved), wrap.iv, wrap.wrapped]));
    const secret: Secret = { kind: 'passkey', credential: wrap.credential, output: known.prf };
    expect((await rejection(rootOf({ ...moved, sum }, secret))).code).to.equal('secret-wrong');
  });

  it('are made anew under another secret without a change of the root', async () => {
    const key = await newDeviceKek();
    const first = await wrapUnder({ kind: 'device', key }, await newRoot(), NOW_MS);
    const secret: Secret = { kind: 'recovery', code: newRecoveryCode() };
    const second = await wrapUnder(secret, await rootToRewrap(first, { kind: 'device', key }), NOW_MS);
    const roots = await Promise.all([rootOf(first, { kind: 'device', key }), rootOf(second, secret)]);
    expect(await same(...(roots as [CryptoKey, CryptoKey]))).to.equal(true);
    const other = await wrapUnder(secret, await newRoot(), NOW_MS);
    expect(await same(roots[0]!, await rootOf(other, secret))).to.equal(false);
  });

  it('by a passphrase take Argon2id, the same letters of any keyboard, and nothing else', async () => {
    const wrap = await wrapUnder({ kind: 'passphrase', text: 'Schnee auf dem Hügel' }, await newRoot(), NOW_MS);
    expect(wrap.kdf.name).to.equal('argon2id');
    expect(wrap.kdf.params).to.deep.equal(ARGON2ID_COSTS);
    expect(isOutdated(wrap.kdf)).to.equal(false);
    await rootOf(wrap, { kind: 'passphrase', text: 'Schnee auf dem Hu\u0308gel' });
    const error = await rejection(rootOf(wrap, { kind: 'passphrase', text: 'schnee auf dem Hügel' }));
    expect(error.code).to.equal('secret-wrong');
  });

  it('by a passphrase take PBKDF2 where Argon2id finds no memory, and are then due to be made anew', async () => {
    const secret: Secret = { kind: 'passphrase', text: 'Schnee' };
    const root = await newRoot();
    const wrap = await whileStubbed(globalThis, 'Worker', PoorWorker, () => wrapUnder(secret, root, NOW_MS));
    expect(wrap.kdf).to.include({ name: 'pbkdf2-sha256' });
    expect(wrap.kdf.params).to.deep.equal(PBKDF2_COSTS);
    expect(isOutdated(wrap.kdf)).to.equal(true);
    await rootOf(wrap, secret);
  });

  it('say that memory is short where an Argon2id wrap cannot be tried, not that the passphrase is wrong', async () => {
    const dead = class extends EventTarget {
      onerror: ((event: ErrorEvent) => void) | null = null;
      postMessage() {
        this.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
      }
      terminate() {}
    };
    const error = await whileStubbed(globalThis, 'Worker', dead as never, () =>
      rejection(rootOf(known.wraps[0]!, secretOf(known.wraps[0]!))),
    );
    expect(error.code).to.equal('memory-short');
  });
});

describe('argon2id', () => {
  it('is Argon2id 0x13: the known answer of the reference implementation (its src/test.c)', async () => {
    const ascii = (text: string) => new TextEncoder().encode(text);
    const hash = await argon2id(ascii('password'), ascii('somesalt'), { memoryKib: 65_536, passes: 2, lanes: 1 });
    expect(toHex(hash)).to.equal('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('ends at once when it is stopped, and its worker with it', async () => {
    const started = performance.now();
    const stop = new AbortController();
    const costs = { memoryKib: MOST_COSTS.memoryKib, passes: 60, lanes: 1 };
    let ended = 0;
    class Counting extends Worker {
      override terminate(): void {
        ended++;
        super.terminate();
      }
    }
    await whileStubbed(globalThis, 'Worker', Counting, async () => {
      const hash = argon2id(new Uint8Array(10), new Uint8Array(16), costs, stop.signal);
      setTimeout(() => stop.abort(), 100);
      expect((await rejection(hash)).name).to.equal('AbortError');
    });
    expect(ended).to.equal(1);
    expect(performance.now() - started).to.be.below(2_000);
  });

  it('overwrites the passphrase it was given', async () => {
    const password = Uint8Array.of(1, 2, 3);
    await argon2id(password, new Uint8Array(16), { memoryKib: 1_024, passes: 1, lanes: 1 });
    expect([...password]).to.deep.equal([0, 0, 0]);
  });
});
