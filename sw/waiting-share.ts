/** How long what was shared waits for its page, in milliseconds: long enough to unlock the journal; browsers end a worker's work after five minutes. */
export const SHARE_WAIT_MS = 240_000;

/** What another app shared with this one. */
export interface Shared {
  readonly text: string;
  readonly picture: Blob | null;
}

/**
 * What was shared, in memory alone: it is stored nowhere until the person asks for that, and goes with the worker. A second share takes
 * the place of the first.
 */
export class WaitingShare {
  #waiting: Shared | null = null;
  #end: () => void = () => undefined;

  /** Resolves when it is gone, so that the worker lives until then. */
  keep(shared: Shared): Promise<void> {
    this.take();
    this.#waiting = shared;
    return new Promise((resolve) => {
      const late = setTimeout(() => this.take(), SHARE_WAIT_MS);
      this.#end = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  /** What waits, once; null if nothing does. */
  take(): Shared | null {
    const shared = this.#waiting;
    this.#waiting = null;
    this.#end();
    return shared;
  }
}

/** What a form of the manifest's `share_target` holds: its texts in lines, and the first of its pictures. */
export function sharedIn(form: FormData): Shared {
  const lines = ['title', 'text', 'url'].map((name) => form.get(name)).filter((one) => typeof one === 'string');
  const picture = form
    .getAll('picture')
    .find((one): one is File => one instanceof Blob && one.type.startsWith('image/'));
  return { text: [...new Set(lines.map((line) => line.trim()))].filter(Boolean).join('\n'), picture: picture ?? null };
}
