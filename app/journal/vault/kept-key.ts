import { type Bytes, equalBytes } from './bytes';
import type { Vault } from './vault';
import { OPEN_ID, type OpenRecord } from './vault-records';
import { ignoreUnwritten } from './vault-store';

/*
 * The key that survives a reload of one tab, if the person chose that the journal does not ask again then. It lies in the
 * database as a CryptoKey, whose bytes no script can read. Only the tab that knows its token uses it: see `tab-token.ts`.
 */

/** Stores the key for the tab with this token. On a full disk it is not stored. */
export async function keepKey(vault: Vault, tab: Bytes): Promise<void> {
  if (!vault.shared) return;
  const { root: key, salt } = vault.shared;
  const record: OpenRecord = { id: OPEN_ID, key, salt, tab, seenMs: vault.now() };
  await vault.writeOwn((store) => store.put(record)).catch(ignoreUnwritten);
}

/** Unlocks with the key that was stored for this tab, unless that was more than `limitMs` ago or for another vault. */
export async function takeKeptKey(vault: Vault, tab: Bytes, limitMs: number): Promise<void> {
  const record = await vault.store.openRecord();
  if (!record || !equalBytes(record.tab, tab)) return;
  const { key: root, salt, seenMs } = record;
  if (Math.abs(vault.now() - seenMs) <= limitMs) vault.takeShared({ root, salt });
  else if (vault.owns({ root, salt })) await forgetKey(vault).catch(ignoreUnwritten);
}

export const forgetKey = (vault: Vault): Promise<void> => vault.store.removeOpenRecord();
