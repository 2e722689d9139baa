import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { test } from 'node:test';
import { importsOf } from './imports';
import { importTable, lists, SINGLE_HOMES } from './table';

const files = ['app', 'sw', 'models'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${top}/${file.split(sep).join('/')}`),
);
const table = importTable();

/** The row a file belongs to: the longest folder of the table it lies in. */
const rowOf = (file: string): string | undefined =>
  [...table.keys()].filter((folder) => file.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];

/** What `source`, imported by `file`, is called in the table: a path of the project without `app/`, or a package's name. */
function targetOf(file: string, source: string): string {
  if (source.startsWith('.'))
    return normalize(join(dirname(file), source))
      .split(sep)
      .join('/')
      .replace(/^app\//, '');
  if (source.startsWith('node:')) return source;
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}

test('every import is one that the table of the README allows', () => {
  const broken: string[] = [];
  for (const file of files) {
    const folder = rowOf(file);
    assert.ok(folder, `${file}: its folder is not in the table`);
    const { values, types } = table.get(folder)!;
    const own = folder.replace(/^app\//, '');
    for (const { source, typeOnly } of importsOf(file)) {
      const target = targetOf(file, source);
      const allowed =
        target.startsWith(`${own}/`) || target === own || lists(values, target) || (typeOnly && lists(types, target));
      if (!allowed) broken.push(`${file} imports ${source}${typeOnly ? ' (types)' : ''}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('the table has a row for each folder of the app, and each row has files', () => {
  const folders = readdirSync('app', { withFileTypes: true }).filter((one) => one.isDirectory());
  assert.deepEqual(
    folders.map(({ name }) => `app/${name}`).filter((folder) => !table.has(folder)),
    [],
  );
  const rows = [...table.keys()].filter((row) => row !== 'test');
  assert.deepEqual(
    rows.filter((row) => !files.some((file) => file.startsWith(`${row}/`))),
    [],
  );
});

test('no folder holds more than 25 files', () => {
  const MOST = 25;
  const SEEN = ['app', 'sw', 'models', 'test', 'assets', 'docs'].filter((top) => existsSync(top));
  const folders = SEEN.flatMap((top) => [
    top,
    ...readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((one) => one.isDirectory() && one.name !== '__pycache__')
      .map((one) => join(one.parentPath, one.name)),
  ]);
  const full = folders
    .map(
      (folder) => [folder, readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile()).length] as const,
    )
    .filter(([, count]) => count > MOST)
    .map(([folder, count]) => `${folder}: ${count}`);
  assert.deepEqual(full, []);
});

test('a vision step never imports another step', () => {
  const steps = files.filter((file) => file.startsWith('app/vision/steps/'));
  assert.ok(steps.length > 5);
  const broken = steps.flatMap((file) =>
    importsOf(file)
      .filter(({ source, typeOnly }) => !typeOnly && targetOf(file, source).startsWith('vision/steps/'))
      .map(({ source }) => `${file} imports ${source}`),
  );
  assert.deepEqual(broken, []);
});

test('nobody imports what starts the app', () => {
  const importers = files.filter(
    (file) =>
      !file.startsWith('app/start/') &&
      importsOf(file).some(({ source }) => targetOf(file, source).startsWith('start/')),
  );
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

test('the table is read as it is meant: values, types, families, folders inside', () => {
  const sample =
    '| `app/x` | holds | base, `lit`, journal/parse; types of journal, vision/client |\n| `app/y` | | nothing |';
  const read = importTable(sample);
  const { values, types } = read.get('app/x')!;
  assert.ok(lists(values, 'base/clamp') && lists(values, '@lit/context') && lists(values, 'journal/parse/entry'));
  assert.ok(!lists(values, '@lit-labs/router'), 'a family has what the README says of it, and no more');
  assert.ok(!lists(values, 'journal/index/search') && !lists(values, 'basement/x'));
  assert.ok(lists(types, 'journal/index/search') && !lists(types, 'vision/pipeline'));
  assert.deepEqual(read.get('app/y'), { values: [], types: [] });
});
