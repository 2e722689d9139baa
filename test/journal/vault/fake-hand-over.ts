import type { KeyHandOver } from '../../../app/journal/vault/kept-key';
import type { SharedRoot } from '../../../app/journal/vault/vault';

/** What outlives a page, without a service worker: it keeps one key, for one tab, until it is taken. */
export class FakeHandOver implements KeyHandOver {
  #waiting: { readonly tab: string; readonly shared: SharedRoot } | null = null;

  keep(tab: string, shared: SharedRoot): void {
    this.#waiting = { tab, shared };
  }

  async take(tab: string): Promise<SharedRoot | null> {
    if (this.#waiting?.tab !== tab) return null;
    const { shared } = this.#waiting;
    this.forget();
    return shared;
  }

  forget(): void {
    this.#waiting = null;
  }
}
