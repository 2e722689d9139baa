import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type JpegPart, JpegSplitter, splitJpegs } from '../../models/analyse/jpeg-splitter';

const picture = new Uint8Array(readFileSync('node_modules/@vladmandic/face-api/demo/sample1.jpg'));
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** The parts as a person would count them: whole, or damaged. */
const told = (parts: readonly JpegPart[]): string => parts.map((part) => (part ? 'whole' : 'damaged')).join(' ');
const half = picture.subarray(0, picture.length / 2);

test('pictures that follow each other are told apart, whole', () => {
  const parts = splitJpegs(join(picture, picture, picture));
  assert.equal(parts.length, 3);
  for (const part of parts) assert.deepEqual(Buffer.from(part!), Buffer.from(picture));
});

test('what lies between and behind pictures is passed over', () => {
  const noise = new Uint8Array([1, 2, 0xff, 3]);
  assert.equal(splitJpegs(join(noise, picture, noise, picture, noise)).length, 2);
});

test('a picture that is cut off is damaged, and the next one is found', () => {
  assert.equal(told(splitJpegs(join(picture, half))), 'whole damaged');
  assert.equal(
    told(splitJpegs(join(picture, half, picture, half, half, picture))),
    'whole damaged whole damaged damaged whole',
  );
  assert.equal(told(splitJpegs(picture.subarray(0, picture.length - 1))), 'damaged');
  assert.equal(told(splitJpegs(new Uint8Array())), '');
});

test('a segment with a wrong length, and a picture without a scan, are damaged; the next one is found', () => {
  const table = Buffer.from(picture).indexOf(Buffer.from([0xff, 0xdb]));
  for (const length of [0, 1, 30, 9_000, 65_535]) {
    const wrong = picture.slice();
    wrong.set([length >> 8, length & 255], table + 2);
    assert.equal(told(splitJpegs(join(picture, wrong, picture))), 'whole damaged whole', `a table of ${length} bytes`);
  }
  const empty = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  assert.equal(told(splitJpegs(join(picture, empty, picture))), 'whole damaged whole');
});

test('fill bytes may stand before every marker', () => {
  const filled = join(...headersOf(picture).flatMap((part) => [new Uint8Array([0xff]), part]));
  const parts = splitJpegs(join(picture.subarray(0, 2), filled, picture));
  assert.equal(told(parts), 'whole whole');
  assert.equal(parts[0]?.length, 2 + filled.length);
});

test('it does not matter in which pieces a stream comes', () => {
  const stream = join(picture, half, picture);
  for (const size of [1_000, 4_096, stream.length - 1]) {
    const splitter = new JpegSplitter();
    const parts: JpegPart[] = [];
    for (let at = 0; at < stream.length; at += size) parts.push(...splitter.push(stream.subarray(at, at + size)));
    parts.push(...splitter.end());
    assert.deepEqual(
      parts.map((part) => part?.length ?? 0),
      [picture.length, 0, picture.length],
    );
  }
});

test('a JPEG inside a segment (a thumbnail) is not taken for a picture', () => {
  const thumbnail = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const segment = join(new Uint8Array([0xff, 0xe1, 0, 2 + thumbnail.length]), thumbnail);
  const withThumbnail = join(picture.subarray(0, 2), segment, picture.subarray(2));
  const parts = splitJpegs(join(withThumbnail, picture));
  assert.deepEqual(
    parts.map((part) => part?.length),
    [withThumbnail.length, picture.length],
  );
});

/** The segments of a picture behind its start; the last one holds the scan and the end. */
function headersOf(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 2;
  while (bytes[at + 1] !== 0xda) {
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [...parts, bytes.subarray(at)];
}
