import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { freshBuild, PROJECT } from '../../models/tools/build';
import { parseFontFaces } from '../../sw/build/fonts';
import { launch } from '../support/browser';

const faces = parseFontFaces(readFileSync(join(PROJECT, 'assets/styles/fonts.css'), 'utf8'));

/** Pairs that kern, letters that join, figures, an arrow that Inter makes of hyphens, marks that combine; names of people. */
const SAMPLES = ['AVATAR To Wa fi fl ffi', '10:41 1117 ->', 'e\u0301 n\u0303', 'ŁŐĞ', 'ěřůżąśćőűğşțăļķ'];

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(() => browser?.close());

test('fonts.css says of each file which weights and characters it must hold', () => {
  assert.deepEqual(
    faces.map(({ file, weights }) => `${file.split('/').at(-1)} ${weights.min} ${weights.max}`),
    [
      'newsreader-latin-wght-normal.woff2 400 600',
      'newsreader-latin-ext-wght-normal.woff2 400 600',
      'inter-latin-wght-normal.woff2 400 700',
      'inter-latin-ext-wght-normal.woff2 400 700',
    ],
  );
  assert.ok(['A', 'é', '“', '−'].every((character) => faces[0]!.text.includes(character)));
  assert.ok(
    ['ł', 'Ő', 'ş'].every((character) => faces[1]!.text.includes(character) && !faces[0]!.text.includes(character)),
  );
  assert.throws(() => parseFontFaces('@font-face { font-weight: 400; }'), /two weights/);
});

for (const { file, weights, text } of faces) {
  const name = file.split('/').at(-1)!.replace('.woff2', '');
  test(`${name}: smaller than as it is packaged, and drawn like it`, async () => {
    const dist = await freshBuild();
    const built = readdirSync(join(dist, 'assets')).find((one) => one.startsWith(`${name}-`) && one.endsWith('.woff2'));
    const bytes = [
      readFileSync(join(PROJECT, 'node_modules/@fontsource-variable', file)),
      readFileSync(join(dist, 'assets', built!)),
    ] as const;
    assert.ok(bytes[1].length < 0.7 * bytes[0].length, `${bytes[1].length} of ${bytes[0].length} bytes`);
    const inside = SAMPLES.filter((sample) => [...sample].every((one) => text.includes(one)));
    for (const weight of [weights.min, weights.max]) {
      const fonts = bytes.map((font) => font.toString('base64'));
      const { compared, differing } = await page.evaluate(compare, { fonts, weight, samples: [...inside, ...text] });
      assert.ok(compared > 200, `${compared} samples`);
      assert.deepEqual(differing, [], `at weight ${weight}`);
    }
  });
}

test('figures of one width are still there', async () => {
  const dist = await freshBuild();
  for (const name of ['inter', 'newsreader']) {
    const built = readdirSync(join(dist, 'assets')).find((one) => one.startsWith(`${name}-latin-wght`))!;
    const font = readFileSync(join(dist, 'assets', built)).toString('base64');
    const widths = await page.evaluate(async (file) => {
      const bytes = Uint8Array.from(atob(file), (one) => one.charCodeAt(0));
      document.fonts.add(await new FontFace('font', bytes).load());
      document.body.innerHTML = '<p><span>1111</span> <span>8888</span></p>';
      document.body.setAttribute('style', 'font: 24px font; font-variant-numeric: tabular-nums');
      return [...document.querySelectorAll('span')].map((span) => span.getBoundingClientRect().width);
    }, font);
    assert.equal(widths[0], widths[1], name);
  }
});

interface Comparison {
  /** Two files, in base64. */
  readonly fonts: readonly string[];
  readonly weight: number;
  readonly samples: readonly string[];
}

/**
 * In the page: how many samples the first file has itself, and which of them the second one draws otherwise, by how much. Points are
 * rounded to the font's own unit when a font is cut, which is up to a tenth of the ink of a thin bar.
 */
async function compare({ fonts, weight, samples }: Comparison): Promise<{ compared: number; differing: string[] }> {
  const context = new OffscreenCanvas(960, 96).getContext('2d', { willReadFrequently: true })!;
  const differing: string[] = [];
  let compared = 0;
  let absent: Uint8ClampedArray | null = null;
  for (const [index, font] of fonts.entries()) {
    const bytes = Uint8Array.from(atob(font), (one) => one.charCodeAt(0));
    document.fonts.add(await new FontFace(`font-${index}`, bytes, { weight: '100 900' }).load());
  }
  // U+E000 is in no font: it shows how a font draws what it does not have.
  for (const sample of ['\u{e000}', ...samples]) {
    const [other, packaged, built] = ['none', 'font-0', 'font-1'].map((family) => {
      context.font = `${weight} 48px ${family}`;
      context.clearRect(0, 0, 960, 96);
      context.fillText(sample, 16, 64);
      const { data } = context.getImageData(0, 0, 60 * sample.length + 36, 96);
      return { width: context.measureText(sample).width, ink: data.filter((_byte, at) => at % 4 === 3) };
    });
    absent ??= packaged!.ink;
    const lacking = [other!.ink, absent].some((ink) => !packaged!.ink.some((byte, at) => byte !== ink[at]));
    if (lacking) continue;
    compared++;
    const wider = Math.abs(packaged!.width - built!.width);
    const all = packaged!.ink.reduce((sum, byte) => sum + byte, 0);
    const off = packaged!.ink.reduce((sum, byte, at) => sum + Math.abs(byte - built!.ink[at]!), 0) / all;
    if (wider > 0.1 || off > 0.1) differing.push(`${sample}: ${wider} px, ${(100 * off).toFixed(2)} % of the ink`);
  }
  document.fonts.clear();
  return { compared, differing };
}
