import { MINUTE_MS } from '../../base/time';
import type { Settings } from '../../domain/settings/settings';
import {
  fieldsOf,
  flag,
  nullable,
  number,
  object,
  oneOf,
  ParseProblem,
  type Reader,
  text,
  version,
  wholeNumber,
} from '../parse/reader';
import type { VaultRecord } from '../store/schema';
import { type Bytes, toHex } from './bytes';
import { type Wrap, wrapReader } from './wraps';

/** The vault's first record. There is one per journal. */
export interface VaultMeta {
  readonly id: typeof META_ID;
  readonly version: 2;
  /** Salt of every key that is derived from the root key. It also names the journal: an erased or replaced one has another. */
  readonly salt: Bytes;
  readonly createdMs: number;
  /** Names the root key, see `keyIdOf`: a tab sees by it that another one has changed the protection. */
  readonly key: Bytes;
  /** What steers the lock, sealed with the root key. See: [Note: What steers the lock] */
  readonly sealed: Bytes;
}

/** The same as older versions of the app wrote it, with nothing sealed. */
export interface OldMeta extends Pick<VaultMeta, 'id' | 'salt' | 'createdMs'> {
  readonly version: 1;
  /** Whether records of version 1 may still be in the clear. */
  readonly plainLeft: boolean;
}

/** When an open journal locks itself. Null means never. */
export interface LockPolicy {
  /** Milliseconds without a touch or a key. */
  readonly idleMs: number | null;
  /** Milliseconds out of sight. */
  readonly hiddenMs: number | null;
  /** Whether it asks again after a reload in the same tab. In a new tab it always does. */
  readonly onReload: boolean;
}

export const DEFAULT_POLICY: LockPolicy = { idleMs: 5 * MINUTE_MS, hiddenMs: MINUTE_MS, onReload: true };

/**
 * How the lock screen looks and what was tried at it. Anyone who holds the phone can read and change it, so nothing personal is in it
 * and nothing that matters once the journal is open.
 */
export interface LockRecord {
  readonly id: typeof LOCK_ID;
  readonly version: 1;
  readonly theme: Settings['theme'];
  /** Only older versions of the app keep it here; see `Protection.policy`. */
  readonly policy?: LockPolicy | undefined;
}

/** Wrong passphrases and codes in a row, and when the last one was typed. See: [Note: Counting tries] */
export interface TriesRecord {
  readonly id: typeof TRIES_ID;
  readonly version: 1;
  readonly wrongTries: number;
  readonly lastTryMs: number;
}

export const DEFAULT_LOCK: LockRecord = {
  id: 'lock',
  version: 1,
  theme: 'system',
};

export const NO_TRIES: TriesRecord = { id: 'tries', version: 1, wrongTries: 0, lastTryMs: 0 };

export const META_ID = 'meta';
export const LOCK_ID = 'lock';
export const TRIES_ID = 'tries';
export const DEVICE_KEY_ID = 'device-key';
/** The stored name is older than the name in the code. Older versions kept the key of a tab under it; it is removed when found. */
export const OPEN_ID = 'open';
export const SEALING_ID = 'sealing';
const OLDER_PREFIX = 'older/';
const WRAP_PREFIX = 'wrap/';

export const wrapRecord = (wrap: Wrap): VaultRecord & { readonly wrap: Wrap } => ({
  id: `${WRAP_PREFIX}${wrap.id}`,
  wrap,
});
export const deviceKeyRecord = (key: CryptoKey): VaultRecord & { readonly key: CryptoKey } => ({
  id: DEVICE_KEY_ID,
  key,
});

/** A root key of before a change of the protection, wrapped under the one that replaced it. See: [Note: A new key] */
export interface OlderRoot {
  readonly version: 1;
  /** Its name, see `keyIdOf`. */
  readonly key: Bytes;
  /** The name of the root it is wrapped under. */
  readonly under: Bytes;
  readonly iv: Bytes;
  readonly wrapped: Bytes;
}

export const olderRootRecord = (older: OlderRoot): VaultRecord & { readonly older: OlderRoot } => ({
  id: `${OLDER_PREFIX}${toHex(older.key)}`,
  older,
});

/** Records may still be sealed with a root key of before `key`, the one in use. See: [Note: A new key] */
export interface SealingRecord extends VaultRecord {
  readonly id: typeof SEALING_ID;
  readonly key: Bytes;
}

export const sealingRecord = (key: Bytes): SealingRecord => ({ id: SEALING_ID, key });

/** Everything in the vault's store. */
export interface VaultContents {
  readonly meta: VaultMeta | OldMeta | null;
  readonly lock: LockRecord;
  readonly tries: TriesRecord;
  readonly wraps: readonly Wrap[];
  readonly older: readonly OlderRoot[];
  /** Whether records may still be sealed with a root key of before. */
  readonly sealing: boolean;
  /** For each record that cannot be read: why. */
  readonly damaged: readonly string[];
  readonly deviceKey: CryptoKey | null;
}

const bytes: Reader<Bytes> = (value) => {
  if (!(value instanceof Uint8Array)) throw new ParseProblem('bytes');
  return value as Bytes;
};

const timeMs = number(0);
const orNever = nullable(number(0));

const metaFields = { id: oneOf([META_ID]), salt: bytes, createdMs: timeMs } as const;

const readNewMeta = object<VaultMeta>({ ...metaFields, version: version(2), key: bytes, sealed: bytes });
const readOldMeta = object<OldMeta>({ ...metaFields, version: version(1), plainLeft: flag });

const readMeta: Reader<VaultMeta | OldMeta> = (value) =>
  fieldsOf(value).version === 1 ? readOldMeta(value) : readNewMeta(value);

export const readPolicy: Reader<LockPolicy> = object<LockPolicy>({
  idleMs: orNever,
  hiddenMs: orNever,
  onReload: flag,
});

const readLock: Reader<LockRecord> = object<LockRecord>({
  id: oneOf([LOCK_ID]),
  version: version(1),
  theme: oneOf(['system', 'light', 'dark']),
  policy: (value) => (value === undefined ? undefined : readPolicy(value)),
});

const readCount = object<Pick<TriesRecord, 'wrongTries' | 'lastTryMs'>>({
  wrongTries: wholeNumber(0),
  lastTryMs: timeMs,
});

/**
 * Reads the count of wrong tries: from its own record or, before there was one, from the lock's. None, if neither can be read,
 * because a count that could not be read must lock nobody out.
 */
export function readTries(record: VaultRecord | undefined, lock: VaultRecord | undefined): TriesRecord {
  try {
    return { ...NO_TRIES, ...readCount(record ?? lock) };
  } catch {
    return NO_TRIES;
  }
}

const readOlder: Reader<OlderRoot> = object<OlderRoot>({
  version: version(1),
  key: bytes,
  under: bytes,
  iv: bytes,
  wrapped: bytes,
});

/** Reads a wrap as it is stored. */
const readWrap = wrapReader(bytes);

/**
 * Reads the records of the vault's store. If the lock's record cannot be read, the defaults are used, because it only says how to
 * ask. Everything else that cannot be read is listed in `damaged`.
 */
export function readVault(records: readonly VaultRecord[]): VaultContents {
  const byId = new Map(records.map((record) => [record.id, record]));
  const damaged: string[] = [];
  const attempt = <T>(read: Reader<T>, value: unknown): T | null => {
    try {
      return read(value);
    } catch (error) {
      damaged.push(text(error instanceof Error ? error.message : String(error)));
      return null;
    }
  };
  const readAll = <T>(prefix: string, field: string, read: Reader<T>): T[] =>
    records
      .filter(({ id }) => id.startsWith(prefix))
      .map((record) => attempt(read, fieldsOf(record)[field]))
      .filter((one) => one !== null);
  const key = fieldsOf(byId.get(DEVICE_KEY_ID) ?? {}).key;
  return {
    meta: byId.has(META_ID) ? attempt(readMeta, byId.get(META_ID)) : null,
    lock: (byId.has(LOCK_ID) ? attempt(readLock, byId.get(LOCK_ID)) : null) ?? DEFAULT_LOCK,
    tries: readTries(byId.get(TRIES_ID), byId.get(LOCK_ID)),
    wraps: readAll(WRAP_PREFIX, 'wrap', readWrap),
    older: readAll(OLDER_PREFIX, 'older', readOlder),
    sealing: byId.has(SEALING_ID),
    damaged,
    deviceKey: key instanceof CryptoKey ? key : null,
  };
}

/** Names the journal and its root key, as its vault's first record has them; null if there is none. */
export interface VaultName {
  readonly salt: Bytes;
  /** Null in a record of an older version of the app. */
  readonly key: Bytes | null;
}

export function nameOf(record: VaultRecord | undefined): VaultName | null {
  const { salt, key } = (record ?? {}) as { salt?: unknown; key?: unknown };
  if (!(salt instanceof Uint8Array)) return null;
  return { salt: salt as Bytes, key: key instanceof Uint8Array ? (key as Bytes) : null };
}
