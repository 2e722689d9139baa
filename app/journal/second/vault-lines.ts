import { Failure } from '../../domain/failure/failure';
import type { Reading } from '../store/plain-store';
import type { VaultRecord } from '../store/schema';
import { newDeviceKek } from '../vault/crypto';
import { metaForWraps } from '../vault/protection';
import { deviceKeyRecord, readVault, wrapRecord } from '../vault/vault-records';
import { usableRoot } from '../vault/ways/crypto-of-secrets';
import { rootToRewrap, type Secret, type Wrap, wrapUnder } from '../vault/wraps';
import type { RecordLine } from './record-file';
import type { SecondPlace } from './second-place';

/*
 * The key that this browser keeps for a journal without a passphrase can be written into no file. So the root key of such a
 * journal is wrapped once more, under the code that lies beside the second place, as it does beside the copies.
 * See: [Note: The key beside the copies]. Once the journal has a passphrase, that wrap and the code are not written any more.
 */

/** The lines for all of the vault: it is written whole each time, because its records only make sense together. */
export async function vaultLines(
  place: Pick<SecondPlace, 'code'>,
  records: readonly VaultRecord[],
): Promise<RecordLine[]> {
  const kept = records.filter((record) => !holdsKey(record));
  return [
    { store: 'vault', clear: true },
    ...kept.map((put) => ({ store: 'vault', put }) as const),
    { beside: await wrapBeside(place, records) },
  ];
}

export const vaultRecords = (transaction: Reading): Promise<VaultRecord[]> => transaction.objectStore('vault').getAll();

/** Whether the journal opens by a key that this browser keeps. */
export const opensByItself = (records: readonly VaultRecord[]): boolean => readVault(records).deviceKey !== null;

/** Null if the journal has secrets of its own. */
async function wrapBeside({ code }: Pick<SecondPlace, 'code'>, records: readonly VaultRecord[]): Promise<Wrap | null> {
  const { deviceKey: key, wraps } = readVault(records);
  const wrap = wraps.find(({ kind }) => kind === 'device');
  if (!key || !wrap) return null;
  const root = await rootToRewrap(wrap, { kind: 'device', key });
  return wrapUnder(await code.secretOrNew(), root, wrap.createdMs);
}

/**
 * The records of a vault that the browser opens by itself, from those that could be written and the wrap beside; all of them are as they
 * were if there is no such wrap. Rejects with Failure `keys-damaged` if the code beside does not open it.
 */
export async function withOwnKey(
  { code }: Pick<SecondPlace, 'code'>,
  records: readonly VaultRecord[],
  beside: Wrap | null,
): Promise<readonly VaultRecord[]> {
  if (!beside) return records;
  const secret = await code.secret();
  if (!secret) throw new Failure('keys-damaged', 'the code beside the second place is gone');
  const root = await rootToRewrap(beside, secret);
  const own: Secret = { kind: 'device', key: await newDeviceKek() };
  const wrap = await wrapUnder(own, root, beside.createdMs);
  const { wraps, meta } = readVault(records);
  const others = wraps.filter(({ kind }) => kind !== 'device');
  const outdated = new Set(wraps.map((old) => wrapRecord(old).id));
  const kept = records.filter(({ id }) => !outdated.has(id) && id !== meta?.id);
  const now = meta && (await metaForWraps(await usableRoot(root), meta, [...others, wrap]));
  return [...kept, ...(now ? [now] : []), ...[...others, wrap].map(wrapRecord), deviceKeyRecord(own.key)];
}

/** A key of the browser can be in no file: its own, and one that an older version put there for a reload of a tab. */
const holdsKey = (record: VaultRecord): boolean => Object.values(record).some((value) => value instanceof CryptoKey);
