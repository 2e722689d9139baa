import type { Page } from 'playwright-core';

/** Called at each screen of a walk, once it stands still: to look for faults, or to take its picture. */
export type AtScreen = (name: string) => Promise<void>;

const nothing: AtScreen = async () => {};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

/** The first download compiles and self-tests four models, on two slow cores with others at work. */
const OPENING_MS = 120_000;

/** Today -> consent -> camera open with a face in view, by the interface alone. */
export async function toCamera(page: Page, at: AtScreen = nothing): Promise<void> {
  await button(page, /^Relive/).click();
  await Promise.race([button(page, 'Continue').waitFor(), button(page, /^Turn on the camera/).waitFor()]);
  if (await button(page, 'Continue').isVisible()) await agree(page, at);
  await button(page, /^Turn on the camera/).waitFor();
  await at('recall/camera');
  await button(page, /^Turn on the camera/).click();
  await heading(page, 'Get comfortable.').waitFor({ timeout: OPENING_MS });
  await button(page, 'I’m ready').waitFor({ timeout: 30_000 });
  await at('recall/prepare');
}

async function agree(page: Page, at: AtScreen): Promise<void> {
  for (let panel = 1; ; panel++) {
    await at(`recall/welcome-${panel}`);
    const consent = button(page, 'I’m 18 or older, and I agree');
    if (await consent.isVisible()) {
      await consent.click();
      return;
    }
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await button(page, 'Continue').click();
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasNotText: title ?? '' })
      .waitFor();
  }
}

/** Today -> consent -> the question for the camera, whatever the browser answers. */
export async function askForCamera(page: Page): Promise<void> {
  await button(page, /^Relive/).click();
  await button(page, 'Continue').waitFor();
  await agree(page, nothing);
  await button(page, /^Turn on the camera/).click();
}

/** Where a camera was asked for, or failed -> without it, to the end of the recall; the report comes next. */
export async function reportWithoutCamera(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /without the camera/ })
    .first()
    .click();
  const choose = button(page, 'Choose a memory');
  await Promise.race([choose.waitFor(), page.locator('rv-step-choose').waitFor()]);
  if (await choose.isVisible()) await choose.click();
  await page.getByRole('textbox').fill('A walk');
  await button(page, /^Step into it/).click();
  await button(page, /^Finish here/).click();
  await button(page, 'Continue').click();
}

/** Report, with no answer -> review -> saved. */
export async function saveReport(page: Page): Promise<void> {
  for (const name of ['Continue', 'Continue', 'Review']) await button(page, name).click();
  await page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('rv-step-saved').waitFor();
}

export interface Told {
  readonly title: string;
  readonly note: string;
}

/** Camera open -> baseline -> a memory -> recall -> rest -> report -> review, waiting for each timed step to end by itself. */
export async function recallToReview(page: Page, { title, note }: Told, at: AtScreen = nothing): Promise<void> {
  await button(page, 'I’m ready').click();
  await page.locator('rv-step-baseline').waitFor();
  await at('recall/baseline');
  await page.getByRole('textbox').waitFor({ timeout: 45_000 });
  await at('recall/choose');
  await page.getByRole('textbox').fill(title);
  await button(page, /^Step into it/).click();
  await page.getByRole('timer').first().waitFor();
  await at('recall/recall');
  await page.locator('rv-step-rest').waitFor({ timeout: 200_000 });
  await at('recall/rest');
  await page.locator('rv-step-report').waitFor({ timeout: 15_000 });
  await report(page, note, at);
}

async function report(page: Page, note: string, at: AtScreen): Promise<void> {
  for (const [index, presses] of [12, 5].entries()) {
    await page.getByRole('slider').nth(index).focus();
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight');
  }
  await at('recall/report-affect');
  await button(page, 'Continue').click();
  await button(page, 'grateful').click();
  await at('recall/report-feelings');
  await button(page, 'Continue').click();
  await page.getByRole('textbox').fill(note);
  await at('recall/report-words');
  await button(page, /^(See them side by side|Review)/).click();
  await page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }).waitFor();
  await at('recall/review');
}

/** Review -> saved -> Today. */
export async function keep(page: Page, at: AtScreen = nothing): Promise<void> {
  await page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('rv-step-saved').waitFor();
  await at('recall/saved');
  await button(page, /^Done/).click();
  await page.locator('rv-today').waitFor();
}

/** Settings -> Today, with another length of the recall. 30 s is the shortest with room for the 20 s a summary needs. */
export async function setRecallSeconds(page: Page, seconds: 30 | 45): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.locator('label', { hasText: `${seconds} sec` }).click();
  await page.locator('label', { has: page.locator('input:checked'), hasText: `${seconds} sec` }).waitFor();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.locator('rv-today').waitFor();
}
