/*
 * [Note: Tabs]
 *
 * Any number of tabs may have the journal open. They share the database, and tell each other about it over two channels:
 *
 * - `reverie-changes` (this file): something changed, or the whole journal was replaced.
 * - `reverie-lock` (`vault/lock-channel.ts`): locked; unlocked, with a handle to the key; is one of you unlocked; the secrets changed.
 *
 * A message is a hint. Nothing may depend on it, because a tab may be killed before it sends one. What is true is in the store:
 *
 * - Every write of entries leaves a new token there. A tab compares it before it reads, while it writes, and when it comes into view,
 *   and reads the changed months again. See: [Note: Revisions]
 * - If the journal was erased or replaced, the store holds another vault. A tab compares the vault's salt in each transaction that
 *   writes, and writes nothing if it differs. If it differs when the index is read, the page is loaded again (`SealedConnection`).
 * - If two tabs change the same entry, both versions are kept (`OpenedVersions`), and the person chooses.
 *
 * Only one tab at a time restores a backup, and only one writes copies. Web Locks see to that, because they end with their tab.
 */

/** What a write changed; `replaced` means that the whole journal is another one now. */
export type Change = 'entries' | 'other' | 'replaced';

/** Tells this tab and every other tab with the same journal that something in it changed. See: [Note: Tabs] */
export class ChangeBroadcast {
  readonly #listeners = new Set<() => void>();
  readonly #channel: BroadcastChannel;
  #closed = false;
  /** Called instead of the listeners when another tab has replaced or erased the whole journal. */
  onReplaced: () => void = () => undefined;

  constructor(journalName: string) {
    this.#channel = new BroadcastChannel(`${journalName}-changes`);
    this.#channel.onmessage = ({ data }: MessageEvent<Change>) => {
      if (data === 'replaced') this.onReplaced();
      else this.tellHere();
    };
  }

  /** Call it once a change is durable. The message carries nothing: listeners read the change from the store. */
  changed(change: Change): void {
    if (this.#closed) return;
    this.#channel.postMessage(change);
    this.tellHere();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#channel.close();
  }

  /** If a listener throws, the other listeners and the save that called this still go on. */
  tellHere(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  }
}

/** Tells every tab that the journal was replaced, for a page that has not opened the journal itself. */
export function tellReplaced(journalName: string): void {
  const broadcast = new ChangeBroadcast(journalName);
  broadcast.changed('replaced');
  broadcast.close();
}
