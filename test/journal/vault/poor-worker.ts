/** Stands in for `Worker` on a phone that gives Argon2id no memory. */
export const PoorWorker = class extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;
  postMessage() {
    this.onmessage?.(new MessageEvent('message', { data: { hash: null, problem: 'out of memory' } }));
  }
  terminate() {}
} as unknown as typeof Worker;
