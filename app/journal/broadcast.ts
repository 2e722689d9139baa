/** The months whose entries a change touched; `replaced` where the whole journal is another. */
export type ChangedMonths = readonly string[] | 'replaced';

/** Tells the listeners of this tab and of every other tab with the same journal that something in it changed. */
export class ChangeBroadcast {
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel;
  private closed = false;
  /** Called before the listeners when another tab has changed something. */
  onOther: (months: readonly string[]) => void = () => undefined;
  /** Called instead of the listeners when another tab has replaced or erased the whole journal. */
  onReplaced: () => void = () => undefined;

  constructor(journalName: string) {
    this.channel = new BroadcastChannel(`${journalName}-changes`);
    this.channel.onmessage = ({ data }: MessageEvent<ChangedMonths>) => {
      if (data === 'replaced') return this.onReplaced();
      this.onOther(data);
      this.tellHere();
    };
  }

  /** Call after a change is durable. Says no more than which months to read again. */
  changed(months: ChangedMonths): void {
    if (this.closed) return;
    this.channel.postMessage(months);
    this.tellHere();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.listeners.clear();
    this.channel.close();
  }

  /** A listener that throws must not keep the others, or the save that called it, from going on. */
  private tellHere(): void {
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  }
}
