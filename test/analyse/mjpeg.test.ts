import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { splitJpegs } from '../../models/analyse/mjpeg';

const picture = new Uint8Array(readFileSync('node_modules/@vladmandic/face-api/demo/sample1.jpg'));
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

test('pictures that follow each other are told apart, whole', () => {
  const parts = splitJpegs(join(picture, picture, picture));
  assert.equal(parts.length, 3);
  for (const part of parts) assert.deepEqual(Buffer.from(part), Buffer.from(picture));
});

test('what lies between and behind pictures is passed over', () => {
  const noise = new Uint8Array([1, 2, 0xff, 3]);
  assert.equal(splitJpegs(join(noise, picture, noise, picture, noise)).length, 2);
});

test('a picture that is cut off is left out', () => {
  assert.equal(splitJpegs(join(picture, picture.subarray(0, picture.length / 2))).length, 1);
  assert.equal(splitJpegs(picture.subarray(0, picture.length - 1)).length, 0);
  assert.equal(splitJpegs(new Uint8Array()).length, 0);
});

test('a JPEG inside a segment (a thumbnail) is not taken for a picture', () => {
  const thumbnail = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const segment = join(new Uint8Array([0xff, 0xe1, 0, 2 + thumbnail.length]), thumbnail);
  const withThumbnail = join(picture.subarray(0, 2), segment, picture.subarray(2));
  const parts = splitJpegs(join(withThumbnail, picture));
  assert.deepEqual(
    parts.map((part) => part.length),
    [withThumbnail.length, picture.length],
  );
});
