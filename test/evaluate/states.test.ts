import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { FACE_MEASURE_NAMES } from '../../app/domain/face/face-measure-names';
import { parseEvaluateArguments } from '../../models/evaluate/arguments';
import { blinkFigures, together } from '../../models/evaluate/states/blink-figures';
import { evaluateBlinkSeries } from '../../models/evaluate/states/blink-series';
import { evaluateStates } from '../../models/evaluate/states/evaluate-states';
import { eyeFigures } from '../../models/evaluate/states/eye-pictures';
import { halvesBy } from '../../models/evaluate/states/halves';
import { KINECT_POINTS, kinectFaces } from '../../models/evaluate/states/kinect-face';
import { evaluateClips } from '../../models/evaluate/states/marked-clips';
import { seeded } from '../models/support/seeded';

const DATA = '../shared/data';
const without = (set: string) => (existsSync(`${DATA}/${set}`) ? false : `the set ${set} is not there`);

test('what is chosen on and what is reported on have nothing in common', () => {
  const { choose, report } = halvesBy([5, 6, 7, 8], (value) => value);
  assert.deepEqual(
    [choose, report],
    [
      [6, 8],
      [5, 7],
    ],
  );
});

test('eyes: the threshold comes from one half, the accuracy from the other', () => {
  const picture = (closed: boolean, openness: number) => ({ closed, openness });
  const closed = [0.1, 0.1, 0.12, 0.3].map((openness) => picture(true, openness));
  const open = [0.4, 0.38, 0.36, 0.38].map((openness) => picture(false, openness));
  const { threshold, n, accuracy, thresholdShare } = eyeFigures([...closed, ...open]);
  // Every second one chooses: .1 and .12 against .4 and .36, so that it lies half way between .12 and .36.
  assert.ok(Math.abs(threshold - 0.24) < 1e-9);
  assert.ok(Math.abs(thresholdShare - 0.24 / 0.38) < 1e-9);
  assert.equal(n, 4);
  assert.equal(accuracy, 0.75, 'the closed eye of .3 is taken for an open one');
});

test('blinks: found, missed, and made up', () => {
  const blink = (onsetMs: number) => ({ onsetMs, offsetMs: onsetMs + 100 });
  const figures = blinkFigures([blink(1050), blink(5000)], [blink(1000), blink(3000)], 1);
  assert.deepEqual([figures.seen, figures.hits, figures.made], [2, 1, 1]);
  const both = together([figures, blinkFigures([], [blink(0)], 2)]);
  assert.deepEqual([both.seen, both.hits, both.made, both.minutes], [3, 1, 1, 3]);
});

test('a tracked face: brows in centimetres, whichever way the head is turned', () => {
  const random = seeded(6);
  const still = Array.from({ length: KINECT_POINTS }, () => [0, 1, 2].map(() => 80 * (random() - 0.5)));
  for (const [point, x] of [
    [4, -45],
    [0, -15],
    [8, 15],
    [12, 45],
  ] as const)
    still[point] = [x, 0, 0];
  for (const point of [16, 17, 24, 25, 26, 27, 34, 35]) still[point]![1] = -20;
  const frames = [0, 0.1, -0.1, 0.15, -0.15].map((pitch) => frameOf(still, pitch));
  const faces = kinectFaces(frames);
  const column = FACE_MEASURE_NAMES.indexOf('brow_inner_right');
  // Twenty of the ninety millimetres between the outer corners, which are 8.9 cm on the face of average size.
  for (const { measures } of faces)
    assert.ok(Math.abs(measures[column]! - (20 / 90) * 8.9) < 0.05, `${measures[column]}`);
  const turns = faces.map(({ pitch }) => pitch - faces[0]!.pitch);
  for (const [at, pitch] of [0, 0.1, -0.1, 0.15, -0.15].entries())
    assert.ok(Math.abs(Math.abs(turns[at]!) - Math.abs(pitch)) < 0.01);
});

/** As the depth camera gives it, 1.2 m away: pixels and millimetres. */
function frameOf(still: readonly (readonly number[])[], pitch: number): Float64Array {
  const [cos, sin] = [Math.cos(pitch), Math.sin(pitch)];
  return Float64Array.from(
    still.flatMap(([x, y, z]) => {
      const [up, away] = [cos * y! - sin * z!, 1200 + sin * y! + cos * z!];
      return [320 + (525 * x!) / away, 240 + (525 * up) / away, away];
    }),
  );
}

test('the folder of the sets is the only thing it takes, and has to hold one of them', async () => {
  assert.deepEqual(parseEvaluateArguments(['--states', 'data']), { states: 'data', jsonPath: null });
  assert.throws(() => parseEvaluateArguments(['--states', 'data', '--units', 'pairs.csv']), /Usage/);
  await assert.rejects(evaluateStates('docs'), /none of eyes, yawn, blink-ear, clips, gfe/);
});

test('the blinks of another landmark model, whatever their noise', { skip: without('blink-ear') }, () => {
  const { all, atTraceRate } = evaluateBlinkSeries(`${DATA}/blink-ear`);
  assert.ok(all.hits >= 26 && all.made <= 3, JSON.stringify(all));
  assert.ok(atTraceRate.hits >= 25 && atTraceRate.made <= 3, JSON.stringify(atTraceRate));
});

test('the blinks of two clips: none missed and none made up, at the rate of a trace either', {
  skip: without('clips'),
}, async () => {
  const { clips, atTraceRate } = await evaluateClips(`${DATA}/clips`);
  const counts = [...Object.values(clips), atTraceRate].map(({ seen, hits, made }) => [seen, hits, made]);
  assert.deepEqual(counts, [
    [1, 1, 0],
    [2, 2, 0],
    [30, 30, 0],
  ]);
});
