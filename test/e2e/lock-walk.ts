import type { Page } from 'playwright-core';
import type { AtScreen } from './walk';

export const PASSPHRASE = 'four small words together';

/** Settings -> a passphrase is set -> Settings. Resolves with the recovery code. `at` is called at each screen. */
export async function lockWithPassphrase(page: Page, at: AtScreen = async () => {}): Promise<string> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(new URL('/settings', page.url()).href);
  await button('Set a passphrase').click();
  await button('Choose a passphrase').waitFor();
  await at('lock-why');
  await button('Choose a passphrase').click();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await at('lock-passphrase');
  await button('Continue').click();
  await page.getByRole('heading', { name: 'Write this down.' }).waitFor();
  await at('lock-code');
  const groups = await page.locator('.code li').allTextContents();
  await button('I’ve got it').click();
  await page.getByLabel(/Type group 4/).fill(groups[3]!.toLowerCase());
  await at('lock-confirm');
  await button('Lock the journal').click();
  await page.getByRole('heading', { name: 'Your journal is locked to you.' }).waitFor({ timeout: 60_000 });
  await at('lock-done');
  await button('Done').click();
  await button('Lock now').waitFor();
  await at('lock-settings');
  return groups.join('-');
}

/** Locks from a second tab, while the page is in the middle of something. */
export async function lockFromOtherTab(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(new URL('/settings', page.url()).href);
  await other.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
  await other.close();
}

/** The lock screen, with what is typed and sent; waits until it has been tried. */
export async function unlockWith(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Passphrase or recovery code').fill(secret);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('button', { name: 'Unlocking…' }).waitFor({ state: 'hidden', timeout: 60_000 });
}
