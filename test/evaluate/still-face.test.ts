import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelSpec } from '../../app/vision/runtime/models';
import { MODELS } from '../../app/vision/runtime/models';
import { lookAt } from '../../models/evaluate/still-face';

const SIDE = 48;
const template = [
  { landmarks: [33, 133], x: 0.32, y: 0.38 },
  { landmarks: [362, 263], x: 0.68, y: 0.38 },
  { landmarks: [61, 291], x: 0.5, y: 0.75 },
];
const spec: ModelSpec = { ...MODELS.expression, template };

interface Placed {
  readonly scale?: number;
  readonly tiltDeg?: number;
  readonly dx?: number;
  readonly presence?: number;
  /** Moves the mouth alone, in widths of the crop. */
  readonly mouth?: number;
}

/** A mesh whose eyes and mouth lie as the template says, then turned about the middle, enlarged and moved. */
function mesh({ scale = 1, tiltDeg = 0, dx = 0, presence = 0.9, mouth = 0 }: Placed) {
  const landmarks = new Float32Array(468 * 3);
  const [cos, sin] = [Math.cos((tiltDeg * Math.PI) / 180), Math.sin((tiltDeg * Math.PI) / 180)];
  template.forEach((place, k) => {
    const [x, y] = [scale * (place.x - 0.5 + (k === 2 ? mouth : 0)), scale * (place.y - 0.5)];
    for (const i of place.landmarks) {
      landmarks[3 * i] = SIDE * (0.5 + dx + x * cos - y * sin);
      landmarks[3 * i + 1] = SIDE * (0.5 + x * sin + y * cos);
    }
  });
  return { presence, landmarks };
}
const look = (placed: Placed) => lookAt(spec, mesh(placed), SIDE, 'auto');

test('a crop registered as in training is taken as it is, one that is not is aligned: both sides of each bound', () => {
  for (const near of [{}, { scale: 1.34 }, { scale: 0.75 }, { tiltDeg: 14.5 }, { dx: 0.12 }]) {
    assert.deepEqual([look(near).believed, look(near).aligned], [true, false], JSON.stringify(near));
  }
  for (const far of [{ scale: 1.36 }, { scale: 0.73 }, { tiltDeg: -15.5 }, { dx: -0.13 }]) {
    assert.deepEqual([look(far).believed, look(far).aligned], [true, true], JSON.stringify(far));
  }
});

test('a mesh that cannot be right is not believed, and the crop taken as it is', () => {
  for (const wrong of [{ presence: 0.49 }, { scale: 1.51 }, { scale: 0.64 }, { tiltDeg: 36 }, { mouth: 0.3 }]) {
    const { believed, aligned, map } = look(wrong);
    assert.deepEqual([believed, aligned], [false, false], JSON.stringify(wrong));
    assert.deepEqual(map, lookAt(spec, null, SIDE, 'auto').map);
  }
});

test('an aligned crop looks where the face is', () => {
  const { map } = look({ scale: 1.4, dx: 0.1 });
  const size = spec.input.shape[3]!;
  assert.ok(Math.abs(map[0] - (1.4 * SIDE) / size) < 1e-5);
  assert.ok(Math.abs(map[0] * (size / 2) + map[4] - 0.6 * SIDE) < 1e-3, 'its middle');
});

test('always aligns what is believed, off nothing', () => {
  assert.equal(lookAt(spec, mesh({}), SIDE, 'always').aligned, true);
  assert.equal(lookAt(spec, mesh({ presence: 0.1 }), SIDE, 'always').aligned, false);
  assert.equal(lookAt(spec, mesh({ scale: 1.4 }), SIDE, 'off').aligned, false);
});
