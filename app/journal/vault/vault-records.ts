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

/** One per journal: what its keys are derived with. */
export interface VaultMeta {
  readonly id: typeof META_ID;
  readonly version: 1;
  /** Salt of every key that is derived from the root; new with each root key that comes into the place of another. */
  readonly salt: Bytes;
  readonly createdMs: number;
  /** Version 1 of the database may have left records in the clear: only then is such a record read. */
  readonly plainLeft: boolean;
}

/** When an open journal locks itself. Null: not by this. */
export interface LockPolicy {
  /** After so long without a touch or a key, in milliseconds. */
  readonly idleMs: number | null;
  /** After so long out of sight, in milliseconds. */
  readonly hiddenMs: number | null;
  /** Whether it asks again when the page is loaded anew in the same tab. It always does in a new tab. */
  readonly onReload: boolean;
}

export const DEFAULT_POLICY: LockPolicy = { idleMs: 5 * MINUTE_MS, hiddenMs: MINUTE_MS, onReload: true };

/** How the lock screen looks and behaves. It can be read by whoever holds the phone, so nothing personal is in it. */
export interface LockRecord {
  readonly id: typeof LOCK_ID;
  readonly version: 1;
  readonly theme: Settings['theme'];
  readonly policy: LockPolicy;
  /** Wrong passphrases and codes in a row, and when the last one was given. */
  readonly wrongTries: number;
  readonly lastTryMs: number;
}

export const DEFAULT_LOCK: LockRecord = {
  id: 'lock',
  version: 1,
  theme: 'system',
  policy: DEFAULT_POLICY,
  wrongTries: 0,
  lastTryMs: 0,
};

export const META_ID = 'meta';
export const LOCK_ID = 'lock';
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
 * The key of a journal that stays open when its page is loaded again, for one tab. It is there only where the person chose so,
 * and only until the journal locks.
 */
export interface OpenRecord {
  readonly id: typeof OPEN_ID;
  readonly key: CryptoKey;
  /** Of the vault it is the key of. */
  readonly salt: Bytes;
  /** SHA-256 of what the tab alone knows. */
  readonly tab: Bytes;
  readonly seenMs: number;
}

/** All that the vault's store holds. */
export interface VaultContents {
  readonly meta: VaultMeta | null;
  readonly lock: LockRecord;
  readonly wraps: readonly Wrap[];
  /** Wraps that are there but cannot be read: why. */
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
  wrongTries: wholeNumber(0),
  lastTryMs: timeMs,
});

/** A wrap as it lies in the store. */
const readWrap = wrapReader(bytes);

/**
 * What the records of the vault's store come to. The lock's record has defaults, for it only says how to ask; everything else
 * that cannot be read is told as such.
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
    wraps: wraps.filter((wrap) => wrap !== null),
    damaged,
    deviceKey: key instanceof CryptoKey ? key : null,
  };
}

/** The salt in the vault's first record, or null where there is none. */
export function saltOf(record: VaultRecord | undefined): Bytes | null {
  const salt = record && (record as { salt?: unknown }).salt;
  return salt instanceof Uint8Array ? (salt as Bytes) : null;
}
