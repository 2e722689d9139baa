import { log } from '../../base/log';
import { asFailure, Failure } from '../../domain/failure/failure';
import { openingPlain } from '../records/record-codec';
import type { Connection, Transaction } from '../store/connection';
import { isPlain, type StoreName, type VaultRecord } from '../store/schema';
import type { JournalKeys } from '../store/sealed-connection';
import { type Bytes, equalBytes } from './bytes';
import { deriveKey, newDeviceKek, newRoot, randomBytes } from './crypto';
import { sealingCodec } from './sealing-codec';
import { waitMs } from './slow-down';
import {
  DEFAULT_LOCK,
  DEVICE_KEY_ID,
  deviceKeyRecord,
  type LockRecord,
  META_ID,
  OPEN_ID,
  type OpenRecord,
  readVault,
  saltOf,
  type VaultContents,
  type VaultMeta,
  wrapRecord,
} from './vault-records';
import { rootOf, type Secret, type Wrap, wrapUnder } from './wraps';

const SALT_BYTES = 16;

/** A vault that does not exist yet: what to store for it, and its key. */
export interface NewVault {
  readonly records: readonly VaultRecord[];
  readonly root: CryptoKey;
}

/** A root key, and the salt of the vault it is of. */
export interface SharedRoot {
  readonly root: CryptoKey;
  readonly salt: Bytes;
}

type VaultStore = ReturnType<Transaction<['vault'], 'readwrite'>['objectStore']>;

type Tries = Pick<LockRecord, 'wrongTries' | 'lastTryMs'>;

const changedElsewhere = (): Failure => new Failure('save-failed', 'changed in another tab');

/** Passes over what could only not be written. A full disk has several names, and in some browsers no answer at all. */
function passUnwritten(error: unknown): void {
  if (!(error instanceof Failure && (error.code === 'journal-full' || error.code === 'save-failed'))) throw error;
  log.warn('the vault could not be written', error);
}

/** What becomes of the ways in, in one transaction. */
export interface WrapChange {
  readonly add: readonly Wrap[];
  readonly remove: readonly Wrap[];
  /** Stored beside a device wrap, or null to remove it with one; left alone where undefined. */
  readonly deviceKey?: CryptoKey | null;
}

/**
 * The journal's keys and its lock. There is one root key and one wrap of it for each way in. While no passphrase is set, the
 * only way in is a key the browser keeps and never shows, and the vault opens by itself.
 */
export class Vault {
  #root: CryptoKey | null = null;
  /** Tries that are not in the store, for want of room: they hold in this page. */
  #unwrittenTries: Partial<Tries> = {};

  private constructor(
    private readonly connection: Connection,
    private contents: VaultContents,
    readonly now: () => number,
  ) {}

  /**
   * Opens the vault, making one where there is no journal yet, and unlocks it where no secret is needed for that. Rejects with
   * Failure `keys-damaged` where there is a journal and no vault to it: nothing is ever made in its place.
   */
  static async open(connection: Connection, now: () => number = Date.now): Promise<Vault> {
    const vault = new Vault(connection, await loadOrCreate(connection, now), now);
    const { deviceKey } = vault.contents;
    if (vault.has('device') && deviceKey) await vault.#tryWraps({ kind: 'device', key: deviceKey });
    else if (vault.contents.wraps.length === 0) {
      throw new Failure('keys-damaged', vault.contents.damaged.join('; ') || 'no way in is left');
    }
    return vault;
  }

  get locked(): boolean {
    return this.#root === null;
  }

  /** The ways in there are. */
  get wraps(): readonly Wrap[] {
    return this.contents.wraps;
  }

  get lockRecord(): LockRecord {
    return { ...this.contents.lock, ...this.#unwrittenTries };
  }

  has(kind: Wrap['kind']): boolean {
    return this.contents.wraps.some((wrap) => wrap.kind === kind);
  }

  /**
   * Unlocks with a secret. Rejects with Failure: `secret-wrong`, `keys-damaged`, `memory-short`, or `try-later` after too many
   * wrong ones. A try is counted before it is made, so that closing the tab does not undo it; on a full disk it is counted in
   * this page alone, for what is there can still be read.
   */
  async unlock(secret: Secret): Promise<void> {
    if (this.waitMs() > 0) throw new Failure('try-later');
    const { wrongTries } = this.lockRecord;
    await this.#countTries({ wrongTries: wrongTries + 1, lastTryMs: this.now() });
    const wrap = await this.#tryWraps(secret).catch(async (error: unknown) => {
      // Only a wrong secret counts: what is damaged, or finds no memory, says nothing of who tries.
      if (asFailure(error, 'keys-damaged').code !== 'secret-wrong') await this.#countTries({ wrongTries });
      throw error;
    });
    await this.#countTries({ wrongTries: 0 });
    await (await import('./ways')).renew(this, wrap, secret);
  }

  /** How long until the next try is allowed, in milliseconds. */
  waitMs(): number {
    return waitMs(this.lockRecord, this.now());
  }

  /** Drops the key. The journal that was opened with it must be closed as well. */
  lock(): void {
    this.#root = null;
  }

  /** The root key and its vault's salt, for another tab of this journal; null while it is locked. */
  get shared(): SharedRoot | null {
    const root = this.#root;
    const salt = this.#salt;
    return root && salt && { root, salt };
  }

  /** Opens with the root key of another tab, unless it is of a vault that was here before or is to come; whether it did. */
  takeShared({ root, salt }: SharedRoot): boolean {
    if (!(root instanceof CryptoKey) || !this.#hasSalt(salt)) return false;
    this.#root = root;
    return true;
  }

  /** Keeps the key for this tab, should its page be loaded again: see `OpenRecord`. Without room it is not kept. */
  async keepOpen(tab: Bytes): Promise<void> {
    if (!this.shared) return;
    const { root: key, salt } = this.shared;
    const record: OpenRecord = { id: OPEN_ID, key, salt, tab, seenMs: this.now() };
    await this.#writeOwn((store) => store.put(record)).catch(passUnwritten);
  }

  /** Opens with the key that was kept for this tab no longer ago than `limitMs`; what is older, or another tab's, is not used. */
  async reopen(tab: Bytes, limitMs: number): Promise<void> {
    const record = (await this.connection.read(['vault'], (transaction) =>
      transaction.objectStore('vault').get(OPEN_ID),
    )) as OpenRecord | undefined;
    if (!record || !equalBytes(record.tab, tab) || !(record.key instanceof CryptoKey)) return;
    if (!this.#hasSalt(record.salt)) return;
    if (Math.abs(this.now() - record.seenMs) <= limitMs) this.#root = record.key;
    else await this.forgetOpen().catch(passUnwritten);
  }

  async forgetOpen(): Promise<void> {
    await this.connection.write(['vault'], async (transaction) => {
      await transaction.objectStore('vault').delete(OPEN_ID);
    });
  }

  /** The keys of the journal's records. */
  async keys(): Promise<JournalKeys> {
    const { salt, plainLeft } = this.#meta;
    const codec = sealingCodec(await this.deriveKey('records', salt));
    return { salt, codec: plainLeft ? openingPlain(codec) : codec };
  }

  get plainLeft(): boolean {
    return this.#meta.plainLeft;
  }

  /** From here on nothing that lies in the clear is read any more. */
  async allIsSealed(): Promise<void> {
    const meta: VaultMeta = { ...this.#meta, plainLeft: false };
    await this.#writeOwn((store) => store.put(meta));
  }

  /** A key for one purpose, AES-256-GCM and not extractable. Rejects with Failure `journal-locked`. */
  async deriveKey(purpose: string, salt: Bytes): Promise<CryptoKey> {
    if (!this.#root) throw new Failure('journal-locked');
    return deriveKey(this.#root, purpose, salt);
  }

  /** Changes how the lock looks and behaves. */
  async changeLock(change: Partial<Omit<LockRecord, 'id' | 'version'>>): Promise<void> {
    await this.reload();
    const record = { ...this.lockRecord, ...change };
    await this.connection.write(['vault'], (transaction) => transaction.objectStore('vault').put(record));
    await this.reload();
    this.#unwrittenTries = {};
  }

  async #countTries(tries: Partial<Tries>): Promise<void> {
    this.#unwrittenTries = { ...this.#unwrittenTries, ...tries };
    await this.changeLock(tries).catch(passUnwritten);
  }

  /** The secret of a vault without a lock, or null where a person has to give one. */
  get ownSecret(): Secret | null {
    const { deviceKey } = this.contents;
    return deviceKey && this.has('device') ? { kind: 'device', key: deviceKey } : null;
  }

  /** Another key in the place of this one, once `records` are stored: see `newVault`. */
  async replaceBy({ records, root }: NewVault): Promise<JournalKeys> {
    this.contents = readVault(records);
    this.#root = root;
    return this.keys();
  }

  /** Reads again what another tab may have changed. Where it is another vault, the key is not its. */
  async reload(): Promise<void> {
    const salt = this.#salt;
    this.contents = readVault(await loadRecords(this.connection));
    if (salt && this.#salt && !this.#hasSalt(salt)) this.#root = null;
  }

  get #salt(): Bytes | null {
    return this.contents.meta?.salt ?? null;
  }

  #hasSalt(salt: unknown): boolean {
    return salt instanceof Uint8Array && this.#salt !== null && equalBytes(salt, this.#salt);
  }

  get #meta(): VaultMeta {
    if (!this.contents.meta) throw new Failure('keys-damaged', this.contents.damaged.join('; ') || 'the vault is gone');
    return this.contents.meta;
  }

  async #tryWraps(secret: Secret): Promise<Wrap> {
    const [wrap, root] = await this.firstThatOpens(secret, rootOf);
    this.#root = root;
    return wrap;
  }

  /** The first wrap that `secret` opens, and what it gives. Rejects like `unlock`; changes nothing. */
  async firstThatOpens(secret: Secret, open: typeof rootOf): Promise<readonly [Wrap, CryptoKey]> {
    let problem = new Failure('keys-damaged', this.contents.damaged.join('; ') || `there is no ${secret.kind} here`);
    for (const wrap of this.contents.wraps.filter(({ kind }) => kind === secret.kind)) {
      try {
        return [wrap, await open(wrap, secret)];
      } catch (error) {
        problem = asFailure(error, 'keys-damaged');
      }
    }
    throw problem;
  }

  /** Changes the ways in, in one transaction. Rejects with Failure `save-failed` where another tab has changed them. */
  async changeWraps({ add, remove, deviceKey }: WrapChange): Promise<void> {
    await this.#writeOwn(async (store) => {
      for (const wrap of remove) {
        if (!(await store.getKey(wrapRecord(wrap).id))) throw changedElsewhere();
        await store.delete(wrapRecord(wrap).id);
      }
      for (const wrap of add) await store.put(wrapRecord(wrap));
      if (deviceKey) await store.put(deviceKeyRecord(deviceKey));
      else if (deviceKey === null) await store.delete(DEVICE_KEY_ID);
    });
  }

  /**
   * Writes what is of this vault's key, and of no other: where another tab has put another vault in its place meanwhile, its salt
   * or its ways in would be lost with all that they open. Rejects with Failure `save-failed` then.
   */
  async #writeOwn(work: (store: VaultStore) => Promise<unknown>): Promise<void> {
    const { salt } = this.#meta;
    const write = this.connection.write(['vault'], async (transaction) => {
      const store = transaction.objectStore('vault');
      const present = saltOf(await store.get(META_ID));
      if (!present || !equalBytes(present, salt)) throw changedElsewhere();
      await work(store);
    });
    await write.finally(() => this.reload());
  }
}

/** Keys of a journal that begins, and the records that keep them: under a device key, without a passphrase. */
export async function newVault(nowMs: number, plainLeft: boolean): Promise<NewVault> {
  const key = await newDeviceKek();
  const secret = { kind: 'device', key } as const;
  const wrap = await wrapUnder(secret, await newRoot(), nowMs);
  const records = [newMeta(nowMs, plainLeft), DEFAULT_LOCK, wrapRecord(wrap), deviceKeyRecord(key)];
  return { records, root: await rootOf(wrap, secret) };
}

export const newMeta = (createdMs: number, plainLeft: boolean): VaultMeta => ({
  id: META_ID,
  version: 1,
  salt: randomBytes(SALT_BYTES),
  createdMs,
  plainLeft,
});

async function loadOrCreate(connection: Connection, now: () => number): Promise<VaultContents> {
  const present = await loadRecords(connection);
  if (present.length > 0) return readVault(present);
  const { records } = await newVault(now(), true);
  const stored = await connection.write(['vault', ...JOURNAL], async (transaction) => {
    const store = transaction.objectStore('vault');
    // Another tab was faster: its key is the journal's.
    if ((await store.count()) > 0) return store.getAll();
    const plainLeft = await holdsPlain(transaction);
    for (const record of records)
      await store.put(record.id === META_ID ? ({ ...record, plainLeft } as VaultRecord) : record);
    return store.getAll();
  });
  return readVault(stored);
}

const JOURNAL = ['entries', 'traces', 'drafts', 'settings', 'months'] as const;

/**
 * In the transaction: whether a journal that has no vault yet holds records in the clear. Rejects with Failure `keys-damaged`
 * where one is sealed: its vault has been lost.
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

const loadRecords = (connection: Connection): Promise<VaultRecord[]> =>
  connection.read(['vault'], (transaction) => transaction.objectStore('vault').getAll());
