import type { SharedRoot } from './vault';

/**
 * What the tabs of one journal tell each other about the lock. See: [Note: Tabs]
 *
 * `unlocked` carries the key, so that not every tab asks for the passphrase. A structured clone of a non-extractable key is a
 * handle: its bytes never reach a script. Only pages of this origin hear the channel, and those could use the open tab's key anyway.
 */
export type LockMessage =
  | { readonly type: 'locked' }
  | ({ readonly type: 'unlocked' } & SharedRoot)
  | { readonly type: 'is-it-open' }
  /** The secrets or the policy. With a new secret there is a new key, which comes with the message. */
  | ({ readonly type: 'changed' } & SharedRoot);

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
