import type { Page } from 'playwright-core';
import { RANGES } from '../../../app/views/insights/ranges';
import { openApp, PHONE, settle } from '../app';

const SIZES = { phone: PHONE, wide: { width: 1280, height: 800 } } as const;
const SCHEMES = ['light', 'dark'] as const;
const LOCALES = ['en-GB', 'de', 'ar'] as const;
/** The last chapter there is, far below: once it is there, so are the others. */
const LAST = 'rv-tired-chapter';
/** Where "Year" stands among the ranges. */
const YEAR = Object.keys(RANGES).indexOf('year');
/** "A year ago today", and the covers of what there is to read: fetched when one comes near, after the charts. */
const TO_READ = ['rv-to-read #day', 'rv-to-read .covers a'] as const;

/** What stays at the edges of the screen lies over nothing then. */
async function asTallAsThePage(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await settle(page);
}

/**
 * Pictures every chart and the newest three pages of the sample journal into `folder`, in each language, on phone and wide screen, light
 * and dark: too many to keep, made to be looked at.
 */
export async function pictureInsights(folder: string): Promise<void> {
  for (const locale of LOCALES) {
    const app = await openApp({ context: { locale, reducedMotion: 'reduce' } });
    const { page } = app;
    const pictured = async (name: string): Promise<void> => {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await settle(page);
          await asTallAsThePage(page, viewport.width);
          await page.screenshot({ path: `${folder}/${locale}/${size}-${colorScheme}/${name}.png` });
        }
      }
      await page.setViewportSize(PHONE);
    };
    try {
      await page.goto(`${app.server.url}/insights`);
      await page.locator('rv-sample-offer button').first().click();
      await page.locator('rv-valence-chart canvas').waitFor();
      while ((await page.locator(LAST).count()) === 0) {
        await page.mouse.wheel(0, PHONE.height);
        await settle(page);
      }
      await page.locator('rv-to-read').scrollIntoViewIfNeeded();
      for (const part of TO_READ) await page.locator(part).first().waitFor();
      await pictured('insights');
      // A period is told beside the one before it.
      await page.locator('rv-insights .narrowing .chip').nth(YEAR).click();
      await page.locator('rv-compared-chapter h2').waitFor();
      await pictured('insights-year');
      const pages = await page
        .locator('rv-to-read a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
      for (const path of pages.filter((one) => one.startsWith('/insights/')).slice(0, 3)) {
        await page.goto(`${app.server.url}${path}`);
        await page.locator('rv-looking-back h1').first().waitFor();
        await pictured(path.slice('/insights/'.length));
      }
    } finally {
      if (app.wrongs.length > 0) console.error(app.wrongs.join('\n'));
      await app.close();
    }
  }
}
