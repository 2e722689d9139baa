import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Connection } from '../store/connection';
import { STORES } from '../store/schema';
import { newDeviceKek } from './crypto';
import { isOutdated } from './kdf-costs';
import { newMeta } from './new-vault';
import { openFirst } from './open-first';
import { secretsOf } from './typed-secret';
import type { Unlocked, Vault } from './vault';
import { LOCK_ID, TRIES_ID, wrapRecord } from './vault-records';
import { rootOf, rootToRewrap, type Secret, type Wrap, wrapUnder } from './wraps';

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
    const stronger = await wrapUnder(secret, await rootToRewrap(wrap, secret), vault.now());
    if (!isOutdated(stronger.kdf)) await vault.changeWraps({ add: [stronger], remove: [wrap] });
  } catch (error) {
    log.warn('a wrap stays as it is', error);
  }
}

/** The root key, to be wrapped again. Rejects like `Vault.unlock`. */
async function rootOfVault(vault: Vault, secret: Secret): Promise<CryptoKey> {
  const [, root] = await vault.firstThatOpens(secret, rootToRewrap);
  return root;
}

/**
 * From now on, opening takes the passphrase or the recovery code: the root key is wrapped under both, and the key that only
 * this browser has is removed in the same transaction.
 */
export async function setPassphrase(vault: Vault, passphrase: string, recoveryCode: string): Promise<void> {
  const { ownSecret } = vault;
  if (!ownSecret) throw new Failure('keys-damaged', 'there is no device key to go from');
  await replaceSecrets(vault, ownSecret, [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', code: recoveryCode },
  ]);
}

/** Replaces every wrap of the kinds in `next`, and the device's own. `current` is any secret that opens. */
export async function replaceSecrets(vault: Vault, current: Secret, next: readonly Secret[]): Promise<void> {
  const root = await rootOfVault(vault, current);
  const add: Wrap[] = [];
  for (const secret of next) add.push(await wrapUnder(secret, root, vault.now()));
  const kinds = new Set<Wrap['kind']>(['device', ...next.map(({ kind }) => kind)]);
  await vault.changeWraps({ add, remove: vault.wraps.filter(({ kind }) => kinds.has(kind)), deviceKey: null });
}

/** Lets one more secret open the vault. `current` is any secret that opens. */
export async function addSecret(vault: Vault, current: Secret, secret: Secret): Promise<void> {
  const wrap = await wrapUnder(secret, await rootOfVault(vault, current), vault.now());
  await vault.changeWraps({ add: [wrap], remove: [] });
}

/** Removes one wrap, and with it the secret that opens it. Rejects with Failure `keys-damaged` if no other wrap is left. */
export async function removeSecret(vault: Vault, wrapId: string): Promise<void> {
  const remove = vault.wraps.filter(({ id }) => id === wrapId);
  if (remove.length === vault.wraps.length) throw new Failure('keys-damaged', 'no other wrap of the key would be left');
  await vault.changeWraps({ add: [], remove });
}

/** From now on no secret is needed: all wraps are removed, and this browser keeps a key of its own. */
export async function removeLock(vault: Vault, current: Secret): Promise<void> {
  const key = await newDeviceKek();
  const add = [await wrapUnder({ kind: 'device', key }, await rootOfVault(vault, current), vault.now())];
  await vault.changeWraps({ add, remove: vault.wraps, deviceKey: key });
}

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
  const meta = newMeta(vault.now(), false);
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
  if (isAdopted) vault.takeShared({ root, salt: meta.salt });
  return isAdopted;
}
