import { type Bytes, canonical, equalBytes } from '../bytes';
import { keyIdOf, unwrapRoot, wrapRoot } from '../crypto';
import type { OlderRoot } from '../vault-records';
import { deriveOlderKek } from './crypto-of-secrets';

/*
 * [Note: A new key]
 *
 * Whatever is deleted from the database may lie in the browser's files for months: the key that a journal without a passphrase has,
 * and the wraps of secrets that were changed. So a change of the protection makes a new root key, and what stays behind opens only
 * what was there before.
 *
 * - The change is one transaction (`change-ways.ts`): wraps of the new root, the vault's first record, and the root of before, which
 *   is wrapped under the new one. From that moment everything is written with the new root. Each sealed record names its key
 *   (`sealing-codec.ts`), so records of both keys are read side by side.
 * - Then every record is sealed again with the new key, in the background, a few at a time (`seal-again.ts`). If the tab is killed, the
 *   next one goes on. A record keeps its nonce: it is still the same version of the record for everybody who knows it.
 * - The older roots stay, each under the next one. They open nothing new. They are needed for copies that could not be
 *   sealed again yet, for drafts that wait in another tab, and for the person's own older backups.
 */

/** A root key in use, with its name. */
export interface NamedRoot {
  readonly root: CryptoKey;
  readonly key: Bytes;
}

const contextOf = (key: Bytes, under: Bytes): Bytes => canonical(['reverie older root', '1', key, under]);

/** `root` (of `rootToRewrap`) wrapped under the root that replaces it. */
export async function olderRoot(root: CryptoKey, key: Bytes, newer: CryptoKey, salt: Bytes): Promise<OlderRoot> {
  const under = await keyIdOf(newer, salt);
  const sealed = await wrapRoot(root, await deriveOlderKek(newer, salt), contextOf(key, under));
  return { version: 1, key, under, ...sealed };
}

/** The roots of before `current`, newest first. One that cannot be opened ends the chain: what it sealed is told as unreadable. */
export async function openedOlder(
  current: NamedRoot,
  older: readonly OlderRoot[],
  salt: Bytes,
): Promise<readonly NamedRoot[]> {
  const found: NamedRoot[] = [];
  for (let newer = current; ; newer = found.at(-1)!) {
    const next = older.find(
      ({ under, key }) => equalBytes(under, newer.key) && !found.some((one) => equalBytes(one.key, key)),
    );
    if (!next) return found;
    const kek = await deriveOlderKek(newer.root, salt);
    const root = await unwrapRoot(kek, next.iv, next.wrapped, contextOf(next.key, next.under)).catch(() => null);
    if (!root) return found;
    found.push({ root, key: next.key });
  }
}
