/** What the watch needs to know, asked anew each time. */
export interface AutoLockPorts {
  /** Null while nothing is to be locked. Times in milliseconds; null in them: not by this. */
  policy(): { readonly idleMs: number | null; readonly hiddenMs: number | null } | null;
  /** The person is busy without touching anything: in the middle of a recall. */
  busy(): boolean;
  /** Hides what is on the screen at once, before the lock has come about. */
  cover(): void;
  /** The lock could not come about: what is on the screen is shown again. */
  uncover(): void;
  lock(): Promise<void>;
  nowMs(): number;
}

/** How often it looks at the time, in milliseconds. */
export const LOOK_MS = 5_000;

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/** Locks when nobody has touched the app for a while, or when it has been out of sight for a while. */
export class AutoLock {
  #touchedMs: number;
  #hiddenMs: number | null = null;
  #locking = false;

  constructor(private readonly ports: AutoLockPorts) {
    this.#touchedMs = ports.nowMs();
  }

  start(): () => void {
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true, passive: true };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#touch, options);
    document.addEventListener('visibilitychange', this.#onVisibility, options);
    // Timers sleep with the phone: what counts is the time that has passed when it wakes.
    addEventListener('pageshow', this.#look, options);
    const timer = setInterval(this.#look, LOOK_MS);
    stop.signal.addEventListener('abort', () => clearInterval(timer));
    return () => stop.abort();
  }

  readonly #touch = (): void => {
    if (!this.#isDue()) this.#touchedMs = this.ports.nowMs();
  };

  readonly #onVisibility = (): void => {
    this.#look();
    this.#hiddenMs = document.visibilityState === 'hidden' ? this.ports.nowMs() : null;
    this.#look();
  };

  readonly #look = (): void => {
    if (this.ports.busy()) this.#touchedMs = this.ports.nowMs();
    if (!this.#isDue() || this.#locking) return;
    this.#locking = true;
    this.ports.cover();
    this.ports
      .lock()
      .catch(() => {
        this.ports.uncover();
        // Tried again after as long as before: each try covers what the person has come back to.
        this.#touchedMs = this.ports.nowMs();
      })
      .finally(() => {
        this.#locking = false;
      });
  };

  #isDue(): boolean {
    const policy = this.ports.policy();
    if (!policy) return false;
    const now = this.ports.nowMs();
    // A clock that was set back starts the time anew instead of stretching it.
    if (now < this.#touchedMs) this.#touchedMs = now;
    if (this.#hiddenMs !== null && now < this.#hiddenMs) this.#hiddenMs = now;
    const idle = policy.idleMs !== null && now - this.#touchedMs >= policy.idleMs;
    return idle || (policy.hiddenMs !== null && this.#hiddenMs !== null && now - this.#hiddenMs >= policy.hiddenMs);
  }
}
