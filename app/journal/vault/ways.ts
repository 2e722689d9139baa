import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Connection } from '../store/connection';
import { STORES } from '../store/schema';
import { newDeviceKek } from './crypto';
import { isOutdated } from './kdf-costs';
import { newMeta, type Vault } from './vault';
import { LOCK_ID, wrapRecord } from './vault-records';
import { rootOf, rootToRewrap, type Secret, type Wrap, wrapUnder } from './wraps';

/** The root key, to be wrapped again. Rejects like `Vault.unlock`. */
async function rootOfVault(vault: Vault, secret: Secret): Promise<CryptoKey> {
  const [, root] = await vault.firstThatOpens(secret, rootToRewrap);
  return root;
}

/**
 * From now on a passphrase is needed, or the recovery code: the root key is wrapped under both and the device's own key is
 * removed, in one transaction.
 */
export async function setPassphrase(vault: Vault, passphrase: string, recoveryCode: string): Promise<void> {
  const { ownSecret } = vault;
  if (!ownSecret) throw new Failure('keys-damaged', 'there is no device key to go from');
  await replaceWays(vault, ownSecret, [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', code: recoveryCode },
  ]);
}

/** Puts new secrets in the place of those of their kind, and of the device's own key. `current` is any secret that opens. */
export async function replaceWays(vault: Vault, current: Secret, next: readonly Secret[]): Promise<void> {
  const root = await rootOfVault(vault, current);
  const add: Wrap[] = [];
  for (const secret of next) add.push(await wrapUnder(secret, root, vault.now()));
  const kinds = new Set<Wrap['kind']>(['device', ...next.map(({ kind }) => kind)]);
  await vault.changeWraps({ add, remove: vault.wraps.filter(({ kind }) => kinds.has(kind)), deviceKey: null });
}

/** Adds one more way in beside the others. */
export async function addWay(vault: Vault, current: Secret, secret: Secret): Promise<void> {
  await vault.changeWraps({ add: [await wrapFor(vault, current, secret)], remove: [] });
}

/** From now on no secret is needed: every other way in is removed and the device keeps the key. */
export async function removeLock(vault: Vault, current: Secret): Promise<void> {
  const key = await newDeviceKek();
  const add = [await wrapUnder({ kind: 'device', key }, await rootOfVault(vault, current), vault.now())];
  await vault.changeWraps({ add, remove: vault.wraps, deviceKey: key });
}

/**
 * Locks a journal in which nothing is yet as another one is: under that one's root key and a new salt, with its ways in in the
 * place of all there are, so that whoever has the journal open under the old ones writes nothing any more. `secret` opens one of
 * them. Resolves with false, and has changed nothing, where anything is in the journal; rejects like `rootOf`.
 */
export async function adoptWays(
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
    for (const id of await store.getAllKeys()) if (id !== LOCK_ID) await store.delete(id);
    for (const record of [meta, ...wraps.map(wrapRecord)]) await store.put(record);
    return true;
  });
  await vault.reload();
  if (isAdopted) vault.takeShared({ root, salt: meta.salt });
  return isAdopted;
}

/** Removes one way in; the last one cannot be removed. */
export async function removeWay(vault: Vault, id: string): Promise<void> {
  const remove = vault.wraps.filter((wrap) => wrap.id === id);
  if (remove.length === vault.wraps.length) throw new Failure('keys-damaged', 'it is the only way in');
  await vault.changeWraps({ add: [], remove });
}

/** The root key wrapped under another secret, for a file that goes elsewhere. It is not stored here. */
export const wrapFor = async (vault: Vault, current: Secret, secret: Secret): Promise<Wrap> =>
  wrapUnder(secret, await rootOfVault(vault, current), vault.now());

/** Makes a wrap anew where it would be made stronger today. What fails in it can wait: the old one still opens. */
export async function renew(vault: Vault, wrap: Wrap, secret: Secret): Promise<void> {
  if (!isOutdated(wrap.kdf)) return;
  try {
    const stronger = await wrapUnder(secret, await rootToRewrap(wrap, secret), vault.now());
    if (!isOutdated(stronger.kdf)) await vault.changeWraps({ add: [stronger], remove: [wrap] });
  } catch (error) {
    log.warn('a wrap stays as it is', error);
  }
}
