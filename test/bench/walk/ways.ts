import type { Page } from 'playwright-core';
import { CAMERA_PARTS } from '../../../app/domain/settings/consents';
import { BASELINE_MS, FIRST_BASELINE_MS, REST_MS } from '../../../app/recall/timing/timing';
import { controls, inEnglish } from '../../e2e/walks/say';
import type { Person } from './person';

/** From Today to “Saved.” */
export type Way = (page: Page, person: Person) => Promise<void>;

const RECALL_MS = 45_000;
/** The first download compiles four models. */
const OPENING_MS = 120_000;
/** Where a slider is pressed: right of its middle. */
const PLEASANT = { position: { x: 240, y: 20 } };

/** One gesture and “Save”. */
export const checkIn: Way = async (page, person) => {
  const { button, buttonStarting, heading } = controls(page, inEnglish);
  await person.tap(buttonStarting('Quick check-in'));
  await person.tap(page.getByRole('slider').first(), PLEASANT);
  await person.tap(button('Save'));
  await heading('Saved.').waitFor();
  await person.read();
};

/** With the camera, a name for the memory, both ratings, one feeling, and no further word. */
export const recall: Way = async (page, person) => {
  const { button, buttonStarting, heading } = controls(page, inEnglish);
  await person.tap(page.getByRole('button', { name: /^Relive/ }).first());
  const isFirst = await toPicture(page, person);
  await button('I’m ready').waitFor({ timeout: OPENING_MS });
  await person.tap(button('I’m ready'));
  await person.sit(isFirst ? FIRST_BASELINE_MS : BASELINE_MS, button('Skip'));
  await person.type(page.getByRole('textbox'), 'The lake');
  await person.tap(buttonStarting('Step into it'));
  await page.getByText('No pictures are recorded.').waitFor();
  await person.sit(RECALL_MS, buttonStarting('Finish early'));
  await person.sit(REST_MS, button('Continue'));
  for (const slider of [0, 1]) await person.tap(page.getByRole('slider').nth(slider), PLEASANT);
  await person.tap(button('Continue'));
  await person.tap(button('grateful'));
  await person.tap(button('Continue'));
  await person.tap(page.getByRole('button', { name: /^(Review|See them side by side)$/ }));
  await person.tap(page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }));
  await heading('Saved.').waitFor();
  await person.read();
};

/** To the picture of oneself; resolves with whether consent was asked for, as before the first recall. */
async function toPicture(page: Page, person: Person): Promise<boolean> {
  const { button, buttonStarting, heading } = controls(page, inEnglish);
  const [agreeing, asking, open] = [
    button('Continue'),
    buttonStarting('Turn on the camera'),
    heading('Get comfortable.'),
  ];
  await agreeing.or(asking).or(open).first().waitFor({ timeout: OPENING_MS });
  const isFirst = await agreeing.isVisible();
  if (isFirst) {
    await person.tap(agreeing);
    for (const part of CAMERA_PARTS)
      await person.tap(page.locator(`rv-onboarding input[name=${part}]`), { force: true });
    await person.tap(button('I’m 18 or older, and I agree'));
  }
  await asking.or(open).first().waitFor({ timeout: OPENING_MS });
  if (await asking.isVisible()) await person.tap(asking);
  await open.waitFor({ timeout: OPENING_MS });
  return isFirst;
}
