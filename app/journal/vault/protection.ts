import { flag, listOf, nullable, object, text } from '../parse/reader';
import { type Bytes, canonical, equalBytes, toHex, utf8 } from './bytes';
import { deriveKey, keyIdOf, openBox, sealBox } from './crypto';
import {
  DEFAULT_POLICY,
  type LockPolicy,
  META_ID,
  type OldMeta,
  readPolicy,
  type VaultContents,
  type VaultMeta,
} from './vault-records';
import type { NamedRoot } from './ways/older-roots';
import type { Wrap } from './wraps';

/*
 * [Note: What steers the lock]
 *
 * Somebody who can write to the database, but has no secret, must not be able to make the journal stay open, to slip a record in
 * that is in the clear, or to add a way in that the next change of the passphrase would carry over. So everything that steers
 * the lock lies in the vault's first record, sealed with the root key. It is read right after unlocking.
 *
 * If it does not open, or if the wraps are not those it lists, the lock was altered from outside. The journal opens all the same,
 * because its entries are sealed by themselves; but it takes the default times, reads nothing in the clear, carries no way over, and
 * says so until the lock is renewed. The one thing that no store can tell without a server is that all of it was put back as it
 * was at an earlier time.
 */

/** What steers the lock. See: [Note: What steers the lock] */
export interface Protection {
  readonly policy: LockPolicy;
  /** Whether records of version 1 may still be in the clear. If not, a record in the clear is not read. */
  readonly plainLeft: boolean;
  /** Whether the months of what is there are listed. If so, a missing list was removed. See: [Note: Order and absence] */
  readonly listed: boolean;
  /** The sums of the wraps there are, in hexadecimal. */
  readonly ways: readonly string[];
  /** The code that opens older copies, since the file with it was removed. See: [Note: The key beside the copies] */
  readonly copiesCode: string | null;
}

const BOX = Uint8Array.of(1);
const contextOf = (salt: Bytes): Bytes => canonical(['reverie vault', '2', salt]);

const readProtection = object<Protection>({
  policy: readPolicy,
  plainLeft: flag,
  // Older versions of the app had no list.
  listed: (value) => value === true,
  ways: listOf(text),
  copiesCode: nullable(text),
});

export const waysOf = (wraps: readonly Wrap[]): string[] => wraps.map(({ sum }) => toHex(sum)).sort();

/** What holds for a new journal. */
export const newProtection = (wraps: readonly Wrap[], plainLeft: boolean): Protection => ({
  policy: DEFAULT_POLICY,
  plainLeft,
  listed: false,
  ways: waysOf(wraps),
  copiesCode: null,
});

/** The vault's first record with `protection` in it, sealed with `root`. */
export async function sealedMeta(
  root: CryptoKey,
  { salt, createdMs }: Pick<VaultMeta, 'salt' | 'createdMs'>,
  protection: Protection,
): Promise<VaultMeta> {
  const key = await deriveKey(root, 'vault', salt);
  const sealed = await sealBox(key, contextOf(salt), utf8(JSON.stringify(protection)), BOX);
  return { id: META_ID, version: 2, salt, createdMs, key: await keyIdOf(root, salt), sealed };
}

/** What a root key finds in the vault. */
export interface Admission extends NamedRoot {
  readonly protection: Protection;
  /** Whether somebody without a secret has changed what steers the lock. */
  readonly altered: boolean;
}

/** What steers the lock, opened with `root`; null if the vault is that of another root key. */
export async function admitted(root: CryptoKey, contents: VaultContents): Promise<Admission | null> {
  const { meta, wraps } = contents;
  if (!meta) return null;
  const named = { root, key: await keyIdOf(root, meta.salt) };
  if (meta.version === 1) return { ...named, ...ofOlderVersion(meta, contents) };
  const protection = await openedProtection(root, meta);
  const isNamed = equalBytes(named.key, meta.key);
  if (!protection) return isNamed ? { ...named, protection: safest(wraps), altered: true } : null;
  const altered = !isNamed || waysOf(wraps).join() !== protection.ways.join();
  return { ...named, protection: altered ? { ...protection, plainLeft: false } : protection, altered };
}

/** The vault's first record for other wraps of the same root. It stays as it is if it does not open or is of an older version. */
export async function metaForWraps(
  root: CryptoKey,
  meta: VaultMeta | OldMeta,
  wraps: readonly Wrap[],
): Promise<VaultMeta | OldMeta> {
  const protection = meta.version === 2 ? await openedProtection(root, meta) : null;
  return protection ? sealedMeta(root, meta, { ...protection, ways: waysOf(wraps) }) : meta;
}

async function openedProtection(root: CryptoKey, { salt, sealed }: VaultMeta): Promise<Protection | null> {
  try {
    const plain = await openBox(await deriveKey(root, 'vault', salt), contextOf(salt), sealed, BOX.length);
    return readProtection(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return null;
  }
}

/**
 * An older version of the app sealed nothing, so what it left is taken as it is. Records in the clear are read only while the device's
 * own key is the only way in. A way with a pair was made by a newer version: then this record was put back.
 */
function ofOlderVersion(
  { plainLeft }: OldMeta,
  { wraps, lock }: VaultContents,
): Pick<Admission, 'protection' | 'altered'> {
  if (wraps.some(({ version }) => version !== 1)) return { protection: safest(wraps), altered: true };
  const isOpen = wraps.every(({ kind }) => kind === 'device');
  const protection = newProtection(wraps, plainLeft && isOpen);
  return { protection: { ...protection, policy: lock.policy ?? DEFAULT_POLICY }, altered: false };
}

/** Where nothing can be trusted. */
const safest = (wraps: readonly Wrap[]): Protection => newProtection(wraps, false);
