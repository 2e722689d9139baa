import { toHex } from './bytes';
import { randomBytes } from './crypto';

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
