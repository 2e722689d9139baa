import type { Bytes } from './bytes';
import { randomBytes, sha256 } from './crypto';

/** Where the token is in `sessionStorage`, which lasts as long as the tab, over reloads. */
const NAME = 'reverie-tab';

/** The hash of this tab's token; null if it has none. The token itself is stored nowhere else. */
export async function tabToken(): Promise<Bytes | null> {
  const token = sessionStorage.getItem(NAME);
  return token === null ? null : sha256(new TextEncoder().encode(token));
}

/** Makes a new token for this tab. Resolves with its hash. */
export async function newTabToken(): Promise<Bytes> {
  const token = Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(NAME, token);
  return sha256(new TextEncoder().encode(token));
}

/** From now on this tab cannot use a key that was kept for it. This takes effect at once, without the database. */
export const forgetTabToken = (): void => sessionStorage.removeItem(NAME);
