import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ACTION_UNITS } from '../../app/domain/face/action-unit';
import { readPairs } from '../../models/analyse/pairs';
import type { PrintedResult } from '../../models/analyse/result';
import { faceClip, sharedClip } from '../../models/tools/face-clip';
import { neutralPicture } from './support/neutral-picture';
import { analyse, type Run, write } from './support/run';

const toSmile = sharedClip('neutral-to-smile.mjpeg');

/** One run for both clips, each against its own first half second: starting the command takes longer than reading one. */
let clipsRun: Run;
let made: string;
before(async () => {
  made = await faceClip({ forceMade: true });
  clipsRun = await analyse(...(toSmile ? [toSmile] : []), made, '--baseline', 'first:0.5', '--dynamics');
});
const clip = (file: string): PrintedResult => {
  const result = clipsRun.results.find((one) => one.file === file);
  assert.ok(result, clipsRun.stderr);
  return result as PrintedResult;
};

test('a face that begins to smile: the corners of the mouth are seen to rise, once, against its own first half second', {
  skip: toSmile ? false : 'the shared clips are absent',
}, () => {
  const { frames, summary } = clip(toSmile as string);
  assert.equal(summary.baseline, 'own');
  assert.deepEqual(Object.keys(frames[0]!.units ?? {}), [...ACTION_UNITS, 'AU10', 'AU14']);
  assert.equal(frames[50]!.units!.AU10, null);
  assert.ok(frames[5]!.units!.AU12 < 0.1 && frames[50]!.units!.AU12 > 0.8);
  const smiles = summary.events.filter(({ unit }) => unit === 'AU12');
  assert.equal(smiles.length, 1);
  const [{ onsetMs, apexMs, offsetMs, strength }] = smiles as [(typeof smiles)[0]];
  assert.ok(onsetMs >= 500 && onsetMs <= 900, `from ${onsetMs} ms`);
  assert.ok(onsetMs <= apexMs && apexMs <= offsetMs && offsetMs > 2000);
  assert.ok(strength >= 1);
});

test('pairs: each file against its own baseline, looked for beside the list too', async () => {
  const still = await neutralPicture();
  const list = write('pairs.csv', Buffer.from(`\ufefffile,baseline\nneutral.jpg,${still}\n${still},missing.png\n`));
  const { code, results, stderr } = await analyse('--pairs', list);
  assert.equal(code, 2);
  assert.match(stderr, /its baseline .*missing\.png: there is no such file/);
  assert.equal(results.length, 1, stderr);
  const { summary, frames } = results[0] as PrintedResult;
  assert.equal(summary.baseline, 'own');
  // A face against itself is at rest.
  for (const unit of ACTION_UNITS) assert.ok(frames[0]!.units![unit] < 0.03, unit);
  assert.deepEqual(summary.mixed, []);
});

test('the stretches of a clip against its own beginning have an onset, an apex and an offset in order', () => {
  const { summary } = clip(made);
  assert.equal(summary.baseline, 'own');
  // Another face is no movement, but nothing here can know that.
  assert.ok(summary.events.length > 0);
  for (const { onsetMs, apexMs, offsetMs, strength } of summary.events) {
    assert.ok(onsetMs <= apexMs && apexMs <= offsetMs && strength >= 1);
  }
});

test('what the whole of a clip showed: by the mean of its readings, and by what remembers them second by second', () => {
  const { summary, frames } = clip(made);
  const { mean, memory } = summary.dynamics!;
  for (const shares of [mean!, memory!.expression, ...memory!.seconds.map(({ expression }) => expression)])
    assert.ok(Math.abs(Object.values(shares).reduce((sum, share) => sum + share, 0) - 1) < 1e-4);
  assert.equal(memory!.seconds.length, Math.ceil((frames.at(-1)!.tMs + 1) / 1000));
  if (!toSmile) return;
  const smile = clip(toSmile).summary.dynamics!.memory!;
  assert.ok(smile.expression.happiness > 0.5, `${smile.expression.happiness}`);
});

test('a list that is no list is told in one line', async () => {
  const list = (text: string): string => write('list.csv', Buffer.from(text));
  for (const [text, told] of [
    ['file,baseline\n', /: there is no pair in it$/],
    ['file,baseline\na.png,\n', /: row 2 lacks [^\n]+$/],
  ] as const)
    assert.throws(() => readPairs(list(text)), told);
  const { code, stderr } = await analyse('--pairs', list('file,face\na,b\n'));
  assert.equal(code, 2);
  assert.match(stderr, /^[^\n]+no column “baseline”\n$/);
});
