import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT } from '../../models/tools/build';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
  readonly label?: string;
}

interface Manifest {
  readonly [field: string]: unknown;
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly shortcuts: readonly { readonly name: string; readonly url: string; readonly icons: readonly Picture[] }[];
}

const manifest = JSON.parse(readFileSync(join(PROJECT, 'manifest.webmanifest'), 'utf8')) as Manifest;

/** `/icons/x.png` in the project, where the build takes it from. */
const source = (src: string): string => join(PROJECT, 'assets', src);

/** Width and height from a PNG's first chunk. */
function pngSize(path: string): string {
  const bytes = readFileSync(path);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', path);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

function checkPicture({ src, sizes, type }: Picture): void {
  assert.match(src, /^\/(icons|screenshots)\//);
  assert.ok(existsSync(source(src)), `${src} is not there`);
  if (type === 'image/png') assert.equal(pngSize(source(src)), sizes, src);
  else assert.equal(`${type} ${sizes}`, 'image/svg+xml any', src);
}

test('the manifest says all that a system asks before it installs', () => {
  for (const field of ['id', 'name', 'short_name', 'description', 'start_url', 'scope', 'lang', 'dir', 'orientation'])
    assert.ok(manifest[field], field);
  assert.equal(manifest.display, 'standalone');
  assert.ok(String(manifest.short_name).length <= 12, 'a longer name is cut off below the icon');
});

test('icons are as large as they say, and one may be masked', () => {
  manifest.icons.forEach(checkPicture);
  const has = (sizes: string, purpose: string): boolean =>
    manifest.icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose);
  assert.ok(has('192x192', 'any') && has('512x512', 'any') && has('512x512', 'maskable'));
  assert.equal(pngSize(source('/icons/apple-touch-icon.png')), '180x180');
});

test('the shortcuts lead to a new recall and to a check-in', () => {
  assert.deepEqual(
    manifest.shortcuts.map(({ name, url }) => `${name}: ${url}`),
    ['New recall: /recall?start=new', 'Quick check-in: /check-in'],
  );
  for (const { icons } of manifest.shortcuts) icons.forEach(checkPicture);
});

test('the colours are those of the paper', () => {
  const tokens = readFileSync(join(PROJECT, 'assets/styles/tokens.css'), 'utf8');
  const [, light, dark] = /--paper: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)/.exec(tokens) ?? [];
  assert.equal(manifest.background_color, light);
  assert.equal(manifest.theme_color, light);
  for (const page of ['app/start/index.html', 'app/rescue/rescue.html']) {
    const metas = readFileSync(join(PROJECT, page), 'utf8').matchAll(
      /theme-color" content="(#\w+)" media=".*: (\w+)\)"/g,
    );
    const colours = Array.from(metas, ([, colour, scheme]) => [scheme, colour]);
    assert.deepEqual(
      colours,
      [
        ['light', light],
        ['dark', dark],
      ],
      page,
    );
  }
});

test('each screenshot has a label, a form and its own picture of the stated size', (t) => {
  const forms = new Map(manifest.screenshots.map(({ form_factor, sizes }) => [form_factor, sizes]));
  assert.deepEqual(
    [...forms],
    [
      ['narrow', '390x844'],
      ['wide', '1280x800'],
    ],
  );
  assert.equal(new Set(manifest.screenshots.map(({ src }) => src)).size, manifest.screenshots.length);
  assert.equal(
    new Set(manifest.screenshots.map(({ label, sizes }) => `${label} ${sizes}`)).size,
    manifest.screenshots.length,
  );
  if (!manifest.screenshots.some(({ src }) => existsSync(source(src))))
    return t.skip('no screenshots yet: npm run screenshots makes them');
  manifest.screenshots.forEach(checkPicture);
});
