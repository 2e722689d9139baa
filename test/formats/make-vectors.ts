import {
  box,
  hkdf,
  keyId,
  olderRoot,
  pack,
  pbkdf2,
  protectionBox,
  recordContext,
  type WrapHead,
  wrap,
  wrapForPair,
} from './vault-formats';

/** Fixed inputs, so that the vectors are the same each time. */
const run = (from: number, length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (from + i) & 255));

const ROOT = run(0x40, 32);
const SALT = run(0x00, 16);
const JOURNAL_SALT = run(0x80, 16);

/**
 * Argon2id of `passphrase` with `SALT`, 64 MiB, t = 3, p = 1, as argon2-cffi 25 (the reference implementation) gives it: Node 20
 * has none of its own.
 */
const PASSPHRASE = 'Über den Hügel, Schnee';
const ARGON2ID = Buffer.from('fe8df290d816fd72bcb999bcb9d2b94866c721e7bc376c4c5881671022cdc52b', 'hex');
const RECOVERY = '0123456789ABCDEFGHJKMNPQRST';

const OLDER_ROOT = run(0x11, 32);
const PAIR = { own: run(0x31, 32), once: run(0x51, 32), privateIv: run(0xb0, 12), iv: run(0xa0, 12) };
const PROTECTION = {
  policy: { idleMs: 300_000, hiddenMs: null, onReload: true },
  plainLeft: false,
  ways: [run(0x00, 32).toString('hex')],
  copiesCode: null,
};

const head = (kind: string, name: string, params: Record<string, number>, salt = SALT): WrapHead => ({
  version: 1 as const,
  id: `${kind}-1`,
  kind,
  kdf: { name, params, salt },
  credential: kind === 'passkey' ? run(0x20, 16) : Buffer.alloc(0),
  createdMs: 1_795_000_000_000,
});

/** Everything the vault writes, from known keys: what `test/fixtures/vault/vectors.json` holds. Bytes are hexadecimal. */
export function makeVectors() {
  const iv = run(0xa0, 12);
  const recordKey = hkdf(ROOT, JOURNAL_SALT, 'reverie/records/1');
  const nonce = run(0xc0, 12);
  const plain = pack(
    { version: 1, entryId: 'first', words: 'Großmutters Küche ☀', tMs: null, deep: { valence: null } },
    [
      { path: ['tMs'], type: 'f64', numbers: [0, 100.5, 200] },
      { path: ['deep', 'valence'], type: 'f32', numbers: [1, Number.NaN, -0.25] },
    ],
  );
  const prf = run(0x60, 32);
  return hexed({
    root: ROOT,
    derived: { purpose: 'records', salt: JOURNAL_SALT, key: recordKey },
    record: {
      store: 'traces',
      id: 'first',
      nonce,
      key: keyId(ROOT, JOURNAL_SALT),
      plain,
      body: box(recordKey, keyId(ROOT, JOURNAL_SALT), nonce, recordContext('traces', 'first'), plain),
      olderBody: box(recordKey, null, nonce, recordContext('traces', 'first'), plain),
    },
    iv,
    passphrase: PASSPHRASE,
    recovery: RECOVERY,
    prf,
    wraps: [
      wrap(head('passphrase', 'argon2id', { memoryKib: 65_536, passes: 3, lanes: 1 }), ARGON2ID, iv, ROOT),
      wrap(head('passphrase', 'pbkdf2-sha256', { iterations: 600_000 }), pbkdf2(PASSPHRASE, SALT, 600_000), iv, ROOT),
      wrap(head('recovery', 'hkdf-sha256', {}), hkdf(Buffer.from(RECOVERY), SALT, 'reverie/wrap/recovery/1'), iv, ROOT),
      wrap(head('passkey', 'hkdf-sha256', {}), hkdf(prf, SALT, 'reverie/wrap/passkey/1'), iv, ROOT),
    ],
    pairWraps: [
      wrapForPair(head('passphrase', 'argon2id', { memoryKib: 65_536, passes: 3, lanes: 1 }), ARGON2ID, PAIR, ROOT),
      wrapForPair(
        head('recovery', 'hkdf-sha256', {}),
        hkdf(Buffer.from(RECOVERY), SALT, 'reverie/wrap/recovery/1'),
        PAIR,
        ROOT,
      ),
    ],
    protection: {
      value: PROTECTION,
      nonce,
      sealed: protectionBox(ROOT, JOURNAL_SALT, nonce, PROTECTION),
    },
    older: { root: OLDER_ROOT, record: olderRoot(OLDER_ROOT, ROOT, JOURNAL_SALT, iv) },
  });
}

/** The same with every Buffer as hexadecimal text. */
function hexed(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) return value.map(hexed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, hexed(field)]));
}
