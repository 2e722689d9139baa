import type { Page } from 'playwright-core';

const HEAD = 'full_date,time,mood,activities,note_title,note,steps';

/** What somebody's other app wrote first: a mood of their own, a day that is none, and one that has not come. */
const FIRST = `${HEAD}
2021-03-27,20:39,rad,"friends | choir",Choir,"Loud and good",4000
2021-03-26,08:20,wobbly,tea,,,20
2021-02-30,14:00,meh,,,,
2206-03-02,14:00,meh,walk,,"A walk by the river",`;

/** The same by another clock, with a note corrected and an activity renamed. */
const LATER = `${HEAD}
2021-03-27,8:39 PM,rad,"friends | singing",Choir,"Loud, and better than ever",4000
2021-03-26,8:20 AM,wobbly,tea,,,20`;

/**
 * From the import screen: a file is looked at and added, a later export of it is looked at, and the import is taken back in Settings.
 * `at` is told of each screen by its name.
 */
export async function importLater(page: Page, at: (name: string) => Promise<void>): Promise<void> {
  const choose = (csv: string): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'my-moods.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await choose(FIRST);
  await page.getByRole('heading', { name: '3 entries can be added.' }).waitFor();
  await at('import-look');
  await page.getByRole('button', { name: 'Add 3 entries' }).click();
  await page.getByRole('heading', { name: '3 entries were added.' }).waitFor();
  await at('import-done');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose(LATER);
  await page.getByRole('heading', { name: 'One entry differs from yours.' }).waitFor();
  await page.getByRole('heading', { name: 'Where the file differs' }).scrollIntoViewIfNeeded();
  await at('import-differences');
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await page.locator('rv-settings summary', { hasText: 'What you imported' }).click();
  await page.getByText('my-moods.csv').waitFor();
  await page.locator('rv-settings-imports').evaluate((imports) => imports.scrollIntoView({ block: 'center' }));
  await at('import-listed');
  await page.getByRole('button', { name: 'Take it back: my-moods.csv' }).click();
  await page.getByText('3 entries will be deleted').waitFor();
  await at('import-asked');
  await page.locator('rv-settings-imports rv-dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It’s taken back: 3 entries are gone.').waitFor();
  await at('import-taken-back');
}
