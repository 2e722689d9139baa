import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { ACTION_UNITS } from '../../app/domain/face/action-unit';
import type { PrintedResult } from '../../models/analyse/result';
import { faceClip } from '../../models/tools/face-clip';
import { analyse, folder, write } from './support/run';

const only = ({ results, stderr }: Awaited<ReturnType<typeof analyse>>): PrintedResult => {
  assert.equal(results.length, 1, stderr);
  return results[0] as PrintedResult;
};

test('a face that begins to smile: the corners of the mouth are seen to rise, once, against its own first half second', async () => {
  const { frames, summary } = only(await analyse(await faceClip(), '--baseline', 'first:0.5'));
  assert.equal(summary.baseline, 'own');
  assert.deepEqual(Object.keys(frames[0]!.units ?? {}), [...ACTION_UNITS]);
  assert.ok(frames[5]!.units!.AU12 < 0.1 && frames[50]!.units!.AU12 > 0.8);
  const smiles = summary.events.filter(({ unit }) => unit === 'AU12');
  assert.equal(smiles.length, 1);
  const [{ onsetMs, apexMs, offsetMs, strength }] = smiles as [(typeof smiles)[0]];
  assert.ok(onsetMs >= 500 && onsetMs <= 900, `from ${onsetMs} ms`);
  assert.ok(onsetMs <= apexMs && apexMs <= offsetMs && offsetMs > 2000);
  assert.ok(strength >= 1);
});

test('without a baseline the average face stands in, and the result says so', async () => {
  const { summary, frames } = only(await analyse('node_modules/@vladmandic/face-api/demo/sample3.jpg'));
  assert.equal(summary.baseline, 'average');
  assert.deepEqual(summary.events, []);
  assert.deepEqual(summary.units, frames[0]!.units);
});

test('a list of pairs: each file against its own baseline, paths looked for beside the list too', async () => {
  const clip = await faceClip();
  copyFileSync(clip, join(folder, basename(clip)));
  const still = join(process.cwd(), 'node_modules/@vladmandic/face-api/demo/sample3.jpg');
  const list = write(
    'pairs.csv',
    Buffer.from(`\ufefffile,baseline\n${basename(clip)},${still}\n${still},${still}\n${still},missing.png\n`),
  );
  const { code, results, stderr } = await analyse('--pairs', list);
  assert.equal(code, 2);
  assert.match(stderr, /missing\.png|no such file/);
  const [, same] = results as PrintedResult[];
  assert.equal(results.length, 2);
  // A face against itself is at rest.
  for (const unit of ACTION_UNITS) assert.ok(same!.summary.units![unit] < 0.03, unit);
});

test('a list that is no list is told in one line', async () => {
  for (const [text, told] of [
    ['file,face\na,b\n', /no column “baseline”/],
    ['file,baseline\n', /no pair in it/],
    ['file,baseline\na.png,\n', /row 2 lacks/],
  ] as const) {
    const { code, stderr } = await analyse('--pairs', write('list.csv', Buffer.from(text)));
    assert.equal(code, 2);
    assert.match(stderr, told);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  }
});
