import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { test } from 'node:test';
import { importsOf } from './imports';
import { SINGLE_HOMES, TABLE } from './table';

const files = ['app', 'sw'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${top}/${file.split(sep).join('/')}`),
);
const folderOf = (file: string): string => {
  const [top, folder, ...rest] = file.split('/');
  return top === 'sw' ? 'sw' : rest.length === 0 ? 'root' : (folder as string);
};

/** `../domain/entry` seen from a file: the folder of the app it lies in, or the package's name. */
function targetOf(file: string, source: string): string {
  if (source.startsWith('.'))
    return folderOf(
      normalize(join(dirname(file), source))
        .split(sep)
        .join('/'),
    );
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}

test('every import is one that the table of the README allows', () => {
  const broken: string[] = [];
  for (const file of files) {
    const folder = folderOf(file);
    if (folder === 'start' || folder === 'services' || folder === 'sw') continue;
    const rule = TABLE[folder];
    assert.ok(rule, `${file}: the folder ${folder} is not in the table`);
    for (const { source, typeOnly } of importsOf(file)) {
      const target = targetOf(file, source);
      const allowed =
        target === folder ||
        target === 'models.json' ||
        isModelsJson(folder, source) ||
        isParser(folder, source) ||
        rule.values.includes(target) ||
        ((typeOnly && rule.types?.includes(target)) ?? false) ||
        SINGLE_HOMES.some(({ name, home }) => name === target && home.test(file));
      if (!allowed) broken.push(`${file} imports ${source}${typeOnly ? ' (types)' : ''}`);
    }
  }
  assert.deepEqual(broken, []);
});

/** Label order, input shapes and hashes live in models.json, so vision reads it. */
const isModelsJson = (folder: string, source: string): boolean =>
  folder === 'vision' && source.endsWith('models/models.json');

/** What comes in from a file is checked as what comes from the database is: by the journal's parsers, which need no database. */
const isParser = (folder: string, source: string): boolean =>
  folder === 'portability' && source.startsWith('../journal/parse/');

test('a vision step never imports another step', () => {
  const steps = files.filter((file) => /^app\/vision\/steps\//.test(file));
  const broken = steps.flatMap((file) =>
    importsOf(file)
      .filter(({ source, typeOnly }) => !typeOnly && source.startsWith('./'))
      .map(({ source }) => `${file} imports ${source}`),
  );
  assert.ok(steps.length > 0);
  assert.deepEqual(broken, []);
});

test('the service worker imports only its own files, Workbox and models.json', () => {
  const broken = files
    .filter((file) => folderOf(file) === 'sw' && !file.startsWith('sw/build/'))
    .flatMap((file) => importsOf(file).map(({ source }) => ({ file, source })))
    .filter(({ file, source }) => !/^workbox-|models\.json$/.test(source) && targetOf(file, source) !== 'sw');
  assert.deepEqual(broken, []);
});

test('nobody imports main.ts', () => {
  const importers = files.filter((file) => importsOf(file).some(({ source }) => /(^|\/)main$/.test(source)));
  assert.deepEqual(importers, []);
});

for (const { name, what, home } of SINGLE_HOMES) {
  test(`${name} is used only in its home`, () => {
    const uses = files.filter((file) => !home.test(file) && what.test(withoutTypes(file)));
    assert.deepEqual(uses, []);
  });
}

/** The file without comments and type imports: those vanish at run time. */
const withoutTypes = (file: string): string =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|^import type .*$/gm, '');

test('the check itself sees what it must: types, dynamic imports, workers, re-exports', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'imports-')), 'sample.ts');
  writeFileSync(
    file,
    `import type { A } from './a'; import { type B } from './b'; import { c } from './c';
    export * from './d'; const e = import('./e'); type F = import('./f').F; new Worker(new URL('./g.ts', import.meta.url));`,
  );
  assert.deepEqual(
    importsOf(file).map(({ source, typeOnly }) => `${source}${typeOnly ? ' type' : ''}`),
    ['./a type', './b type', './c', './d', './e', './f type', './g.ts'],
  );
});
