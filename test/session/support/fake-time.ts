import type { Clock } from '../../../app/base/clock';
import type { Timers } from '../../../app/session/machine/timers';

/** Lets everything that is only waiting for promises happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await Promise.resolve();
}

/** Time that passes only when the test says so. */
export class FakeTime implements Clock, Timers {
  #monotonic = 1_000;
  #epoch = Date.UTC(2025, 10, 22, 9, 41);
  #timers = new Map<number, { readonly atMs: number; readonly callback: () => void }>();
  #handles = 0;

  epochMs = (): number => this.#epoch;
  monotonicMs = (): number => this.#monotonic;
  zone = (): string => 'Europe/Berlin';

  set(callback: () => void, ms: number): number {
    this.#timers.set(++this.#handles, { atMs: this.#monotonic + ms, callback });
    return this.#handles;
  }

  clear(handle: number): void {
    this.#timers.delete(handle);
  }

  get waiting(): number {
    return this.#timers.size;
  }

  /** The person, or the network, sets the wall clock. */
  setEpoch(epochMs: number): void {
    this.#epoch = epochMs;
  }

  async pass(ms: number): Promise<void> {
    const untilMs = this.#monotonic + ms;
    for (let due = this.#next(untilMs); due; due = this.#next(untilMs)) {
      this.#forward(due[1].atMs);
      this.#timers.delete(due[0]);
      due[1].callback();
      await settle();
    }
    this.#forward(untilMs);
    await settle();
  }

  #next(untilMs: number) {
    const due = [...this.#timers].filter(([, timer]) => timer.atMs <= untilMs);
    return due.sort((a, b) => a[1].atMs - b[1].atMs || a[0] - b[0])[0];
  }

  #forward(toMs: number): void {
    this.#epoch += toMs - this.#monotonic;
    this.#monotonic = toMs;
  }
}
