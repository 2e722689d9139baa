/** Timers, so that tests own time. `set` calls back once after `ms`. */
export interface Timers {
  set(callback: () => void, ms: number): number;
  clear(handle: number): void;
}

export const systemTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms) as unknown as number,
  clear: (handle) => clearTimeout(handle),
};
