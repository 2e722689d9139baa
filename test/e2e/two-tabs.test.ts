import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Journal } from '../../app/journal/journal';
import { sampleCheckIn } from '../support/sample-entries';
import { axeFindings, openApp } from './app';

type WithJournal = HTMLElement & { services: { journal: Journal } };

/** What this tab would save: the entry as it stands now, with another note. */
const begin = (tab: Page, note: string): Promise<void> =>
  tab.evaluate(async (words) => {
    const { journal } = document.querySelector<WithJournal>('rv-app')!.services;
    const entry = await journal.entry('check-in-1');
    if (!entry || 'problem' in entry) throw new Error('no entry');
    Object.assign(window, { held: { ...entry, report: { ...entry.report, note: words } } });
  }, note);

const save = (tab: Page): Promise<void> =>
  tab.evaluate(async () => {
    const { held } = window as unknown as { held: Parameters<Journal['save']>[0] };
    await document.querySelector<WithJournal>('rv-app')!.services.journal.save(held, null);
  });

const keep = (tab: Page, change: Parameters<typeof sampleCheckIn>[0] = {}): Promise<void> =>
  tab.evaluate(
    (entry) => document.querySelector<WithJournal>('rv-app')!.services.journal.save(entry, null),
    sampleCheckIn(change),
  );

test('two tabs: neither loses what the other wrote, and the person sees both', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context, server } = app;
  const other = await context.newPage();
  await page.locator('rv-app').waitFor();
  await keep(page);
  // On a screen that reads no entry: what a tab has last read is what it is taken to have changed.
  for (const tab of [page, other]) await tab.goto(`${server.url}/settings`);
  for (const tab of [page, other]) await tab.locator('rv-app').waitFor();
  const findings: string[] = [];

  await t.test('an entry that both have changed stands there in both versions, in both tabs', async () => {
    await begin(page, 'as the first window has it');
    await begin(other, 'as the second window has it');
    await save(page);
    await save(other);
    for (const tab of [page, other]) {
      await tab.goto(`${server.url}/entry/check-in-1`);
      await tab.getByRole('heading', { name: 'There are two versions of this entry.' }).waitFor();
      await tab.getByRole('definition').filter({ hasText: 'as the first window has it' }).waitFor();
      await tab.getByRole('definition').filter({ hasText: 'as the second window has it' }).waitFor();
    }
    findings.push(...(await axeFindings(page)));
    await page.goto(`${server.url}/history`);
    await page.getByText('One entry has more than one version.').waitFor();
    findings.push(...(await axeFindings(page)));
    await page.getByRole('link', { name: 'See the versions' }).click();
    await page.getByRole('heading', { name: 'There are two versions of this entry.' }).waitFor();
  });

  await t.test('only the chosen one stays, after yes, and the question is gone everywhere', async () => {
    await page.goto(`${server.url}/entry/check-in-1`);
    await page.getByRole('button', { name: 'Keep only that one' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('blockquote').filter({ hasText: 'as the second window has it' }).waitFor();
    assert.equal(await page.getByText('There are two versions').count(), 0);
    await other.getByText('This entry isn’t here.').waitFor();
    await page.goto(`${server.url}/history`);
    await page.getByRole('link', { name: 'Calm' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Calm' }).count(), 1);
    assert.equal(await page.getByText('more than one version').count(), 0);
  });

  await t.test('what a tab wrote that was ended before it could tell is there when one comes back', async () => {
    await other.evaluate(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await keep(other, { id: 'unheard', report: { ...sampleCheckIn().report, feelings: [], note: 'written unheard' } });
    await other.close();
    assert.equal(await page.getByText('written unheard').count(), 0);
    await page.evaluate(() => void dispatchEvent(new Event('focus')));
    await page.getByText('written unheard').waitFor();
  });
  assert.deepEqual(findings, []);
  assert.deepEqual(app.wrongs, []);
});
