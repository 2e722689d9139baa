import type { LockControl } from '../../app/services/types';
import { type Call, Listeners } from './asked';

/** A lock without a vault: it shows what the test sets, and writes down what it is asked. */
export class FakeLock implements LockControl {
  state: LockControl['state'] = {
    protected: false,
    passkeys: [],
    policy: { idleMs: 300_000, hiddenMs: 60_000, onReload: true },
    renewal: null,
    sealing: null,
  };
  readonly calls: Call[] = [];
  /** When set, every change rejects with it. */
  failure: Error | null = null;
  readonly #listeners = new Listeners();
  readonly subscribe = this.#listeners.subscribe;

  newRecoveryCode = async (): Promise<string> => '7K2M-AAAA-BBBB-CCCC-DDDD-EEEE-FFFF';
  passkeysMayWork = async (): Promise<boolean> => true;
  lockNow = this.#asked('lockNow');
  setUp = this.#asked('setUp');
  changePassphrase = this.#asked('changePassphrase');
  changeRecoveryCode = this.#asked('changeRecoveryCode');
  renew = this.#asked('renew');
  remove = this.#asked('remove');
  addPasskey = this.#asked('addPasskey');
  removePasskey = this.#asked('removePasskey');

  async changePolicy(change: Partial<LockControl['state']['policy']>): Promise<void> {
    await this.#asked('changePolicy')(change);
    this.state = { ...this.state, policy: { ...this.state.policy, ...change } };
    this.#listeners.tell();
  }

  #asked(name: string) {
    return async (...details: unknown[]): Promise<void> => {
      this.calls.push([name, ...details]);
      if (this.failure) throw this.failure;
    };
  }
}
