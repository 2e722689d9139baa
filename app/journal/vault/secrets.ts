import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Connection } from '../store/connection';
import { STORES } from '../store/schema';
import { isOutdated } from './kdf-costs';
import { newName } from './new-vault';
import { openFirst } from './open-first';
import { newProtection, sealedMeta } from './protection';
import { secretsOf } from './typed-secret';
import type { Unlocked, Vault } from './vault';
import { LOCK_ID, TRIES_ID, wrapRecord } from './vault-records';
import { changedElsewhere } from './vault-store';
import { addWay, changeWays, type WayChange } from './ways/change-ways';
import { rootOf, type Secret, type Wrap } from './wraps';

/** Unlocks, and then replaces the wrap that opened if it would be made stronger today. Rejects like `Vault.unlock`. */
export async function unlockWith(vault: Vault, ...secrets: readonly [Secret, ...Secret[]]): Promise<void> {
  await renew(vault, await vault.unlock(...secrets));
}

/** Unlocks with what a person typed, whichever kind of secret it is. Rejects like `Vault.unlock`. */
export const unlockTyped = (vault: Vault, typed: string): Promise<void> =>
  unlockWith(vault, ...secretsOf(typed, vault.openedBy));

/** The secret that typed text is, found as unlocking would, and counted as a try. Rejects like `Vault.unlock`; unlocks nothing. */
export const provenSecret = (vault: Vault, typed: string): Promise<Secret> =>
  vault.tries.counted(() =>
    openFirst(secretsOf(typed, vault.openedBy), async (secret) => {
      await vault.firstThatOpens(secret, rootOf);
      return secret;
    }),
  );

/** If renewing fails, the old wrap stays and still opens. */
async function renew(vault: Vault, { wrap, secret }: Unlocked): Promise<void> {
  if (!isOutdated(wrap.kdf)) return;
  try {
    await addWay(vault, secret, secret, wrap);
  } catch (error) {
    log.warn('a wrap stays as it is', error);
  }
}

/**
 * From now on, opening takes the passphrase or the recovery code, and the key that only this browser has is removed. Rejects with
 * Failure `lock-changed` if another tab has set a passphrase.
 */
export async function setPassphrase(
  vault: Vault,
  passphrase: string,
  recoveryCode: string,
  more?: WayChange['more'],
): Promise<void> {
  await vault.reload();
  const { ownSecret: current } = vault;
  if (!current || vault.protected) throw changedElsewhere();
  const add: readonly Secret[] = [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', code: recoveryCode },
  ];
  await changeWays(vault, { current, add, keeps: null, more });
}

/** Replaces the ways in of the kinds in `next`. `current` is any secret that opens. Rejects like `changeWays`. */
export function replaceSecrets(vault: Vault, current: Secret, next: readonly Secret[]): Promise<void> {
  const kinds = new Set(next.map(({ kind }) => kind));
  return changeWays(vault, { current, add: next, keeps: ({ kind }) => kind !== 'device' && !kinds.has(kind) });
}

/** Replaces every way in by these two. So a lock that an older version of the app made, or that was altered, is ours again. */
export function renewLock(vault: Vault, current: Secret, passphrase: string, code: string): Promise<void> {
  const add: readonly Secret[] = [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', code },
  ];
  return changeWays(vault, { current, add, keeps: null });
}

/** Removes one way in. Rejects with Failure `keys-damaged` if no other would be left. */
export async function removeSecret(vault: Vault, current: Secret, wrapId: string): Promise<void> {
  if (!vault.wraps.some(({ id }) => id !== wrapId)) throw new Failure('keys-damaged', 'no other way in would be left');
  await changeWays(vault, { current, add: [], keeps: ({ id }) => id !== wrapId });
}

/** From now on no secret is needed: all ways in are removed, and this browser keeps a key of its own. */
export const removeLock = (vault: Vault, current: Secret): Promise<void> =>
  changeWays(vault, { current, add: [], keeps: null });

/**
 * Gives an empty journal the lock of another one: that one's root key and a new salt, with `wraps` replacing every existing
 * wrap. A tab that has the journal open under its old key can write nothing any more. `secret` opens one of `wraps`.
 *
 * Resolves with false and changes nothing if the journal is not empty. Rejects like `rootOf`.
 */
export async function adoptLock(
  vault: Vault,
  connection: Connection,
  wraps: readonly Wrap[],
  secret: Secret,
): Promise<boolean> {
  const wrap = wraps.find(({ kind }) => kind === secret.kind);
  if (!wrap) throw new Failure('secret-wrong', `no ${secret.kind}`);
  const root = await rootOf(wrap, secret);
  const meta = await sealedMeta(root, newName(vault.now()), newProtection(wraps, false));
  const isAdopted = await connection.write([...STORES], async (transaction) => {
    for (const name of STORES) {
      if (name !== 'vault' && (await transaction.objectStore(name).count()) > 0) return false;
    }
    const store = transaction.objectStore('vault');
    for (const id of await store.getAllKeys()) if (id !== LOCK_ID && id !== TRIES_ID) await store.delete(id);
    for (const record of [meta, ...wraps.map(wrapRecord)]) await store.put(record);
    return true;
  });
  await vault.reload();
  if (isAdopted) await vault.takeShared({ root, salt: meta.salt });
  return isAdopted;
}
