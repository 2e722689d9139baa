import type { Page } from 'playwright-core';
import { CAMERA_PARTS } from '../../../app/domain/settings/consents';
import { controls, inEnglish, type Say, starting } from './say';

/** Called at each screen of a walk, once it stands still: to look for faults, or to take its picture. */
export type AtScreen = (name: string) => Promise<void>;

const nothing: AtScreen = async () => {};

/** The first download compiles and self-tests four models, on two slow cores with others at work. */
const OPENING_MS = 120_000;

/** Today -> consent -> camera open with a face in view, by the interface alone. */
export async function toCamera(page: Page, at: AtScreen = nothing, say: Say = inEnglish): Promise<void> {
  const { button, buttonStarting, heading } = controls(page, say);
  await page
    .getByRole('button', { name: anyOf(say, 'Relive a memory', 'Relive it') })
    .first()
    .click();
  const [agreeing, asking, open] = [
    button('Continue'),
    buttonStarting('Turn on the camera'),
    heading('Get comfortable.'),
  ];
  // Once a face was read, and the browser doesn't ask any more, the camera opens by itself.
  await agreeing.or(asking).or(open).first().waitFor({ timeout: OPENING_MS });
  if (await agreeing.isVisible()) await agree(page, at, say);
  await asking.or(open).first().waitFor();
  if (await asking.isVisible()) {
    await at('recall/camera');
    await asking.click();
  }
  await open.waitFor({ timeout: OPENING_MS });
  await button('I’m ready').waitFor({ timeout: 30_000 });
  await at('recall/prepare');
}

/** For what begins with any of these. */
const anyOf = (say: Say, ...english: string[]): RegExp =>
  new RegExp(english.map((words) => starting(say(words)).source).join('|'));

/** What it is -> what is agreed to, all of it -> the question about the camera. */
export async function agree(page: Page, at: AtScreen = nothing, say: Say = inEnglish): Promise<void> {
  const { button } = controls(page, say);
  await at('recall/welcome-1');
  await button('Continue').click();
  for (const part of CAMERA_PARTS) await page.locator(`rv-onboarding input[name=${part}]`).check();
  await at('recall/welcome-2');
  await button('I’m 18 or older, and I agree').click();
}

/** Today -> consent -> the question for the camera, whatever the browser answers. */
export async function askForCamera(page: Page, say: Say = inEnglish): Promise<void> {
  const { button, buttonStarting } = controls(page, say);
  await page
    .getByRole('button', { name: anyOf(say, 'Relive a memory', 'Relive it') })
    .first()
    .click();
  await button('Continue').waitFor();
  await agree(page, undefined, say);
  await buttonStarting('Turn on the camera').click();
}

/** Where a camera was asked for, or failed -> without it, to the end of the recall; the report comes next. */
export async function reportWithoutCamera(page: Page, say: Say = inEnglish): Promise<void> {
  const { button, buttonStarting } = controls(page, say);
  await button('Continue without the camera').first().click();
  await page.getByRole('textbox').fill('A walk');
  await buttonStarting('Step into it').click();
  await buttonStarting('Finish early').click();
  await button('Continue').click();
}

/** Report, with no answer -> review -> saved. */
export async function saveReport(page: Page, say: Say = inEnglish): Promise<void> {
  const { button } = controls(page, say);
  for (const name of ['Continue', 'Continue', 'Review']) await button(name).click();
  await page
    .locator('rv-step-review')
    .getByRole('button', { name: say('Save'), exact: true })
    .click();
  await page.locator('rv-step-saved').waitFor();
}

export interface Told {
  readonly title: string;
  readonly note: string;
}

/** Camera open -> baseline -> a memory -> recall -> rest -> report -> review, waiting for each timed step to end by itself. */
export async function recallToReview(
  page: Page,
  { title, note }: Told,
  at: AtScreen = nothing,
  say: Say = inEnglish,
): Promise<void> {
  const { button, buttonStarting } = controls(page, say);
  await button('I’m ready').click();
  await page.locator('rv-step-baseline').waitFor();
  await at('recall/baseline');
  const [talking, naming] = [page.locator('rv-step-talking'), page.getByRole('textbox')];
  await talking.or(naming).first().waitFor({ timeout: 45_000 });
  if (await talking.isVisible()) {
    await at('recall/talking');
    await naming.waitFor({ timeout: 45_000 });
  }
  await at('recall/choose');
  await page.getByRole('textbox').fill(title);
  await buttonStarting('Step into it').click();
  await page.getByRole('timer').first().waitFor();
  await at('recall/recall');
  await page.locator('rv-step-rest').waitFor({ timeout: 200_000 });
  await at('recall/rest');
  await page.locator('rv-step-report').waitFor({ timeout: 15_000 });
  await report(page, note, at, say);
}

async function report(page: Page, note: string, at: AtScreen, say: Say): Promise<void> {
  const { button } = controls(page, say);
  for (const [index, presses] of [12, 5].entries()) {
    await page.getByRole('slider').nth(index).focus();
    // Up is more in both directions of writing.
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowUp');
  }
  await at('recall/report-affect');
  await button('Continue').click();
  await button('grateful').click();
  await at('recall/report-feelings');
  await button('Continue').click();
  await page.getByRole('textbox').fill(note);
  await at('recall/report-words');
  await page.getByRole('button', { name: anyOf(say, 'See them side by side', 'Review') }).click();
  await page
    .locator('rv-step-review')
    .getByRole('button', { name: say('Save'), exact: true })
    .waitFor();
  await at('recall/review');
}

/** Review -> saved -> Today. */
export async function keep(page: Page, at: AtScreen = nothing, say: Say = inEnglish): Promise<void> {
  await page
    .locator('rv-step-review')
    .getByRole('button', { name: say('Save'), exact: true })
    .click();
  await page.locator('rv-step-saved').waitFor();
  await at('recall/saved');
  await controls(page, say).button('Done').click();
  await page.locator('rv-today').waitFor();
}

/** Settings -> Today, with another length of the recall. 30 s is the shortest with room for the 20 s a summary needs. */
export async function setRecallSeconds(page: Page, seconds: 30 | 45, say: Say = inEnglish): Promise<void> {
  const { link } = controls(page, say);
  await link('Settings').click();
  const length = new Intl.NumberFormat(say.locale, { style: 'unit', unit: 'second' }).format(seconds);
  await page.locator('label', { hasText: length }).click();
  await page.locator('label', { has: page.locator('input:checked'), hasText: length }).waitFor();
  await link('Today').click();
  await page.locator('rv-today').waitFor();
}
