import type { Bytes } from './bytes';
import { randomBytes, sha256 } from './crypto';

/** Lives as long as the tab, reloads included, and no longer. */
const NAME = 'reverie-tab';

/** The hash of this tab's token, or null where the tab has none. The token itself is stored nowhere else. */
export async function tabToken(): Promise<Bytes | null> {
  const token = sessionStorage.getItem(NAME);
  return token === null ? null : sha256(new TextEncoder().encode(token));
}

/** The hash of this tab's token, made where there is none. */
export async function newTabToken(): Promise<Bytes> {
  const token = Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(NAME, token);
  return sha256(new TextEncoder().encode(token));
}

/** From here on this tab cannot use a key that was kept for it. It needs no database, and is done at once. */
export const forgetTabToken = (): void => sessionStorage.removeItem(NAME);
