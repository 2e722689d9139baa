import { Failure } from '../../../domain/failure/failure';
import { newDeviceKek, newRoot } from '../crypto';
import { type Protection, sealedMeta, waysOf } from '../protection';
import type { Vault } from '../vault';
import { deviceKeyRecord, olderRootRecord, sealingRecord, wrapRecord } from '../vault-records';
import { type PairWrap, rootOf, rootToRewrap, type Secret, type Wrap, wrapUnder } from '../wraps';
import { usableRoot } from './crypto-of-secrets';
import { isPaired, newWay, wayTo } from './new-way';
import { olderRoot } from './older-roots';

/** A change of what opens the journal. */
export interface WayChange {
  /** Any secret that opens it now. */
  readonly current: Secret;
  /** The secrets that get a new way in. None: from now on this browser's own key opens it. */
  readonly add: readonly Secret[];
  /** Which of the ways there are now stay; null for none, which is always possible. */
  readonly keeps: ((wrap: Wrap) => boolean) | null;
  readonly more?: Partial<Pick<Protection, 'copiesCode'>>;
}

/**
 * Changes what opens the journal, with a new root key, in one transaction. See: [Note: A new key]
 *
 * Rejects like `Vault.unlock`; with Failure `lock-changed` if another tab was faster; with `lock-altered` if a way is to stay that
 * is not certainly ours. Nothing has changed then.
 */
export const changeWays = (vault: Vault, change: WayChange): Promise<void> =>
  vault.inTurn(() => changeInTurn(vault, change));

async function changeInTurn(vault: Vault, { current, add, keeps, more }: WayChange): Promise<void> {
  await vault.reload();
  const { protection, known, key } = vault;
  // A locked journal reads nothing in the clear, so what is left of that has to be sealed first.
  if (protection.plainLeft) throw new Failure('save-failed', 'older records are not sealed yet');
  const carried = keeps ? carriedBy(vault, keeps) : [];
  const before = await rootBefore(vault, current);
  const root = await newRoot();
  const { wraps, deviceKey } = await newWraps(vault, root, carried, add);
  const usable = await usableRoot(root);
  const meta = await sealedMeta(usable, known, { ...protection, ...more, listed: true, ways: waysOf(wraps) });
  const older = await olderRoot(before, key, usable, known.salt);
  await vault.writeNewRoot(known, usable, async (store) => {
    for (const id of await store.getAllKeys()) if (isWay(id)) await store.delete(id);
    for (const record of [meta, olderRootRecord(older), sealingRecord(meta.key), ...wraps.map(wrapRecord)])
      await store.put(record);
    if (deviceKey) await store.put(deviceKeyRecord(deviceKey));
  });
}

function carriedBy(vault: Vault, keeps: (wrap: Wrap) => boolean): readonly PairWrap[] {
  const carried = vault.carried.filter(keeps).filter(isPaired);
  const isWhole = carried.length === vault.wraps.filter(keeps).length;
  if (vault.altered || !isWhole) throw new Failure('lock-altered', 'a way in cannot be kept');
  return carried;
}

const isWay = (id: string): boolean => id.startsWith('wrap/') || id === 'device-key';

/** The root key in use, in a form that can be wrapped. Rejects if the secret opens another one, which was put back from outside. */
async function rootBefore(vault: Vault, secret: Secret): Promise<CryptoKey> {
  const [wrap, root] = await vault.firstThatOpens(secret, rootToRewrap);
  if (!(await vault.isCurrent(await usableRoot(root)))) throw new Failure('lock-altered', `${wrap.kind}: another root`);
  return root;
}

async function newWraps(
  vault: Vault,
  root: CryptoKey,
  carried: readonly PairWrap[],
  add: readonly Secret[],
): Promise<{ readonly wraps: readonly Wrap[]; readonly deviceKey: CryptoKey | null }> {
  const wraps: Wrap[] = [];
  for (const way of carried) wraps.push(await wayTo(way, root));
  for (const secret of add) wraps.push(await newWay(secret, root, vault.now()));
  if (wraps.length > 0) return { wraps, deviceKey: null };
  const key = await newDeviceKek();
  return { wraps: [await wrapUnder({ kind: 'device', key }, root, vault.now())], deviceKey: key };
}

/**
 * Lets one more secret open the journal, or makes a way stronger: `instead` is then the wrap that it replaces. The root key stays,
 * because nothing that opened it before stops doing so. Rejects like `changeWays`.
 */
export const addWay = (vault: Vault, current: Secret, secret: Secret, instead?: Wrap): Promise<void> =>
  vault.inTurn(() => addInTurn(vault, current, secret, instead));

async function addInTurn(vault: Vault, current: Secret, secret: Secret, instead?: Wrap): Promise<void> {
  await vault.reload();
  if (vault.altered) throw new Failure('lock-altered');
  const { protection, known, wraps: present } = vault;
  const wrap = await newWay(secret, await rootBefore(vault, current), vault.now());
  const wraps = [...present.filter(({ id }) => id !== instead?.id), wrap];
  const root = await rootOf(wrap, secret);
  const meta = await sealedMeta(root, known, { ...protection, ways: waysOf(wraps) });
  await vault.writeOwn(known, async (store) => {
    if (instead) await store.delete(wrapRecord(instead).id);
    for (const record of [meta, wrapRecord(wrap)]) await store.put(record);
  });
}
