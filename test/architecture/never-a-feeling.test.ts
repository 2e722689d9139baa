import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { callsMsg, isNode } from './nodes';

const inFolder = (folder: string): string[] => readdirSync(folder).map((file) => join(folder, file));

/** Everything that puts into words what a face did, or shows it. What the words come to is read in test/words/face. */
const FILES = [
  ...inFolder('app/charts/came-from'),
  ...inFolder('app/charts/motion'),
  ...inFolder('app/words/face'),
  ...inFolder('app/views/reading'),
];

/** What somebody feels, or how they are. The names of expressions are looks, and stay. */
const FEELINGS =
  /\b(feel|felt|emotion|mood|bored|boredom|tired|drows|sleepy|asleep|calm|upset|nervous|stress|relaxed|content\b|joy|you (were|are|look|seem)|you’re)/i;

/** The texts of a file that are shown: the first argument of each `msg`. */
function textsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (callsMsg(value)) {
      const [text] = value.arguments as readonly { readonly start: number; readonly end: number }[];
      found.push(source.slice(text!.start, text!.end));
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

test('nothing that tells of a face says what somebody feels', () => {
  const texts = FILES.flatMap(textsOf);
  assert.ok(texts.length > 80, `${texts.length} texts`);
  assert.deepEqual(
    texts.filter((text) => FEELINGS.test(text)),
    [],
  );
});

test('the check sees what it must', () => {
  for (const text of ['You felt sad.', 'You look tired', 'A calm face', 'Your mood', 'you’re upset'])
    assert.match(text, FEELINGS);
  assert.doesNotMatch('Your face was quiet: nothing in it clearly moved from how it looked at rest.', FEELINGS);
});
