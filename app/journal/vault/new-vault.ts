import { Failure } from '../../domain/failure/failure';
import type { Connection, Transaction } from '../store/connection';
import { isPlain, type StoreName, type VaultRecord } from '../store/schema';
import type { Bytes } from './bytes';
import { newDeviceKek, newRoot, randomBytes } from './crypto';
import { newProtection, sealedMeta } from './protection';
import { DEFAULT_LOCK, deviceKeyRecord, wrapRecord } from './vault-records';
import { rootOf, wrapUnder } from './wraps';

const SALT_BYTES = 16;

/** A vault that is not stored yet: its records and its root key. */
export interface NewVault {
  readonly records: readonly VaultRecord[];
  readonly root: CryptoKey;
}

/** Keys for a new journal, without a passphrase: the root key is wrapped under a key that only this browser has. */
export async function newVault(nowMs: number, plainLeft: boolean): Promise<NewVault> {
  const key = await newDeviceKek();
  const secret = { kind: 'device', key } as const;
  const wrap = await wrapUnder(secret, await newRoot(), nowMs);
  const root = await rootOf(wrap, secret);
  const meta = await sealedMeta(root, newName(nowMs), newProtection([wrap], plainLeft));
  return { records: [meta, DEFAULT_LOCK, wrapRecord(wrap), deviceKeyRecord(key)], root };
}

/** What names a new journal. */
export const newName = (createdMs: number): { readonly salt: Bytes; readonly createdMs: number } => ({
  salt: randomBytes(SALT_BYTES),
  createdMs,
});

/**
 * Stores a new vault and resolves with the records that are there then: another tab's, if that was faster. Rejects with Failure
 * `keys-damaged` if the journal holds sealed records, because no new key would open them.
 */
export async function createVault(connection: Connection, nowMs: number): Promise<VaultRecord[]> {
  const { plain, sealed } = { plain: await newVault(nowMs, true), sealed: await newVault(nowMs, false) };
  return connection.write(['vault', ...JOURNAL], async (transaction) => {
    const store = transaction.objectStore('vault');
    if ((await store.count()) > 0) return store.getAll();
    const { records } = (await holdsPlain(transaction)) ? plain : sealed;
    for (const record of records) await store.put(record);
    return store.getAll();
  });
}

const JOURNAL = ['entries', 'traces', 'drafts', 'settings', 'months'] as const;

/**
 * Whether a journal without a vault holds records in the clear, from version 1 of the database. Rejects with Failure
 * `keys-damaged` if one of its records is sealed: it had a vault, and that is lost.
 */
async function holdsPlain(transaction: Transaction<StoreName[], 'readwrite'>): Promise<boolean> {
  const entries = transaction.objectStore('entries');
  const sealed = (await transaction.objectStore('months').count()) + (await entries.index('by-day').count());
  const others = [
    ...(await transaction.objectStore('drafts').getAll()),
    ...(await transaction.objectStore('settings').getAll()),
  ];
  if (sealed > 0 || others.some((record) => !isPlain(record))) {
    throw new Failure('keys-damaged', 'there are sealed records, and no vault');
  }
  return others.length + (await entries.count()) + (await transaction.objectStore('traces').count()) > 0;
}
