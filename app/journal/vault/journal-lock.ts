import { withTimeLimit } from '../../base/time-limit';
import { Failure } from '../../domain/failure/failure';
import type { SealingProgress } from '../store/seal-again';
import { forgetTabToken, type KeyHandOver, NO_HAND_OVER, newTabToken, tabToken } from './kept-key';
import type { LockChannel } from './lock-channel';
import type { SharedRoot, Vault } from './vault';
import type { LockPolicy } from './vault-records';
import type { Secret } from './wraps';

const secrets = () => import('./secrets');

/** How long a locked tab waits for the answer of an unlocked one, in milliseconds. */
const ANSWER_MS = 150;

/** How long locking waits at most for a draft to be written, in milliseconds. */
const SETTLE_MS = 3_000;

export interface LockState {
  /** A passphrase is needed to open the journal. */
  readonly protected: boolean;
  readonly passkeys: readonly { readonly id: string; readonly createdMs: number }[];
  readonly policy: LockPolicy;
  /**
   * Why the lock has to be renewed, with a passphrase and a new recovery code, before anything else about it is changed. `old`: an older
   * version of the app made it. `altered`: something outside the app has changed it. See: [Note: What steers the lock]
   */
  readonly renewal: 'old' | 'altered' | null;
  /** How far sealing the entries with a new key is; null if nothing is to be done. See: [Note: A new key] */
  readonly sealing: SealingProgress | null;
}

/**
 * Runs a change of the secrets while nobody writes copies. `change` gets the code that opens the copies there are; afterwards that is
 * removed, and the copies are sealed again. See: [Note: The key beside the copies]
 */
export type AroundNewSecrets = (change: (copiesCode: string | null) => Promise<void>) => Promise<void>;

/** Unlocks the journal, locks it in all tabs, and changes what unlocks it. See: [Note: Tabs] */
export class JournalLock {
  /** Called before the key is dropped. If it rejects, the journal stays open, unless another tab has locked it. */
  beforeLock: () => Promise<void> = async () => undefined;
  /** Called after the key was dropped, here or in another tab: everything that was opened with it must go now. */
  onLocked: () => void = () => undefined;
  /** Runs each change of a passphrase, recovery code or passkey: what the old ones open must go before it is done. */
  aroundNewSecrets: AroundNewSecrets = (change) => change(null);

  readonly #listeners = new Set<() => void>();
  /**
   * How many calls are locking, or have locked. If there is one, the key is neither given to another tab nor taken from one, also
   * in the time between locking and the page's reload.
   */
  #locking = 0;
  /** The change of secrets under way. Locking waits for it, because it seals the copies again. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly vault: Vault,
    private readonly channel: LockChannel,
    private readonly handOver: KeyHandOver = NO_HAND_OVER,
  ) {
    vault.onProgress = () => this.#tell();
    channel.onMessage = (message) => {
      if (message.type === 'locked') void this.#lockedElsewhere();
      else if (message.type === 'unlocked') void this.#take(message);
      else if (message.type === 'is-it-open') this.share();
      else void this.#changedElsewhere(message);
    };
  }

  get locked(): boolean {
    return this.vault.locked;
  }

  get state(): LockState {
    return {
      protected: this.vault.protected,
      passkeys: this.vault.wraps
        .filter(({ kind }) => kind === 'passkey')
        .map(({ id, createdMs }) => ({ id, createdMs })),
      policy: this.vault.policy,
      renewal: this.#renewal,
      sealing: this.vault.progress,
    };
  }

  /** Calls `listener` after each change of the state, and after another tab has unlocked. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How long until the next try is allowed, in milliseconds. */
  waitMs(): number {
    return this.vault.tries.waitMs();
  }

  /** Unlocks every tab with the passphrase or the recovery code that was typed. Rejects like `Vault.unlock`. */
  async unlock(typed: string): Promise<void> {
    await (await secrets()).unlockTyped(this.vault, typed);
    this.share();
  }

  /** Unlocks every tab with a passkey. Rejects like `unlock`, and with Failure `passkey-unusable`. */
  async unlockByPasskey(): Promise<void> {
    const { askPasskey } = await import('./passkey');
    const wraps = this.vault.wraps.filter(({ kind }) => kind === 'passkey');
    const secret = await askPasskey(wraps.map(({ credential }) => credential));
    await (await secrets()).unlockWith(this.vault, secret);
    this.share();
  }

  /** Unlocks with the key that the last page of this tab has left. Resolves with whether it is open. */
  async reopen(): Promise<boolean> {
    const tab = tabToken();
    const shared = tab && (await this.handOver.take(tab));
    if (shared) await this.vault.takeShared(shared);
    return !this.locked;
  }

  /** Hands the key to the next page of this tab, if the person chose that. Call it when the page is about to go; it waits for nothing. */
  keepForReload(): void {
    const { shared } = this.vault;
    if (!shared || this.#locking > 0 || !this.state.protected || this.state.policy.onReload) return;
    this.handOver.keep(tabToken() ?? newTabToken(), shared);
  }

  /** Asks the other tabs for the key. Resolves with whether one gave it. */
  async takeFromOtherTab(): Promise<boolean> {
    this.channel.tell({ type: 'is-it-open' });
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(resolve);
      setTimeout(() => {
        stop();
        resolve();
      }, ANSWER_MS);
    });
    return !this.locked;
  }

  /** Locks every tab, once what is under way here is safe. Rejects only if it could not be made safe. */
  async lockNow(): Promise<void> {
    if (!this.state.protected) return;
    this.#locking++;
    try {
      await this.#changing;
      await this.beforeLock();
    } catch (error) {
      this.#locking--;
      throw error;
    }
    this.channel.tell({ type: 'locked' });
    this.#drop();
  }

  /** Locks this tab too, without losing what is being typed. */
  async #lockedElsewhere(): Promise<void> {
    if (this.locked || !this.state.protected) return;
    this.#locking++;
    await withTimeLimit(this.beforeLock(), SETTLE_MS, () => new Failure('save-failed')).catch(() => undefined);
    this.#drop();
  }

  async newRecoveryCode(): Promise<string> {
    return (await import('./recovery-code')).newRecoveryCode();
  }

  /** From now on, opening takes a passphrase or the recovery code. */
  setUp(passphrase: string, recoveryCode: string): Promise<void> {
    return this.#newSecrets(async (copiesCode) =>
      (await secrets()).setPassphrase(this.vault, passphrase, recoveryCode, { copiesCode }),
    );
  }

  /** `current`: the passphrase or the recovery code. */
  changePassphrase(current: string, passphrase: string): Promise<void> {
    return this.#newSecrets(async () =>
      (await secrets()).replaceSecrets(this.vault, await this.#proven(current), [
        { kind: 'passphrase', text: passphrase },
      ]),
    );
  }

  changeRecoveryCode(current: string, code: string): Promise<void> {
    return this.#newSecrets(async () =>
      (await secrets()).replaceSecrets(this.vault, await this.#proven(current), [{ kind: 'recovery', code }]),
    );
  }

  /** Replaces everything that opens the journal by these two. See `LockState.renewal`. */
  renew(current: string, passphrase: string, code: string): Promise<void> {
    return this.#newSecrets(async () =>
      (await secrets()).renewLock(this.vault, await this.#proven(current), passphrase, code),
    );
  }

  /** The secret that was typed, once it is known to open the journal. It counts as a try, as at the lock screen. */
  async #proven(typed: string): Promise<Secret> {
    return (await secrets()).provenSecret(this.vault, typed);
  }

  /** From now on, opening takes no secret. `current`: the passphrase or the recovery code. */
  remove(current: string): Promise<void> {
    return this.#newSecrets(async () => (await secrets()).removeLock(this.vault, await this.#proven(current)));
  }

  /** Whether this browser may support what a passkey needs. */
  async passkeysMayWork(): Promise<boolean> {
    return (await import('./passkey')).passkeysMayWork();
  }

  /** Creates a passkey that also unlocks. `current`: the passphrase or the recovery code. */
  addPasskey(current: string): Promise<void> {
    return this.#changed(async () => {
      const secret = await this.#proven(current);
      const { addWay } = await import('./ways/change-ways');
      await addWay(this.vault, secret, await (await import('./passkey')).newPasskey());
    });
  }

  /** `current`: the passphrase or the recovery code. */
  removePasskey(current: string, id: string): Promise<void> {
    return this.#newSecrets(async () => (await secrets()).removeSecret(this.vault, await this.#proven(current), id));
  }

  changePolicy(change: Partial<LockPolicy>): Promise<void> {
    return this.#changed(() => this.vault.changeProtection(({ policy }) => ({ policy: { ...policy, ...change } })));
  }

  /** Gives the key to the other tabs, unless this one is locked or about to be. */
  share(): void {
    if (this.#locking > 0) return;
    const { shared } = this.vault;
    if (shared && this.state.protected) this.channel.tell({ type: 'unlocked', ...shared });
  }

  async #take(shared: SharedRoot): Promise<void> {
    if (this.locked && this.#locking === 0 && (await this.vault.takeShared(shared))) this.#tell();
  }

  /** Another tab has changed something about the lock. If there is a new key and it cannot be had, this tab locks. */
  async #changedElsewhere(shared: SharedRoot): Promise<void> {
    const { locked } = this;
    if (locked || this.#locking > 0) await this.vault.reload();
    else await this.vault.takeShared(shared);
    if (!locked && this.locked && this.#locking === 0) this.onLocked();
    else this.#tell();
  }

  /** Drops the key, also the one that waits for a reload. */
  #drop(): void {
    if (this.locked || !this.state.protected) return;
    this.vault.lock();
    forgetTabToken();
    this.handOver.forget();
    this.onLocked();
  }

  get #renewal(): LockState['renewal'] {
    const { vault } = this;
    if (vault.altered) return 'altered';
    return vault.locked || !vault.protected || vault.carried.length === vault.wraps.length ? null : 'old';
  }

  async #newSecrets(change: (copiesCode: string | null) => Promise<void>): Promise<void> {
    const changing = this.aroundNewSecrets((copiesCode) => this.#changed(() => change(copiesCode)));
    this.#changing = changing.catch(() => undefined);
    await changing;
  }

  async #changed(change: () => Promise<void>): Promise<void> {
    if (this.locked) throw new Failure('journal-locked');
    await change();
    const { shared } = this.vault;
    if (shared) this.channel.tell({ type: 'changed', ...shared });
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
