import type { SharedRoot } from './vault';

/**
 * What the tabs of one journal tell each other. The key goes along with `unlocked`, as a CryptoKey: a structured clone of a
 * non-extractable key is a handle to it, its bytes never reach a script, and only pages of this origin hear the channel; those
 * could ask the open tab's own key for anything anyway. Otherwise every tab would ask for the passphrase again.
 */
export type LockMessage =
  | { readonly type: 'locked' }
  | ({ readonly type: 'unlocked' } & SharedRoot)
  | { readonly type: 'is-it-open' }
  | { readonly type: 'changed' };

export class LockChannel {
  readonly #channel: BroadcastChannel;
  onMessage: (message: LockMessage) => void = () => undefined;

  constructor(journalName: string) {
    this.#channel = new BroadcastChannel(`${journalName}-lock`);
    this.#channel.onmessage = ({ data }: MessageEvent<LockMessage>) => this.onMessage(data);
  }

  tell(message: LockMessage): void {
    this.#channel.postMessage(message);
  }

  close(): void {
    this.#channel.close();
  }
}
