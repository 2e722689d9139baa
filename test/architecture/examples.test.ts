import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { evaluated, examplesOf, isAsSaid } from './examples';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // A worker exports nothing, and what it listens to is not here.
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.worker.ts'))
    .map((file) => join(folder, file))
    .sort();

const files = [...filesIn('app/statistics'), ...filesIn('app/insights')];

const exportsOf = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;

/** What an example may use besides its own file: what the others export. */
const common = Object.assign({}, ...(await Promise.all(files.map(exportsOf)))) as Record<string, unknown>;

for (const file of files) {
  const examples = examplesOf(readFileSync(file, 'utf8'));
  const own = await exportsOf(file);
  test(`${file} gives what its examples say`, () => {
    for (const { call, gives } of examples) {
      const scope = { ...common, ...own };
      const actual = evaluated(call, scope);
      assert.ok(isAsSaid(actual, evaluated(gives, scope)), `${call} gives ${JSON.stringify(actual)}, not ${gives}`);
    }
  });
}

test('each function of app/statistics and app/insights/statistics that others call has an example', async () => {
  const without: string[] = [];
  for (const file of files.filter((name) => /^app\/(statistics|insights\/statistics)\//.test(name))) {
    const calls = examplesOf(readFileSync(file, 'utf8')).map(({ call }) => call);
    for (const [name, value] of Object.entries(await exportsOf(file)))
      if (typeof value === 'function' && !calls.some((call) => call.includes(`${name}(`)))
        without.push(`${file}: ${name}`);
  }
  assert.deepEqual(without, []);
});

test('the runner itself sees what it must: what is wrong, missing, too much, or not said', () => {
  const [one, two] = examplesOf(
    '/**\n * Words.\n *\n * @example half(3) // 1.5\n * @example pair(\n *   1,\n * )\n * // { a: 1,\n * //   b: [2] }\n * @throws nothing\n */',
  );
  assert.deepEqual(one, { call: 'half(3)', gives: '1.5' });
  assert.equal(two!.call, 'pair(\n  1,\n)');
  assert.deepEqual(evaluated(two!.gives, {}), { a: 1, b: [2] });
  assert.equal(evaluated('half(3)', { half: (value: number) => value / 2 }), 1.5);
  assert.throws(() => examplesOf('/** @example half(3) */'));
  assert.throws(() => evaluated('half(3)', {}));
  for (const [actual, said] of [
    [1.5, 1.6],
    [1.556, 1.55],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1, 2], [1]],
    [Float64Array.of(1), [2]],
    [null, Number.NaN],
    [[1], { 0: 1 }],
  ])
    assert.ok(!isAsSaid(actual, said), JSON.stringify([actual, said]));
  for (const [actual, said] of [
    [1.5549, 1.55],
    [Number.NaN, Number.NaN],
    [{ a: Float64Array.of(1, 2) }, { a: [1, 2] }],
    [new Map([['a', 1]]), [['a', 1]]],
  ])
    assert.ok(isAsSaid(actual, said), JSON.stringify([actual, said]));
});
