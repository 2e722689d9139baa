import type { Page } from 'playwright-core';
import type { AtScreen } from './recall-walk';
import { controls, filled, inEnglish, type Say } from './say';

export const PASSPHRASE = 'four small words together';

/** Settings -> a passphrase is set -> Settings. Resolves with the recovery code. `at` is called at each screen. */
export async function lockWithPassphrase(
  page: Page,
  at: AtScreen = async () => {},
  say: Say = inEnglish,
  passphrase: string = PASSPHRASE,
): Promise<string> {
  const { button, heading, field } = controls(page, say);
  await page.goto(new URL('/settings', page.url()).href);
  await button('Set a passphrase').click();
  await button('Choose a passphrase').waitFor();
  await at('lock-why');
  await button('Choose a passphrase').click();
  await field('Passphrase').fill(passphrase);
  await at('lock-passphrase');
  await button('Continue').click();
  await heading('Write this down.').waitFor();
  await at('lock-code');
  const groups = await page.locator('.code li').allTextContents();
  await button('I’ve got it').click();
  await page.getByLabel(filled(say('Type group {number} of your code'))).fill(groups[3]!.toLowerCase());
  await at('lock-confirm');
  await button('Lock the journal').click();
  await heading('Your journal is locked to you.').waitFor({ timeout: 60_000 });
  await at('lock-done');
  await button('Done').click();
  await button('Lock now').waitFor();
  await at('lock-settings');
  return groups.join('-');
}

/** Locks from a second tab, while the page is in the middle of something. */
export async function lockFromOtherTab(page: Page, say: Say = inEnglish): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(new URL('/settings', page.url()).href);
  await controls(other, say).button('Lock now').click();
  await controls(page, say).heading('Your journal is locked.').waitFor();
  await other.close();
}

/** The lock screen, with what is typed and sent; waits until it has been tried. */
export async function unlockWith(page: Page, secret: string, say: Say = inEnglish): Promise<void> {
  const { button, field } = controls(page, say);
  await field('Passphrase or recovery code').fill(secret);
  await button('Unlock').click();
  await button('Unlocking…').waitFor({ state: 'hidden', timeout: 60_000 });
}
