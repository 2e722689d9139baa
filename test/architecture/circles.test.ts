import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { circlesAmong } from './circles';

/** Every TypeScript file below `folder`, as a path from here with `/`. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(sep).join('/')}`);

test('no files import each other in a circle: types, dynamic imports and workers included', () => {
  const files = ['app', 'sw', 'models', 'test'].flatMap(filesBelow);
  assert.ok(files.length > 500, `${files.length} files are not all`);
  assert.deepEqual(circlesAmong(files), []);
});

test('the check sees a circle of types, of a dynamic import and of a worker, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'circles-'));
  const write = (name: string, text: string): string => {
    const file = `${folder}/${name}.ts`;
    writeFileSync(file, text);
    return file;
  };
  mkdirSync(join(folder, 'deep'));
  const files = [
    write('a', `import type { B } from './b'; import { d } from './deep/d';`),
    write('b', `export * from './c'; import './outside';`),
    write('c', `import { type A } from './a';`),
    write('deep/d', `export const d = () => import('../e');`),
    write('e', `import { d } from './deep/d'; import './alone';`),
    write('page', `new Worker(new URL('./work.ts', import.meta.url));`),
    write('work', `import type { Ask } from './page';`),
    write('alone', `import '../node_modules/x'; import 'lit';`),
  ];
  const circles = circlesAmong(files).map((circle) => circle.map((file) => file.slice(folder.length + 1)));
  assert.deepEqual(circles, [
    ['a.ts', 'b.ts', 'c.ts'],
    ['deep/d.ts', 'e.ts'],
    ['page.ts', 'work.ts'],
  ]);
});
