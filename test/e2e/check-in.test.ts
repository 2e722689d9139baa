import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  const focusOn = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return `${labels.map((one) => one.textContent).join()} ${element?.textContent}`;
      });
      if (name.test(label)) return;
    }
    assert.fail(`the keyboard does not reach ${name}`);
  };
  await focusOn(/pleasant/);
  await page.keyboard.press('ArrowRight');
  await focusOn(/grateful/);
  await page.keyboard.press('Space');
  await focusOn(/^\s*Save\s*$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
});
