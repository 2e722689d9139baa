import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, openApp } from './app';
import { unseenInForcedColours } from './walks/forced-colours';

test('a check-in: three taps, kept, and found in the history after a reload', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page } = app;
  const seenInForcedColours = async (screen: string): Promise<void> =>
    assert.deepEqual(await unseenInForcedColours(page), [], `${screen} in forced colours`);
  await page.locator('rv-today h1').waitFor();
  await seenInForcedColours('Today');
  await page.getByRole('button', { name: 'Quick check-in' }).click();
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('slider').first().press('ArrowRight');
  await seenInForcedColours('a check-in');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.reload();
  await page.goto(`${app.server.url}/history`);
  await page.getByText('calm').waitFor();
  await page.getByRole('link', { name: /Calm/ }).click();
  await page.locator('rv-entry rv-agree-scale').waitFor();
  await seenInForcedColours('its entry');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.locator('rv-settings fieldset').first().waitFor();
  await seenInForcedColours('Settings');
  assert.deepEqual(app.wrongs, []);
});

test('every control of a check-in works by keyboard alone', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page } = app;
  await page.goto(`${app.server.url}/check-in`);
  await page.getByRole('slider').first().waitFor();
  const focusOn = byKeyboard(page);
  await focusOn(/pleasant/);
  await page.keyboard.press('ArrowRight');
  await focusOn(/grateful/);
  await page.keyboard.press('Space');
  await focusOn(/^\s*Save\s*$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
});

test('from first open to a saved recall by keyboard alone', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page } = app;
  await page.locator('rv-today h1').waitFor();
  const focusOn = byKeyboard(page);
  const press = async (name: RegExp, key = 'Enter'): Promise<void> => {
    await focusOn(name);
    await page.keyboard.press(key);
  };
  const at = (step: string) => page.locator(`rv-${step}`).waitFor();
  await press(/Relive a memory/);
  await at('onboarding');
  await press(/^\s*Continue\s*$/);
  for (const part of [/Read my face/, /Keep those numbers/]) await press(part, 'Space');
  await press(/I’m 18 or older, and I agree/);
  await press(/Turn on the camera/);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await press(/Continue without the camera/);
  await at('step-choose');
  await focusOn(/./, 'textarea, input[type=text]');
  await page.keyboard.type('A walk');
  await press(/Step into it/);
  await at('step-recall');
  await press(/Finish early/);
  await at('step-rest');
  await press(/^\s*Continue\s*$/);
  await at('step-report');
  for (const name of [/^\s*Continue\s*$/, /^\s*Continue\s*$/, /^\s*Review\s*$/]) await press(name);
  await at('step-review');
  await press(/^\s*Save\s*$/);
  await at('step-saved');
  assert.deepEqual(app.wrongs, []);
});

/** Goes on with Tab until the focus is on a control of that name; `what` it has to match, if that is not enough. */
function byKeyboard(page: Page): (name: RegExp, what?: string) => Promise<void> {
  return async (name, what = '*') => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate((selector) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element?.matches(selector)) return '';
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return `${labels.map((one) => one.textContent).join()} ${element.textContent}`;
      }, what);
      if (label !== '' && name.test(label)) return;
    }
    assert.fail(`the keyboard does not reach ${name}`);
  };
}
