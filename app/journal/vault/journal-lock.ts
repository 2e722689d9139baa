import { log } from '../../base/log';
import { withTimeLimit } from '../../base/time-limit';
import { Failure } from '../../domain/failure/failure';
import { forgetKey, keepKey, takeKeptKey } from './kept-key';
import type { LockChannel } from './lock-channel';
import { forgetTabToken, newTabToken, tabToken } from './tab-token';
import type { SharedRoot, Vault } from './vault';
import type { LockPolicy } from './vault-records';
import type { Secret } from './wraps';

const secrets = () => import('./secrets');

/** How long a locked tab waits for the answer of an unlocked one, in milliseconds. */
const ANSWER_MS = 150;

/** How long locking waits at most for a draft to be written, or for a stored key to be removed, in milliseconds. */
const SETTLE_MS = 3_000;

export interface LockState {
  /** A passphrase is needed to open the journal. */
  readonly protected: boolean;
  readonly passkeys: readonly { readonly id: string; readonly createdMs: number }[];
  readonly policy: LockPolicy;
}

/** Unlocks the journal, locks it in all tabs, and changes what unlocks it. See: [Note: Tabs] */
export class JournalLock {
  /** Called before the key is dropped. If it rejects, the journal stays open, unless another tab has locked it. */
  beforeLock: () => Promise<void> = async () => undefined;
  /** Called after the key was dropped, here or in another tab: everything that was opened with it must go now. */
  onLocked: () => void = () => undefined;
  /** Called after a passphrase or recovery code was set, changed or removed here: what the old ones open must go. */
  onNewSecrets: () => void = () => undefined;

  readonly #listeners = new Set<() => void>();
  /**
   * How many calls are locking, or have locked. If there is one, the key is neither given to another tab nor taken from one, also
   * in the time between locking and the page's reload.
   */
  #locking = 0;

  constructor(
    private readonly vault: Vault,
    private readonly channel: LockChannel,
  ) {
    channel.onMessage = (message) => {
      if (message.type === 'locked') void this.#lockedElsewhere();
      else if (message.type === 'unlocked') this.#take(message);
      else if (message.type === 'is-it-open') this.share();
      else void this.vault.reload().then(() => this.#tell());
    };
  }

  get locked(): boolean {
    return this.vault.locked;
  }

  get state(): LockState {
    return {
      protected: !this.vault.has('device'),
      passkeys: this.vault.wraps
        .filter(({ kind }) => kind === 'passkey')
        .map(({ id, createdMs }) => ({ id, createdMs })),
      policy: this.vault.lockRecord.policy,
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

  /** Unlocks with the key kept for this tab, if the person chose that a reload does not ask. Resolves with whether it is open. */
  async reopen(): Promise<boolean> {
    const { onReload, idleMs } = this.state.policy;
    const tab = onReload ? null : await tabToken();
    if (tab) await takeKeptKey(this.vault, tab, idleMs ?? Infinity);
    return !this.locked;
  }

  /** Keeps the key for a reload of this tab, or removes it, as the person chose. Call it when the page may be about to go. */
  async keepForReload(): Promise<void> {
    if (this.locked) return;
    if (!this.state.protected || this.state.policy.onReload) await forgetKey(this.vault);
    else await keepKey(this.vault, (await tabToken()) ?? (await newTabToken()));
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
      await this.beforeLock();
    } catch (error) {
      this.#locking--;
      throw error;
    }
    this.channel.tell({ type: 'locked' });
    await this.#drop();
  }

  /** Locks this tab too, without losing what is being typed. */
  async #lockedElsewhere(): Promise<void> {
    if (this.locked || !this.state.protected) return;
    this.#locking++;
    await withTimeLimit(this.beforeLock(), SETTLE_MS, () => new Failure('save-failed')).catch(() => undefined);
    await this.#drop();
  }

  async newRecoveryCode(): Promise<string> {
    return (await import('./recovery-code')).newRecoveryCode();
  }

  /** From now on, opening takes a passphrase or the recovery code. */
  setUp(passphrase: string, recoveryCode: string): Promise<void> {
    return this.#newSecrets(async () => (await secrets()).setPassphrase(this.vault, passphrase, recoveryCode));
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
      await (await secrets()).addSecret(this.vault, secret, await (await import('./passkey')).newPasskey());
    });
  }

  removePasskey(id: string): Promise<void> {
    return this.#changed(async () => (await secrets()).removeSecret(this.vault, id));
  }

  changePolicy(change: Partial<LockPolicy>): Promise<void> {
    return this.#changed(() => this.vault.changeLock({ policy: { ...this.state.policy, ...change } }));
  }

  /** Gives the key to the other tabs, unless this one is locked or about to be. */
  share(): void {
    if (this.#locking > 0) return;
    const { shared } = this.vault;
    if (shared && this.state.protected) this.channel.tell({ type: 'unlocked', ...shared });
  }

  #take(shared: SharedRoot): void {
    if (this.locked && this.#locking === 0 && this.vault.takeShared(shared)) this.#tell();
  }

  /**
   * Drops the key, and removes the one that is kept for a reload. If the database cannot be written, that one stays, but nobody
   * can use it: the tab's token is gone first.
   */
  async #drop(): Promise<void> {
    if (this.locked || !this.state.protected) return;
    this.vault.lock();
    forgetTabToken();
    await withTimeLimit(forgetKey(this.vault), SETTLE_MS, () => new Failure('save-failed')).catch((error) =>
      log.warn('a key is left in the store that no tab can use', error),
    );
    this.onLocked();
  }

  async #newSecrets(change: () => Promise<void>): Promise<void> {
    await this.#changed(change);
    this.onNewSecrets();
  }

  async #changed(change: () => Promise<void>): Promise<void> {
    if (this.locked) throw new Failure('journal-locked');
    await change();
    await this.keepForReload();
    this.channel.tell({ type: 'changed' });
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
