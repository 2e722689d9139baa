import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';

/** One picture to draw from an SVG of this folder. */
interface Icon {
  readonly file: string;
  readonly from: string;
  readonly sizePx: number;
  /** Without the rounded corners: systems that mask or round the icon themselves need it to fill the square. */
  readonly square?: boolean;
}

const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', from: 'favicon.svg', sizePx: 192 },
  { file: 'icon-512.png', from: 'favicon.svg', sizePx: 512 },
  // The sun lies within the middle 80 %, which every mask leaves visible.
  { file: 'maskable-512.png', from: 'favicon.svg', sizePx: 512, square: true },
  { file: 'apple-touch-icon.png', from: 'favicon.svg', sizePx: 180, square: true },
  { file: 'shortcut-recall.png', from: 'shortcut-recall.svg', sizePx: 96 },
  { file: 'shortcut-check-in.png', from: 'shortcut-check-in.svg', sizePx: 96 },
];

async function draw(browser: Browser, { file, from, sizePx, square }: Icon): Promise<void> {
  const drawing = readFileSync(new URL(from, import.meta.url), 'utf8');
  const svg = square ? drawing.replace(/ rx="\d+"/, '') : drawing;
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: fileURLToPath(new URL(file, import.meta.url)), omitBackground: true });
  await page.close();
}

// Run with `npx tsx assets/icons/make.ts` after changing a drawing; the pictures are committed.
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
for (const icon of ICONS) await draw(browser, icon);
await browser.close();
