import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Server, startServer } from '../../models/tools/serve';
import { launch } from '../support/browser';
import { controlled } from '../sw/support';
import { axeFindings, PHONE } from './app';
import { outlineOf } from './outline';

/** The app's own script: while it is held back, the page is what a slow network or a slow phone shows. */
const APP_SCRIPT = /\/assets\/index-[\w-]+\.js$/;

let browser: Browser;
let server: Server;

before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A fresh profile in which the app's script comes only when it is let go. */
async function heldBack(
  viewport = PHONE,
  { locale, name } = { locale: 'en-GB', name: 'Step back into a moment' },
): Promise<{ page: Page; letGo: () => void }> {
  const page = await (await browser.newContext({ viewport, locale, reducedMotion: 'reduce' })).newPage();
  let letGo = (): void => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(APP_SCRIPT, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.getByRole('heading', { name }).waitFor();
  return { page, letGo };
}

const close = (page: Page): Promise<void> => page.context().close();

/** Where words and controls stand, by their text; in whole pixels, since a screen has no others. */
const places = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const found: Record<string, number[]> = {};
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (!element.matches('h1, .lede, .primary, .quiet, .link, .tab, .name')) continue;
        const { x, y, width, height } = element.getBoundingClientRect();
        const words = element.textContent!.trim().replace(/\s+/g, ' ');
        if (width > 0) found[words] = [x, y, width, height].map(Math.round);
      }
    }
    return found;
  });

for (const viewport of [PHONE, { width: 360, height: 640 }, { width: 1280, height: 800 }]) {
  test(`the first view is Today before its script is there, and nothing moves when it comes: ${viewport.width} px`, async (t) => {
    const { page, letGo } = await heldBack(viewport);
    t.after(() => close(page));
    const before = await places(page);
    assert.ok(before['Quick check-in'], 'the ways to begin are there');
    assert.deepEqual(await axeFindings(page), []);
    const outline = await outlineOf(page, '.first-view');
    letGo();
    await page.locator('#skeleton').waitFor({ state: 'detached' });
    assert.deepEqual(await places(page), before);
    assert.deepEqual(await outlineOf(page, 'rv-app'), outline);
    assert.ok(outline.length > 25, outline.join('\n'));
    await page.locator('rv-invitation button').waitFor();
    assert.deepEqual(await places(page), before, 'nor when the question comes');
  });
}

test('what is pressed before the journal is open is said to wait, and is served', async (t) => {
  for (const [press, screen] of [
    ['Quick check-in', 'rv-check-in'],
    ['Use my own memory', 'rv-onboarding'],
    ['Relive a memory', 'rv-onboarding'],
  ] as const) {
    const { page, letGo } = await heldBack();
    t.after(() => close(page));
    await page.getByRole('button', { name: press }).click();
    await page.getByText('your journal is opening').waitFor();
    letGo();
    await page.locator(screen).waitFor();
    await page.goBack();
    await page.locator('rv-today h1').waitFor();
  }
});

test('what is pressed while the app takes the place of the first view is served too', async (t) => {
  const { page, letGo } = await heldBack();
  t.after(() => close(page));
  await page.evaluate(() => {
    addEventListener('rv-screen', () => document.querySelector<HTMLElement>('[data-press=note]')!.click(), {
      once: true,
    });
  });
  letGo();
  await page.locator('rv-check-in').waitFor();
});

test('who has been here before is not welcomed as if for the first time', async (t) => {
  const { page, letGo } = await heldBack();
  t.after(() => close(page));
  letGo();
  await page.locator('rv-today').waitFor();
  await page.unroute(APP_SCRIPT);
  await page.route(APP_SCRIPT, (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByRole('heading', { name: 'Reverie' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Step back' }).isVisible(), false);
});

/** In the page: resolves when the app has registered its service worker and looked for a newer one. */
async function askedForWorker(): Promise<void> {
  const registration = await new Promise<ServiceWorkerRegistration>((resolve) => {
    const container = navigator.serviceWorker;
    const register = container.register.bind(container);
    container.register = async (...details) => {
      const registered = await register(...details);
      resolve(registered);
      return registered;
    };
  });
  await registration.update();
  const worker = registration.installing;
  if (worker) await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
}

/** A phone six times slower than this machine. */
async function slowPhone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  return page;
}

test('no update is offered on the first visit, nor after a reload, however slow the phone', async (t) => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
  t.after(() => context.close());
  const page = await slowPhone(context);
  await page.goto(server.url);
  await controlled(page);
  await page.getByText('Ready to use offline.').waitFor();
  const offered = page.getByText('A new version is ready.');
  assert.equal(await offered.isVisible(), false, 'on the first visit');
  await page.reload();
  await page.evaluate(askedForWorker);
  assert.equal(await offered.isVisible(), false, 'after a reload');
});

test('the first view speaks as the phone does; Settings change that at once, and it lasts', async (t) => {
  const { page, letGo } = await heldBack(PHONE, { locale: 'de-DE', name: 'Kehr in einen deiner Momente zurück' });
  t.after(() => page.context().close());
  const spoken = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const language = (name: string) => page.locator('rv-settings-language').getByRole('radio', { name, exact: true });
  letGo();
  await page.locator('rv-today h1').waitFor();
  assert.deepEqual(await spoken(), ['de', 'ltr']);
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  await heading('Einstellungen');
  await page.locator('summary', { hasText: 'Sprache' }).click();
  await language('العربية').check();
  await heading('الإعدادات');
  assert.deepEqual(await spoken(), ['ar', 'rtl']);
  await page.getByRole('link', { name: 'اليوم', exact: true }).click();
  await page.reload();
  await page.getByRole('link', { name: 'الإعدادات', exact: true }).click();
  await page.locator('summary', { hasText: 'اللغة' }).click();
  await language('كما في هذا الهاتف').check();
  await heading('Einstellungen');
});
