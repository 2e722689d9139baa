import { newVault } from '../vault/new-vault';
import type { Vault } from '../vault/vault';
import { STORES } from './schema';
import type { JournalKeys, SealedConnection } from './sealed-connection';

/** Replaces everything in the database by a new vault, in one transaction. Resolves with its keys; rejects like `SealedConnection.write`. */
export async function beginAnew(connection: SealedConnection, vault: Vault): Promise<JournalKeys> {
  const fresh = await newVault(Date.now(), false);
  await connection.write(STORES, async (transaction) => {
    await Promise.all(STORES.map((store) => transaction.objectStore(store).clear()));
    for (const record of fresh.records) await transaction.objectStore('vault').put(record);
  });
  return vault.replaceBy(fresh);
}
