import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importsOf } from './imports';

interface PackageJson {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { engines, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;
const declared = [...Object.keys(dependencies), ...Object.keys(devDependencies)];

/** Packages that no file imports, and what they are for. */
const USED_OTHERWISE: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run lint, npm run format',
  '@ffmpeg/core': 'served to the tools that read clips: models/tools/harness.ts',
  '@fontsource-variable/inter': 'its files are named by assets/styles/fonts.css',
  '@fontsource-variable/newsreader': 'its files are named by assets/styles/fonts.css',
  '@types/chai': 'types of chai',
  '@types/d3-dsv': 'types of d3-dsv',
  '@types/mocha': 'describe and it, which are globals',
  '@types/node': 'types of Node',
  '@vladmandic/face-api': 'its pictures make a clip of a face: models/tools/face-clip.ts',
  '@webgpu/types': 'types of WebGPU, which are globals',
  typescript: 'npm run types',
};

const files = [
  ...['app', 'sw', 'models', 'test'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file}`),
  ),
  ...readdirSync('.'),
].filter((file) => /\.(ts|mjs)$/.test(file));

const packageOf = (source: string): string =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');

const imported = new Set(
  files
    .flatMap((file) => importsOf(file).map(({ source }) => source))
    .filter((source) => !source.startsWith('.') && !source.startsWith('node:'))
    .map(packageOf),
);

test('every package that is declared is imported, or named here with what it is for', () => {
  assert.ok(files.length > 500 && imported.has('lit') && imported.has('vite'));
  assert.deepEqual(
    declared.filter((name) => !imported.has(name) && !(name in USED_OTHERWISE)),
    [],
  );
  assert.deepEqual(
    Object.keys(USED_OTHERWISE).filter((name) => imported.has(name) || !declared.includes(name)),
    [],
    'named here without need',
  );
});

test('every package that is imported is declared, by its exact version', () => {
  assert.deepEqual(
    [...imported].filter((name) => !declared.includes(name)),
    [],
  );
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  assert.deepEqual(
    versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});

test('the app imports no package that only its making needs', () => {
  const shipped = files
    .filter((file) => /^(app|sw)\//.test(file) && !file.startsWith('sw/build/'))
    .flatMap((file) => importsOf(file).filter(({ typeOnly }) => !typeOnly))
    .map(({ source }) => packageOf(source));
  assert.deepEqual(
    shipped.filter((name) => name in devDependencies),
    [],
  );
});

test('the floor of Node is one: package.json, .nvmrc, the types, the README', () => {
  const [, floor = ''] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
  assert.match(floor, /^\d+\.\d+$/);
  assert.equal(readFileSync('.nvmrc', 'utf8').trim(), floor);
  assert.ok(devDependencies['@types/node']?.startsWith(`${floor}.`), '@types/node follows the floor');
  assert.ok(readFileSync('README.md', 'utf8').includes(`Node >= ${floor}`), 'README.md names it');
});
