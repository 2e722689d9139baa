import { log } from '../base/log';
import type { Visibility, WakeLock } from './types';

/**
 * Keeps the screen on, where the browser can. The system takes the lock away whenever the page is hidden, so it is asked for
 * again when the page comes back. A refusal (battery saver, no support) is no failure: the recall merely may be dimmed.
 */
export class ScreenWakeLock implements WakeLock {
  #wanted = false;
  #held: WakeLockSentinel | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(
    private readonly visibility: Visibility,
    private readonly source: Pick<Navigator['wakeLock'], 'request'> | undefined = navigator.wakeLock,
  ) {}

  async acquire(): Promise<void> {
    this.#wanted = true;
    this.#unsubscribe ??= this.visibility.subscribe((hidden) => {
      if (!hidden) void this.#request();
    });
    await this.#request();
  }

  async release(): Promise<void> {
    this.#wanted = false;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    const held = this.#held;
    this.#held = null;
    await held?.release();
  }

  async #request(): Promise<void> {
    if (!this.source || this.visibility.hidden || (this.#held && !this.#held.released)) return;
    try {
      const sentinel = await this.source.request('screen');
      // Released, or asked for a second time, while the browser was still answering.
      if (!this.#wanted || (this.#held && !this.#held.released)) return void (await sentinel.release());
      this.#held = sentinel;
    } catch (error) {
      log.info('The screen may dim: no wake lock', error);
    }
  }
}
