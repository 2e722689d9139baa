import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ACTION_UNITS } from '../../app/domain/face/action-unit';
import type { PrintedResult } from '../../models/analyse/result';
import { faceClip, sharedClip } from '../../models/tools/face-clip';
import { analyse, write } from './support/run';

const only = ({ results, stderr }: Awaited<ReturnType<typeof analyse>>): PrintedResult => {
  assert.equal(results.length, 1, stderr);
  return results[0] as PrintedResult;
};

const toSmile = sharedClip('neutral-to-smile.mjpeg');

test('a face that begins to smile: the corners of the mouth are seen to rise, once, against its own first half second', {
  skip: toSmile ? false : 'the shared clips are absent',
}, async () => {
  const { frames, summary } = only(await analyse(toSmile as string, '--baseline', 'first:0.5'));
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

/** The first picture of the made clip, in which a face is at rest. */
const neutral = async (): Promise<string> => {
  const clip = readFileSync(await faceClip({ forceMade: true }));
  return write('neutral.jpg', clip.subarray(0, clip.indexOf(Buffer.from([0xff, 0xd9])) + 2));
};

test('pairs: each file against its own baseline, looked for beside the list too, and the average face for one without', async () => {
  const still = await neutral();
  const list = write('pairs.csv', Buffer.from(`\ufefffile,baseline\nneutral.jpg,${still}\n${still},missing.png\n`));
  const { code, results, stderr } = await analyse('--pairs', list);
  assert.equal(code, 2);
  assert.match(stderr, /its baseline .*missing\.png: there is no such file/);
  const { summary, frames } = only({ code, results, stderr });
  assert.equal(summary.baseline, 'own');
  // A face against itself is at rest.
  for (const unit of ACTION_UNITS) assert.ok(frames[0]!.units![unit] < 0.03, unit);

  const alone = only(await analyse(still)).summary;
  assert.equal(alone.baseline, 'average');
  assert.deepEqual(alone.events, [], 'one picture has no stretch of time');
  const { blinks, closedShare, stretches } = alone.states;
  const told = [blinks, closedShare, ...Object.values(stretches), ...Object.values(frames[0]!.states)];
  assert.ok(
    told.every((one) => one === null),
    'and no state that could be told of it',
  );
  assert.equal(alone.mixed, null, 'nothing without a baseline of the person');
  assert.deepEqual(summary.mixed, []);
  assert.ok(ACTION_UNITS.some((unit) => alone.units![unit] !== summary.units![unit]));
});

test('the stretches of a clip against its own beginning have an onset, an apex and an offset in order', async () => {
  const { summary } = only(await analyse(await faceClip({ forceMade: true }), '--baseline', 'first:0.7'));
  assert.equal(summary.baseline, 'own');
  // Another face is no movement, but nothing here can know that.
  assert.ok(summary.events.length > 0);
  for (const { onsetMs, apexMs, offsetMs, strength } of summary.events) {
    assert.ok(onsetMs <= apexMs && apexMs <= offsetMs && strength >= 1);
  }
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
