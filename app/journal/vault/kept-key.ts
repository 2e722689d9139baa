import { toHex } from './bytes';
import { randomBytes } from './crypto';
import type { SharedRoot } from './vault';

/*
 * [Note: Staying open over a reload]
 *
 * If the person chose that a reload does not ask, the key has to outlive the page, and it must not lie in a store: a browser writes
 * the bytes of a key that is put into IndexedDB into its files, where they stay for months. So the page that goes hands the
 * key to something that is only in memory and lives on, the service worker, which keeps it for some seconds and gives it to the
 * page that comes next in the same tab. The tab is known by a random token in its `sessionStorage`. Where there is no service worker,
 * or where it was stopped meanwhile, the lock screen asks.
 */

/** Takes a key over from one page of a tab to the next. See: [Note: Staying open over a reload] */
export interface KeyHandOver {
  /** Keeps the key for some seconds, for the tab with this token. It takes effect at once, because the page is about to go. */
  keep(tab: string, shared: SharedRoot): void;
  /** Resolves with the key that was kept for this tab, which is then kept no longer; null if there is none. Never rejects. */
  take(tab: string): Promise<SharedRoot | null>;
  /** Forgets whatever is kept, for any tab. */
  forget(): void;
}

/** Where nothing outlives a page: the lock screen asks after each reload. */
export const NO_HAND_OVER: KeyHandOver = {
  keep: () => undefined,
  take: async () => null,
  forget: () => undefined,
};

/** Where the token is in `sessionStorage`, which lasts as long as the tab, over reloads. */
const NAME = 'reverie-tab';
const TOKEN_BYTES = 16;

/** This tab's token; null if it has none. By itself it opens nothing. See: [Note: Staying open over a reload] */
export const tabToken = (): string | null => sessionStorage.getItem(NAME);

/** Makes a new token for this tab. */
export function newTabToken(): string {
  const token = toHex(randomBytes(TOKEN_BYTES));
  sessionStorage.setItem(NAME, token);
  return token;
}

/** From now on this tab takes no key that was kept for it. */
export const forgetTabToken = (): void => sessionStorage.removeItem(NAME);
