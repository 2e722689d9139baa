import { systemClock } from '../../base/clock';
import { Queue } from '../../base/queue';
import { Failure } from '../../domain/failure/failure';
import { openingPlain } from '../records/record-codec';
import type { Connection } from '../store/connection';
import type { SealingProgress } from '../store/seal-again';
import type { JournalKeys } from '../store/sealed-connection';
import { type Bytes, equalBytes } from './bytes';
import { deriveKey, keyIdOf } from './crypto';
import { createVault, type NewVault } from './new-vault';
import { openFirst } from './open-first';
import { type Admission, admitted, type Protection, sealedMeta, waysOf } from './protection';
import { type RecordKey, sealingCodec } from './sealing-codec';
import { Tries, type TriesClock } from './tries';
import {
  DEFAULT_POLICY,
  type LockPolicy,
  type LockRecord,
  type OldMeta,
  OPEN_ID,
  readVault,
  type VaultContents,
  type VaultMeta,
} from './vault-records';
import { ignoreUnwritten, type OwnWrite, VaultStore } from './vault-store';
import type { ProtectionChange } from './ways/change-protection';
import type { NamedRoot } from './ways/older-roots';
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

/**
 * The journal's root key while it is unlocked, and what unlocks it. Each secret has a wrap of the one root key. While no
 * passphrase is set, the only secret is a key that the browser keeps and never shows, and the vault opens by itself.
 */
export class Vault {
  /** The root key in use, and what it found in the vault; null while locked. */
  #open: Admission | null = null;
  #older: Promise<readonly NamedRoot[]> | null = null;
  #contents: VaultContents;
  readonly tries: Tries;
  readonly #changes = new Queue();
  /** Called when the root key in use is another one: the journal goes on with its keys. */
  onKeys: (keys: JournalKeys) => void = () => undefined;
  /** How far sealing the records again is; null if nothing is to be done, or another tab does it. */
  #progress: SealingProgress | null = null;
  onProgress: () => void = () => undefined;

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
    await vault.#openByItself();
    return vault;
  }

  get locked(): boolean {
    return this.#open === null;
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
    this.#use(null);
  }

  /** The root key and its vault's salt, for another tab with this journal; null while it is locked. */
  get shared(): SharedRoot | null {
    const salt = this.#salt;
    return this.#open && salt && { root: this.#open.root, salt };
  }

  /** Takes the root key of another tab, if it is the one of this vault now; resolves with whether it did. */
  async takeShared({ root, salt }: SharedRoot): Promise<boolean> {
    if (!(root instanceof CryptoKey)) return false;
    await this.reload();
    if (!this.#hasSalt(salt)) return false;
    // The key that we have is the right one: nothing has changed.
    if (this.#open) return true;
    const admission = await admitted(root, this.#contents);
    if (!admission) return false;
    this.#use(admission);
    this.onKeys(await this.keys());
    return true;
  }

  /** Whether `root` is the root key in use. Rejects with Failure `journal-locked`. */
  async isCurrent(root: CryptoKey): Promise<boolean> {
    return equalBytes(await keyIdOf(root, this.#meta.salt), this.#unlocked.key);
  }

  /** Names the root key in use. Throws Failure `journal-locked`. */
  get key(): Bytes {
    return this.#unlocked.key;
  }

  /** Whether a person has to give a secret to open it. */
  get protected(): boolean {
    return this.wraps.some(({ kind }) => kind !== 'device');
  }

  /** Whether somebody without a secret has changed what steers the lock. See: [Note: What steers the lock] */
  get altered(): boolean {
    return this.#open?.altered ?? false;
  }

  get policy(): LockPolicy {
    return this.#open?.protection.policy ?? DEFAULT_POLICY;
  }

  /** What steers the lock. Throws Failure `journal-locked`. */
  get protection(): Protection {
    return this.#unlocked.protection;
  }

  /** The keys of the journal's records. Rejects with Failure `journal-locked`. */
  async keys(): Promise<JournalKeys> {
    const { key, protection } = this.#unlocked;
    const { salt } = this.#meta;
    const record = async ({ root, key }: NamedRoot): Promise<RecordKey> => ({
      id: key,
      key: await deriveKey(root, 'records', salt),
    });
    const codec = sealingCodec(await record(this.#unlocked), async () =>
      Promise.all((await this.olderRoots()).map(record)),
    );
    return { salt, key, codec: protection.plainLeft ? openingPlain(codec) : codec };
  }

  /** The root keys of before, newest first. See: [Note: A new key] */
  olderRoots(): Promise<readonly NamedRoot[]> {
    this.#older ??= this.#openOlder().catch((error: unknown) => {
      // What it takes could not be fetched: the next who asks tries again.
      this.#older = null;
      throw error;
    });
    return this.#older;
  }

  /** Most journals have none: what opens them is fetched where there are some. */
  async #openOlder(): Promise<readonly NamedRoot[]> {
    const [open, { older }, { salt }] = [this.#unlocked, this.#contents, this.#meta];
    return older.length === 0 ? [] : (await import('./ways/older-roots')).openedOlder(open, older, salt);
  }

  /** A key for one purpose, AES-256-GCM and not extractable. Rejects with Failure `journal-locked`. */
  async deriveKey(purpose: string, salt: Bytes): Promise<CryptoKey> {
    return deriveKey(this.#unlocked.root, purpose, salt);
  }

  /** Whether records may still be sealed with a root key of before. See: [Note: A new key] */
  get sealing(): boolean {
    return this.#contents.sealing;
  }

  get progress(): SealingProgress | null {
    return this.#progress;
  }

  /** Tells how far sealing the records again is. */
  tellProgress(progress: SealingProgress | null): void {
    this.#progress = progress;
    this.onProgress();
  }

  get plainLeft(): boolean {
    return this.protection.plainLeft;
  }

  /** From now on, records in the clear are no longer read. */
  allIsSealed(): Promise<void> {
    return this.changeProtection(() => ({ plainLeft: false }));
  }

  /**
   * Changes what steers the lock. `change`: what to change, given what it is now; asked again if another tab was faster. Rejects with
   * Failure: `lock-altered` while it is not certain what it is now, `lock-changed` if another tab goes on changing it.
   */
  async changeProtection(change: ProtectionChange): Promise<void> {
    return this.inTurn(async () => (await import('./ways/change-protection')).changeProtection(this, change));
  }

  /**
   * Does `work` once the changes before it have ended. A change is based on the first record as it was read, and one may be under way
   * in the background: two at once would look as if another tab had been faster.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.run(work);
  }

  /** Changes how the lock screen looks, or what was tried at it. */
  async changeLock(change: Partial<Omit<LockRecord, 'id' | 'version'>>): Promise<void> {
    await this.reload();
    await this.store.put({ ...this.lockRecord, ...change } as LockRecord);
    await this.reload();
    await this.tries.settle();
  }

  /** Takes the key of a new vault, once the caller has stored its records; see `newVault`. */
  async replaceBy({ records, root }: NewVault): Promise<JournalKeys> {
    this.#contents = readVault(records);
    await this.#admit(root);
    return this.keys();
  }

  /**
   * Reads again what another tab may have changed. If another vault has replaced this one, or its root key is another one now, drops
   * our key: it opens nothing there.
   */
  async reload(): Promise<void> {
    const salt = this.#salt;
    this.#contents = readVault(await this.store.load());
    this.tries.learn(this.#contents.tries);
    const { meta } = this.#contents;
    if (!this.#open || !salt || !meta) return;
    this.#use(this.#hasSalt(salt) ? await admitted(this.#open.root, this.#contents) : null);
  }

  /** The first wrap that `secret` opens, and the root key in it. Rejects like `unlock`; changes nothing. */
  firstThatOpens(secret: Secret, open: typeof rootOf): Promise<readonly [Wrap, CryptoKey]> {
    return firstThatOpens(this.wraps, secret, open, this.#damaged(`there is no ${secret.kind} here`));
  }

  /** The ways in that are certainly ours, and can be carried over to a new root. See: [Note: Ways in] */
  get carried(): readonly Wrap[] {
    if (!this.#open || this.altered) return [];
    const listed = new Set(this.#open.protection.ways);
    return this.wraps.filter((wrap) => wrap.version === 2 && listed.has(waysOf([wrap])[0]!));
  }

  /** The vault's first record as it was read. A write that is based on it takes place only while it is still the same. */
  get known(): VaultMeta | OldMeta {
    return this.#meta;
  }

  /** See `VaultStore.writeOwn`; then reads the vault again. What was written is written, also if that fails. */
  async writeOwn(known: VaultMeta | OldMeta, work: OwnWrite): Promise<void> {
    await this.store.writeOwn(known, work).finally(() => this.reload().catch(() => undefined));
  }

  /**
   * Writes what `work` writes, which makes `root` the key of this vault, and goes on with it. If it is not certain whether that was
   * written, what the store holds then decides. Rejects with Failure `lock-changed` if another tab was faster.
   */
  async writeNewRoot(known: VaultMeta | OldMeta, root: CryptoKey, work: OwnWrite): Promise<void> {
    const problem: unknown = await this.store.writeOwn(known, work).catch((error: unknown) => error ?? true);
    this.#contents = readVault(await this.store.load());
    const admission = await admitted(root, this.#contents);
    if (problem && !admission) {
      await this.reload();
      throw problem;
    }
    this.#use(admission);
    this.onKeys(await this.keys());
  }

  /** With the key that the browser keeps, if there is one. One that was put beside a passphrase opens nothing. */
  async #openByItself(): Promise<void> {
    const { ownSecret } = this;
    if (this.wraps.length === 0) throw this.#damaged('no wrap of the key is left');
    if (!ownSecret) return;
    await this.#tryWraps(ownSecret).catch((error: unknown) => {
      if (!this.protected) throw error;
    });
  }

  async #tryWraps(secret: Secret): Promise<Wrap> {
    const [wrap, root] = await this.firstThatOpens(secret, rootOf);
    await this.#admit(root);
    return wrap;
  }

  /** Takes a root key that one of the wraps held. Rejects with Failure `keys-damaged` if the vault is that of another one. */
  async #admit(root: CryptoKey): Promise<void> {
    const admission = await admitted(root, this.#contents);
    if (!admission) throw this.#damaged('the lock names another key');
    this.#use(admission);
    if (this.#meta.version === 1 && !admission.altered) await this.#sealMeta(admission).catch(ignoreUnwritten);
  }

  /** What an older version of the app left in the clear is sealed, and the key that it kept for a tab goes. */
  async #sealMeta({ root, protection }: Admission): Promise<void> {
    const { known } = this;
    const meta = await sealedMeta(root, known, protection);
    await this.writeOwn(known, async (store) => {
      await store.put(meta);
      await store.delete(OPEN_ID);
    });
  }

  #use(admission: Admission | null): void {
    const isAnother = !admission || !this.#open || !equalBytes(admission.key, this.#open.key);
    if (isAnother) this.#older = null;
    this.#open = admission;
  }

  get #unlocked(): Admission {
    if (!this.#open) throw new Failure('journal-locked');
    return this.#open;
  }

  get #salt(): Bytes | null {
    return this.#contents.meta?.salt ?? null;
  }

  #hasSalt(salt: unknown): boolean {
    return salt instanceof Uint8Array && this.#salt !== null && equalBytes(salt, this.#salt);
  }

  get #meta(): VaultMeta | OldMeta {
    if (!this.#contents.meta) throw this.#damaged('the vault is gone');
    return this.#contents.meta;
  }

  #damaged(otherwise: string): Failure {
    return new Failure('keys-damaged', this.#contents.damaged.join('; ') || otherwise);
  }
}
