import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromFloat16Bits, isExactInFloat16, isFinite16, toFloat16Bits } from '../../models/convert/float16.ts';
import { hwimToGrouped, hwioToOihw } from '../../models/convert/kernels.ts';
import { samePadding, windowCount } from '../../models/convert/same-padding.ts';

test('SAME at stride 1 pads both sides alike', () => {
  assert.deepEqual(samePadding(16, 3, 1), { before: 1, after: 1 });
  assert.deepEqual(samePadding(15, 5, 1), { before: 2, after: 2 });
});

test('SAME at stride 2 pads an even size after, an odd size on both sides', () => {
  assert.deepEqual(samePadding(128, 3, 2), { before: 0, after: 1 });
  assert.deepEqual(samePadding(127, 3, 2), { before: 1, after: 1 });
  assert.deepEqual(samePadding(128, 5, 2), { before: 1, after: 2 });
  assert.deepEqual(samePadding(127, 5, 2), { before: 2, after: 2 });
});

test('SAME never pads less than nothing, and always gives ceil(size / stride) cells', () => {
  assert.deepEqual(samePadding(8, 2, 2), { before: 0, after: 0 });
  assert.deepEqual(samePadding(9, 1, 3), { before: 0, after: 0 });
  for (const size of [1, 2, 7, 8, 31, 64])
    for (const kernel of [1, 2, 3, 5])
      for (const stride of [1, 2, 3])
        assert.equal(windowCount(size, kernel, stride, samePadding(size, kernel, stride)), Math.ceil(size / stride));
});

test('a dense kernel moves from HWIO to OIHW', () => {
  // One row, two columns, two inputs, three outputs; each value spells its place as x i o.
  const data = Float32Array.from([0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112]);
  const { shape, data: moved } = hwioToOihw({ shape: [1, 2, 2, 3], data });
  assert.deepEqual(shape, [3, 2, 1, 2]);
  assert.deepEqual([...moved], [0, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112]);
});

test('a depthwise kernel moves from HWIM to one group a channel, multipliers beside each other', () => {
  const data = Float32Array.from([0, 1, 10, 11, 100, 101, 110, 111]);
  const { shape, data: moved } = hwimToGrouped({ shape: [1, 2, 2, 2], data });
  assert.deepEqual(shape, [4, 1, 1, 2]);
  assert.deepEqual([...moved], [0, 100, 1, 101, 10, 110, 11, 111]);
});

test('every binary16 number survives the way to float and back', () => {
  for (let bits = 0; bits < 0x7c00; bits++) {
    assert.equal(toFloat16Bits(fromFloat16Bits(bits)), bits);
    assert.equal(toFloat16Bits(-fromFloat16Bits(bits)), bits | 0x8000);
  }
});

test('binary16 rounds to nearest, ties to even', () => {
  assert.equal(toFloat16Bits(1), 0x3c00);
  assert.equal(toFloat16Bits(1 + 2 ** -11), 0x3c00, 'a tie goes to the even neighbour below');
  assert.equal(toFloat16Bits(1 + 3 * 2 ** -11), 0x3c02, 'a tie goes to the even neighbour above');
  assert.equal(toFloat16Bits(1 + 2 ** -11 + 2 ** -20), 0x3c01, 'just over a tie goes up');
  assert.equal(toFloat16Bits(2 - 2 ** -12), 0x4000, 'a carry reaches the exponent');
  assert.equal(toFloat16Bits(2 ** -25), 0, 'half the smallest subnormal is a tie with zero');
  assert.equal(toFloat16Bits(2 ** -25 * 1.5), 1);
  assert.equal(toFloat16Bits(2 ** -30), 0);
  assert.equal(toFloat16Bits(65504), 0x7bff);
  assert.equal(toFloat16Bits(65519), 0x7bff);
  assert.equal(toFloat16Bits(65520), 0x7c00, 'from here on it is infinity');
  assert.equal(toFloat16Bits(Number.NaN), 0x7e00);
});

test('what binary16 cannot hold is seen', () => {
  assert.ok(isExactInFloat16(Float32Array.of(0.5, -3, 1 / 1024)));
  assert.ok(!isExactInFloat16(Float32Array.of(0.1)));
  assert.ok(isFinite16(Float32Array.of(65504, -65504)));
  assert.ok(!isFinite16(Float32Array.of(70000)));
});
