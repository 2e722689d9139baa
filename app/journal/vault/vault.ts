import { systemClock } from '../../base/clock';
import { Failure } from '../../domain/failure/failure';
import { openingPlain } from '../records/record-codec';
import type { Connection } from '../store/connection';
import type { JournalKeys } from '../store/sealed-connection';
import { type Bytes, equalBytes } from './bytes';
import { deriveKey } from './crypto';
import { createVault, type NewVault } from './new-vault';
import { openFirst } from './open-first';
import { sealingCodec } from './sealing-codec';
import { Tries, type TriesClock } from './tries';
import {
  DEVICE_KEY_ID,
  deviceKeyRecord,
  type LockRecord,
  readVault,
  type VaultContents,
  type VaultMeta,
  wrapRecord,
} from './vault-records';
import { changedElsewhere, type OwnWrite, VaultStore } from './vault-store';
import { firstThatOpens, rootOf, type Secret, type Wrap } from './wraps';

/** A root key, and the salt of the vault it belongs to. */
export interface SharedRoot {
  readonly root: CryptoKey;
  readonly salt: Bytes;
}

/** What unlocked a vault. */
export interface Unlocked {
  readonly secret: Secret;
  readonly wrap: Wrap;
}

/** Wraps to add and to remove in one transaction. */
export interface WrapChange {
  readonly add: readonly Wrap[];
  readonly remove: readonly Wrap[];
  /** The key of a device wrap that is added, null to delete the one that is stored, undefined to leave it. */
  readonly deviceKey?: CryptoKey | null;
}

/**
 * The journal's root key while it is unlocked, and what unlocks it. Each secret has a wrap of the one root key. While no
 * passphrase is set, the only secret is a key that the browser keeps and never shows, and the vault opens by itself.
 */
export class Vault {
  #root: CryptoKey | null = null;
  #contents: VaultContents;
  readonly tries: Tries;

  private constructor(
    readonly store: VaultStore,
    contents: VaultContents,
    private readonly clock: TriesClock,
  ) {
    this.#contents = contents;
    this.tries = new Tries(store, clock);
    this.tries.learn(contents.tries);
  }

  /**
   * Opens the vault and creates one if there is no journal yet; unlocks it if that takes no secret. Rejects with Failure
   * `keys-damaged` if there is a journal and its vault is lost: a new one is never put in its place.
   */
  static async open(connection: Connection, clock: TriesClock = systemClock): Promise<Vault> {
    const store = new VaultStore(connection);
    const present = await store.load();
    const records = present.length > 0 ? present : await createVault(connection, clock.epochMs());
    const vault = new Vault(store, readVault(records), clock);
    const { ownSecret } = vault;
    if (ownSecret) await vault.#tryWraps(ownSecret);
    else if (vault.wraps.length === 0) throw vault.#damaged('no wrap of the key is left');
    return vault;
  }

  get locked(): boolean {
    return this.#root === null;
  }

  get wraps(): readonly Wrap[] {
    return this.#contents.wraps;
  }

  get lockRecord(): LockRecord {
    return this.#contents.lock;
  }

  /** The kinds of secret that open it. */
  get openedBy(): ReadonlySet<Wrap['kind']> {
    return new Set(this.wraps.map(({ kind }) => kind));
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.clock.epochMs();
  }

  has(kind: Wrap['kind']): boolean {
    return this.openedBy.has(kind);
  }

  /** The secret of a vault without a passphrase; null if a person has to give one. */
  get ownSecret(): Secret | null {
    const { deviceKey } = this.#contents;
    return deviceKey && this.has('device') ? { kind: 'device', key: deviceKey } : null;
  }

  /**
   * Unlocks with the first of these secrets that opens, as one try. Rejects with Failure: `secret-wrong`, `keys-damaged`,
   * `memory-short`, or `try-later` after too many wrong secrets. See: [Note: Counting tries]
   */
  unlock(...secrets: readonly [Secret, ...Secret[]]): Promise<Unlocked> {
    return this.tries.counted(() =>
      openFirst(secrets, async (secret) => ({ secret, wrap: await this.#tryWraps(secret) })),
    );
  }

  /** Drops the key. The caller must also close the journal that was opened with it. */
  lock(): void {
    this.#root = null;
  }

  /** The root key and its vault's salt, for another tab with this journal; null while it is locked. */
  get shared(): SharedRoot | null {
    const root = this.#root;
    const salt = this.#salt;
    return root && salt && { root, salt };
  }

  /** Takes the root key of another tab, if it belongs to this vault; returns whether it did. */
  takeShared(shared: SharedRoot): boolean {
    if (!this.owns(shared)) return false;
    this.#root = shared.root;
    return true;
  }

  /** Whether what another tab or an earlier page left is a root key of this vault. */
  owns({ root, salt }: SharedRoot): boolean {
    return root instanceof CryptoKey && this.#hasSalt(salt);
  }

  /** The keys of the journal's records. Rejects with Failure `journal-locked`. */
  async keys(): Promise<JournalKeys> {
    const { salt, plainLeft } = this.#meta;
    const codec = sealingCodec(await this.deriveKey('records', salt));
    return { salt, codec: plainLeft ? openingPlain(codec) : codec };
  }

  /** A key for one purpose, AES-256-GCM and not extractable. Rejects with Failure `journal-locked`. */
  async deriveKey(purpose: string, salt: Bytes): Promise<CryptoKey> {
    if (!this.#root) throw new Failure('journal-locked');
    return deriveKey(this.#root, purpose, salt);
  }

  get plainLeft(): boolean {
    return this.#meta.plainLeft;
  }

  /** From now on, records in the clear are no longer read. */
  async allIsSealed(): Promise<void> {
    const meta: VaultMeta = { ...this.#meta, plainLeft: false };
    await this.writeOwn((store) => store.put(meta));
  }

  /** Changes how the lock looks and behaves. */
  async changeLock(change: Partial<Omit<LockRecord, 'id' | 'version'>>): Promise<void> {
    await this.reload();
    await this.store.put({ ...this.lockRecord, ...change } as LockRecord);
    await this.reload();
    await this.tries.settle();
  }

  /** Takes the key of a new vault, once the caller has stored its records; see `newVault`. */
  async replaceBy({ records, root }: NewVault): Promise<JournalKeys> {
    this.#contents = readVault(records);
    this.#root = root;
    return this.keys();
  }

  /** Reads again what another tab may have changed. If another vault has replaced this one, drops our key: it opens nothing there. */
  async reload(): Promise<void> {
    const salt = this.#salt;
    this.#contents = readVault(await this.store.load());
    this.tries.learn(this.#contents.tries);
    if (salt && this.#salt && !this.#hasSalt(salt)) this.#root = null;
  }

  /** The first wrap that `secret` opens, and the root key in it. Rejects like `unlock`; changes nothing. */
  firstThatOpens(secret: Secret, open: typeof rootOf): Promise<readonly [Wrap, CryptoKey]> {
    return firstThatOpens(this.wraps, secret, open, this.#damaged(`there is no ${secret.kind} here`));
  }

  /** Adds and removes wraps in one transaction. Rejects with Failure `save-failed` if another tab has changed them. */
  async changeWraps({ add, remove, deviceKey }: WrapChange): Promise<void> {
    await this.writeOwn(async (store) => {
      for (const wrap of remove) {
        if (!(await store.getKey(wrapRecord(wrap).id))) throw changedElsewhere();
        await store.delete(wrapRecord(wrap).id);
      }
      for (const wrap of add) await store.put(wrapRecord(wrap));
      if (deviceKey) await store.put(deviceKeyRecord(deviceKey));
      else if (deviceKey === null) await store.delete(DEVICE_KEY_ID);
    });
  }

  /** See `VaultStore.writeOwn`; then reads the vault again. */
  async writeOwn(work: OwnWrite): Promise<void> {
    await this.store.writeOwn(this.#meta.salt, work).finally(() => this.reload());
  }

  async #tryWraps(secret: Secret): Promise<Wrap> {
    const [wrap, root] = await this.firstThatOpens(secret, rootOf);
    this.#root = root;
    return wrap;
  }

  get #salt(): Bytes | null {
    return this.#contents.meta?.salt ?? null;
  }

  #hasSalt(salt: unknown): boolean {
    return salt instanceof Uint8Array && this.#salt !== null && equalBytes(salt, this.#salt);
  }

  get #meta(): VaultMeta {
    if (!this.#contents.meta) throw this.#damaged('the vault is gone');
    return this.#contents.meta;
  }

  #damaged(otherwise: string): Failure {
    return new Failure('keys-damaged', this.#contents.damaged.join('; ') || otherwise);
  }
}
