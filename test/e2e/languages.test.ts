import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, openApp } from './app';
import { askForCamera, reportWithoutCamera, saveReport } from './walks/recall-walk';
import { controls, inLanguage } from './walks/say';

/** The way most people take, in the languages that were written beside English: English is walked by every other test. */
for (const language of ['de', 'ar'] as const) {
  test(`in ${language}: a check-in in two taps, a recall without a camera, a consent taken back`, async (t) => {
    const say = await inLanguage(language);
    const app = await openApp({ context: { locale: language } });
    t.after(() => app.close());
    const { page } = app;
    const { button, link } = controls(page, say);

    await button('Quick check-in').click();
    const slider = page.getByRole('slider').first();
    const { width } = (await slider.boundingBox())!;
    await slider.click({ position: { x: 0.8 * width, y: 4 } });
    await button('Save').click();
    await page.getByRole('heading', { name: say('Saved.'), exact: true }).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await page.goto(app.server.url);
    await askForCamera(page, say);
    await button('Try again').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await reportWithoutCamera(page, say);
    await saveReport(page, say);
    assert.deepEqual(await axeFindings(page), []);

    await page.goto(`${app.server.url}/history`);
    await link('Settings').click();
    await page.locator('summary', { hasText: say('See it, or take it back') }).click();
    const face = page.locator('rv-settings-consents input[name=face]');
    assert.equal(await face.isChecked(), true);
    await face.uncheck();
    const [before, after] = say('Taken back on {}. The camera stays off.').split('{}');
    await page.getByText(new RegExp(`${before}.+${after}`)).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(app.wrongs, []);
  });
}
