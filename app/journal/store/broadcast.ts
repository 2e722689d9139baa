/** What a write changed; `replaced` where the whole journal is another. */
export type Change = 'entries' | 'other' | 'replaced';

/** Tells the listeners of this tab and of every other tab with the same journal that something in it changed. */
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

  /** Call after a change is durable. What it was is in the store; a tab that has not heard of it sees it there. */
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

  /** A listener that throws must not keep the others, or the save that called it, from going on. */
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

/** Tells every tab that has the journal open that it is another now, from one that has not opened it. */
export function tellReplaced(journalName: string): void {
  const broadcast = new ChangeBroadcast(journalName);
  broadcast.changed('replaced');
  broadcast.close();
}
