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
import type { Bytes } from './bytes';
import { type Wrap, wrapReader } from './wraps';

/** The vault's first record. There is one per journal. */
export interface VaultMeta {
  readonly id: typeof META_ID;
  readonly version: 1;
  /** Salt of every key that is derived from the root key. Each new root key has a new one. */
  readonly salt: Bytes;
  readonly createdMs: number;
  /** Whether records of version 1 may still be in the clear. If not, a record in the clear is not read. */
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

/** How the lock screen looks and behaves. Anyone who holds the phone can read it, so nothing personal is in it. */
export interface LockRecord {
  readonly id: typeof LOCK_ID;
  readonly version: 1;
  readonly theme: Settings['theme'];
  readonly policy: LockPolicy;
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
  policy: DEFAULT_POLICY,
};

export const NO_TRIES: TriesRecord = { id: 'tries', version: 1, wrongTries: 0, lastTryMs: 0 };

export const META_ID = 'meta';
export const LOCK_ID = 'lock';
export const TRIES_ID = 'tries';
export const DEVICE_KEY_ID = 'device-key';
export const OPEN_ID = 'open';
const WRAP_PREFIX = 'wrap/';

export const wrapRecord = (wrap: Wrap): VaultRecord & { readonly wrap: Wrap } => ({
  id: `${WRAP_PREFIX}${wrap.id}`,
  wrap,
});
export const deviceKeyRecord = (key: CryptoKey): VaultRecord & { readonly key: CryptoKey } => ({
  id: DEVICE_KEY_ID,
  key,
});

/**
 * The key kept for one tab, so that the journal stays open when its page is loaded again. It is stored only if the person chose
 * this, and only until the journal locks.
 */
export interface OpenRecord {
  readonly id: typeof OPEN_ID;
  readonly key: CryptoKey;
  /** The salt of the vault it belongs to. */
  readonly salt: Bytes;
  /** SHA-256 of the tab's token, see `tab-token.ts`. */
  readonly tab: Bytes;
  readonly seenMs: number;
}

/** Everything in the vault's store. */
export interface VaultContents {
  readonly meta: VaultMeta | null;
  readonly lock: LockRecord;
  readonly tries: TriesRecord;
  readonly wraps: readonly Wrap[];
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

const readMeta: Reader<VaultMeta> = object<VaultMeta>({
  id: oneOf([META_ID]),
  version: version(1),
  salt: bytes,
  createdMs: timeMs,
  plainLeft: flag,
});

const readLock: Reader<LockRecord> = object<LockRecord>({
  id: oneOf([LOCK_ID]),
  version: version(1),
  theme: oneOf(['system', 'light', 'dark']),
  policy: object<LockPolicy>({ idleMs: orNever, hiddenMs: orNever, onReload: flag }),
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
  const wraps = records
    .filter(({ id }) => id.startsWith(WRAP_PREFIX))
    .map((record) => attempt(readWrap, fieldsOf(record).wrap));
  const key = fieldsOf(byId.get(DEVICE_KEY_ID) ?? {}).key;
  return {
    meta: byId.has(META_ID) ? attempt(readMeta, byId.get(META_ID)) : null,
    lock: (byId.has(LOCK_ID) ? attempt(readLock, byId.get(LOCK_ID)) : null) ?? DEFAULT_LOCK,
    tries: readTries(byId.get(TRIES_ID), byId.get(LOCK_ID)),
    wraps: wraps.filter((wrap) => wrap !== null),
    damaged,
    deviceKey: key instanceof CryptoKey ? key : null,
  };
}

/** The salt in the vault's first record; null if there is none. */
export function saltOf(record: VaultRecord | undefined): Bytes | null {
  const salt = record && (record as { salt?: unknown }).salt;
  return salt instanceof Uint8Array ? (salt as Bytes) : null;
}
