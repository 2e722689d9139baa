import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importsOf } from './imports';

interface PackageJson {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const packageJson = (name: string): PackageJson =>
  JSON.parse(readFileSync(name === '' ? 'package.json' : `node_modules/${name}/package.json`, 'utf8')) as PackageJson;
const dependenciesOf = (name: string): string[] => Object.keys(packageJson(name).dependencies ?? {});

const document = readFileSync('THIRD_PARTY.md', 'utf8');
const [, packages = '', models = ''] = /## In the app\n([\s\S]*)\n## Models\n([\s\S]*)/.exec(document) ?? [];

/** The rows of a table whose first cell is a word in backticks or a bare one. */
const rowsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => /^\| [`\w]/.test(line) && !/^\| (package|role) /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('`', '').trim()),
    );

const listed = rowsOf(packages);
const names = listed.map(([name]) => name!);

test('THIRD_PARTY.md lists every package the app depends on, and none that is not shipped', () => {
  const direct = dependenciesOf('');
  assert.deepEqual(
    direct.filter((name) => !names.includes(name)),
    [],
  );
  const withTheirs = new Set(direct);
  for (const name of withTheirs) for (const its of dependenciesOf(name)) withTheirs.add(its);
  assert.deepEqual(
    names.filter((name) => !withTheirs.has(name)),
    [],
  );
  for (const table of packages.split('\n## ')) {
    const its = rowsOf(table).map(([name]) => name!);
    assert.deepEqual(its, [...new Set(its)].sort());
  }
});

test('what the app imports at run time is in the list', () => {
  const files = ['app', 'sw']
    .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file}`))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sw/build/'));
  const missing = files.flatMap((file) =>
    importsOf(file)
      .filter(({ source, typeOnly }) => !typeOnly && !source.startsWith('.'))
      .filter(({ source }) => !names.some((name) => source === name || source.startsWith(`${name}/`)))
      .map(({ source }) => `${file}: ${source}`),
  );
  assert.deepEqual(missing, []);
});

test('each package is listed with its version, its licence and its holder', () => {
  for (const [name, version, licence, holder] of listed) {
    const found = packageJson(name!);
    assert.deepEqual([name, version, licence], [name, found.version, found.license]);
    assert.ok(holder, name);
  }
});

test('each model that ships is listed, and has a card', () => {
  const { models: shipped } = JSON.parse(readFileSync('models/models.json', 'utf8')) as { models: object };
  const listed = rowsOf(models).map(([role]) => role!);
  const roleOf = (cell: string): string => cell.split(' ')[0]!;
  const roles = listed.map(roleOf);
  assert.deepEqual(listed.filter((cell) => !cell.endsWith('(not part of the app)')).map(roleOf), Object.keys(shipped));
  for (const role of roles) assert.ok(existsSync(`models/${role}/CARD.md`), role);
});
