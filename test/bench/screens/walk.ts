import type { Page } from 'playwright-core';

/** Something a person does with a journal, whose longest task is measured. */
export interface Step {
  readonly name: string;
  readonly run: (page: Page, url: string) => Promise<void>;
}

/** What is searched for, letter by letter: about one entry of a hundred has it. */
const SOUGHT = 'lighthouse keeper';
/** How fast it is typed: a person on a phone needs longer for a letter, in milliseconds. */
const LETTER_MS = 120;
/** One turn of the wheel, in CSS pixels. */
const TURN_PX = 3_000;
const TURNS = 40;
const LONG_MS = 120_000;

const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve()))),
  );
const rows = (page: Page) => page.locator('rv-history rv-entry-row');

/** By their addresses: to look for roles and names takes the page itself a tenth of a second in so long a list. */
const toTab = (page: Page, path: string): Promise<void> => page.locator(`a.tab[href="${path}"]`).first().click();

/** As a person does it in one visit, in this order: each begins where the one before has left the app. */
export const STEPS: readonly Step[] = [
  {
    name: 'opening to Today',
    run: async (page, url) => {
      await page.goto(url);
      await page.locator('rv-today rv-entry-row').waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
  {
    name: 'History',
    run: async (page) => {
      await toTab(page, '/history');
      await rows(page).first().waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
  {
    name: 'scrolling History',
    run: async (page) => {
      await page.mouse.move(200, 400);
      for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN_PX);
      await settled(page);
    },
  },
  {
    name: 'to its end',
    run: async (page) => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await settled(page);
      await rows(page).last().waitFor();
      await settled(page);
    },
  },
  {
    name: 'an entry, and back',
    run: async (page) => {
      await rows(page).last().click();
      await page.locator('rv-entry h1').waitFor({ timeout: LONG_MS });
      await page.goBack();
      await rows(page).first().waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
  {
    name: 'search',
    run: async (page) => {
      await page.locator('input[type=search]').pressSequentially(SOUGHT, { delay: LETTER_MS });
      await page.locator('rv-history p[role=status]', { hasText: /\d entries/ }).waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
  {
    name: 'search taken back',
    run: async (page) => {
      const field = page.locator('input[type=search]');
      for (let left = SOUGHT.length; left > 0; left--) await field.press('Backspace', { delay: LETTER_MS });
      await settled(page);
    },
  },
  {
    name: 'Settings',
    run: async (page) => {
      await toTab(page, '/settings');
      await page.locator('rv-settings-storage').waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
  {
    name: 'a check-in saved',
    run: async (page) => {
      await toTab(page, '/');
      await page.getByRole('button', { name: 'Quick check-in' }).click();
      await page.getByRole('button', { name: 'calm' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('heading', { name: 'Saved.' }).waitFor({ timeout: LONG_MS });
      await settled(page);
    },
  },
];
