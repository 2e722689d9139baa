/** What the system hands over when the app is opened with a file; no type library knows it yet. */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * The files the system opens the app with. The browser keeps them until it is told of a consumer, and may hand them over at once
 * or well after the page was loaded: they wait here for whoever takes them, and each is given out once.
 */
export class OpenedFiles {
  #waiting: FileSystemFileHandle[] = [];
  #take: ((file: Blob) => void) | null = null;

  constructor(host: object = window) {
    const { launchQueue } = host as { launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(({ files }) => {
      this.#waiting.push(...files);
      void this.#handOver();
    });
  }

  /** Has `take` called with each file that waits or comes; returns how to stop. */
  subscribe(take: (file: Blob) => void): () => void {
    this.#take = take;
    void this.#handOver();
    return () => {
      if (this.#take === take) this.#take = null;
    };
  }

  async #handOver(): Promise<void> {
    while (this.#take && this.#waiting.length > 0) {
      const [handle] = this.#waiting.splice(0, 1);
      const file = await handle!.getFile().catch(() => null);
      if (file) this.#take?.(file);
    }
  }
}
