import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ATTACKS } from '../attacks/attacks';

/** A paragraph or a point of SECURITY.md, in one line. */
interface Part {
  readonly heading: string;
  readonly text: string;
}

const parts: readonly Part[] = readFileSync('SECURITY.md', 'utf8')
  .split(/^(?=#)/m)
  .flatMap((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const texts = lines.join('\n').split(/\n\n|\n(?=- |\*\*)/);
    return texts.map((text) => ({ heading, text: text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '');
  });

/** What describes a form byte by byte is held by the second implementations that it names, and the rest by `security.test.ts`. */
const isPromised = ({ heading }: Part): boolean => /^## /.test(heading);

/** What is said not to be so, or not to be promised, begins like this. */
const NOT_PROMISED: readonly RegExp[] = [
  /^\*\*What is not\.\*\*$/,
  /^- Someone who controls the browser/,
  /^- A weak passphrase can be guessed/,
  /^- If all of the database is put back/,
  /^- What was erased, or was in the clear/,
  /^- Nobody can reset/,
  /\(that is no promise\)\.$/,
];

const testsIn = (text: string): string[] =>
  [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, path]) => path!);
const attacksIn = (text: string): string[] =>
  [...text.matchAll(/`npm run attack -- ([\w-]+)`/g)].map(([, name]) => name!);

test('each promise of SECURITY.md names the test or the attack that holds it', () => {
  const promises = parts.filter((part) => isPromised(part) && !NOT_PROMISED.some((not) => not.test(part.text)));
  assert.ok(promises.length > 25, 'promises are found');
  assert.deepEqual(
    promises.map(({ text }) => text).filter((text) => testsIn(text).length + attacksIn(text).length === 0),
    [],
  );
});

test('each of those tests and attacks is there', () => {
  const text = parts.map((part) => part.text).join('\n');
  const names = new Set(ATTACKS.map(({ name }) => name));
  assert.deepEqual(
    testsIn(text).filter((path) => !existsSync(path)),
    [],
  );
  assert.deepEqual(
    attacksIn(text).filter((name) => !names.has(name)),
    [],
  );
});

test('each attack holds a promise', () => {
  const named = new Set(parts.flatMap(({ text }) => attacksIn(text)));
  const elsewhere = new Set(['killed-saving', 'left-first-view']);
  assert.deepEqual(
    ATTACKS.map(({ name }) => name).filter((name) => !named.has(name) && !elsewhere.has(name)),
    [],
  );
});

test('nothing is excused that is not there', () => {
  assert.deepEqual(
    NOT_PROMISED.filter((not) => !parts.some(({ text }) => not.test(text))),
    [],
  );
});
