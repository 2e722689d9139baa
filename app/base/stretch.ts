/** Work without a pause longer than this, in milliseconds, and a page no longer answers. */
export const LONGEST_STRETCH_MS = 40;

/** Not every browser has it. */
const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };

/** Lets the page draw and hear a finger. What comes after it does not wait behind other work where the browser can tell them apart. */
export const letPageIn = (): Promise<void> => scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Long work in stretches: call `rest` often, and it pauses whenever it is time. */
export class Stretch {
  #sinceMs = performance.now();

  /** Whether it is time for a pause. */
  get isOver(): boolean {
    return performance.now() - this.#sinceMs >= LONGEST_STRETCH_MS;
  }

  /** Pauses if it is time. Throws the signal's reason. */
  async rest(signal?: AbortSignal): Promise<void> {
    if (this.isOver) {
      await letPageIn();
      this.#sinceMs = performance.now();
    }
    signal?.throwIfAborted();
  }
}
