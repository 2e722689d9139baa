/** How long a key waits for the next page of its tab, in milliseconds. A reload on a slow phone takes some seconds. */
export const WAIT_MS = 20_000;

/** The key of a tab that is being loaded again, in memory alone. See: [Note: Staying open over a reload] */
export class WaitingKey {
  #waiting: { readonly tab: string; readonly kept: unknown } | null = null;
  #end: () => void = () => undefined;

  /** Keeps it for one tab, in the place of what was kept before. Resolves when it is gone, so that the worker lives until then. */
  keep(tab: string, kept: unknown): Promise<void> {
    this.forget();
    this.#waiting = { tab, kept };
    return new Promise((resolve) => {
      const late = setTimeout(() => this.forget(), WAIT_MS);
      this.#end = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  /** What was kept for this tab, once; else null. */
  take(tab: string): unknown {
    if (this.#waiting?.tab !== tab) return null;
    const { kept } = this.#waiting;
    this.forget();
    return kept;
  }

  forget(): void {
    this.#waiting = null;
    this.#end();
  }
}
