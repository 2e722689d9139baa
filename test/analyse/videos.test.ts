import assert from 'node:assert/strict';
import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { topExpression } from '../../app/domain/face/expression';
import type { FrameResult } from '../../models/analyse/frame-result';
import type { FileResult } from '../../models/analyse/result';
import { KEY_EVERY, testVideos, VIDEO_FRAMES, type VideoName } from './support/make-videos';
import { analyse, folder, type Run, write } from './support/run';

let videos: Awaited<ReturnType<typeof testVideos>>;
/** Videos that are broken, by name. */
let broken: Record<string, string>;
/** One run for all: starting the command takes longer than reading a clip. */
let run: Run;

before(async () => {
  videos = await testVideos();
  const [jpeg, plain, webm] = [read('frame.jpg'), read('plain.mp4'), read('vp8.webm')];
  const damagedJpeg = jpeg.subarray(0, jpeg.length / 2);
  const empty = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
  broken = {
    mjpeg: write('cut.mjpeg', Buffer.concat([...Array(10).fill(jpeg), damagedJpeg, ...Array(9).fill(jpeg)])),
    emptyPicture: write('empty-picture.mjpeg', Buffer.concat([jpeg, empty, jpeg])),
    h264: write('damaged.mp4', damagedBehindFirstKey(plain)),
    webm: write('cut.webm', webm.subarray(0, 0.4 * webm.length)),
    noIndex: write('no-index.mp4', plain.subarray(0, plain.indexOf('moov') - 4)),
    huge: hugeCopy(videos['plain.mp4'], 'huge.mp4'),
  };
  run = await analyse(...Object.values(videos), ...Object.values(broken));
});

const read = (name: VideoName | 'frame.jpg'): Buffer => readFileSync(videos[name]);

function resultOf(file: string): FileResult {
  const result = run.results.find((one) => one.file === file);
  assert.ok(result, `${file} was read; ${run.stderr}`);
  return result;
}

/** What was said of a file. */
const said = (file: string): string[] =>
  run.stderr
    .split('\n')
    .filter((line) => line.startsWith(`${file}: `))
    .map((line) => line.slice(file.length + 2));

const near = (actual: number, expected: number, within: number): void =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not within ${within} of ${expected}`);

/** Frame by frame: a smile, at the right place, at its own time. */
function assertSmiles(frames: readonly FrameResult[], timesMs: readonly number[]): void {
  assert.deepEqual(
    frames.map(({ tMs }) => Math.round(tMs)),
    timesMs.map(Math.round),
  );
  const [whole] = resultOf(videos['frame.jpg']).frames;
  for (const { box, expression } of frames) {
    near(box!.x, whole!.box!.x, 0.04);
    near(box!.width, whole!.box!.width, 0.03);
    near(box!.height, whole!.box!.height, 0.04);
    assert.equal(topExpression(expression!), 'happiness');
  }
}

const atThirty = (count: number): number[] => Array.from({ length: count }, (_, index) => (index * 1000) / 30);

for (const name of ['plain.mp4', 'mpeg4.mov', 'wide-pixels.mov', 'h263.mov', 'vp8.webm'] as const)
  test(`every frame of ${name} is read as it is shown, at its own time`, () => {
    assertSmiles(resultOf(videos[name]).frames, atThirty(VIDEO_FRAMES));
    assert.deepEqual(said(videos[name]), []);
  });

for (const name of ['cut-mpeg4.mov', 'cut-plain.mp4'] as const)
  test(`what an edit list cuts off in ${name} is not read, and time begins with the first picture`, () => {
    const { frames } = resultOf(videos[name]);
    assertSmiles(frames, atThirty(frames.length));
    near(frames.length, VIDEO_FRAMES / 2, 1);
  });

test('a damaged picture of a stream leaves its place empty, and is told', () => {
  const { frames, losses } = resultOf(broken.mjpeg!);
  assertSmiles(
    frames,
    atThirty(20).filter((_, index) => index !== 10),
  );
  assert.equal(losses.pictures, 1);
  assert.deepEqual(said(broken.mjpeg!), ['1 of 20 pictures is damaged and was left out']);
  assertSmiles(resultOf(broken.emptyPicture!).frames, [0, 2000 / 30]);
});

test('a damaged video is read but for the pictures that build on what is damaged, which are told', () => {
  const { frames, losses } = resultOf(broken.h264!);
  assert.ok(frames.length >= KEY_EVERY && frames.length < VIDEO_FRAMES, `${frames.length} frames`);
  assert.equal(losses.pictures, VIDEO_FRAMES - frames.length);
  assertSmiles(
    frames,
    frames.map(({ tMs }) => tMs),
  );
  assert.match(said(broken.h264!).join(), /^\d+ of 30 pictures are damaged, or build on one that is/);
});

test('a video that ends before it says is told, and so is one of which nothing is left', () => {
  assert.match(said(broken.webm!).join(), /^it is cut off: the pictures end 0\.\d s before/);
  assert.deepEqual(said(videos['no-pictures.mp4']), ['no picture of the video can be decoded']);
  assert.deepEqual(said(broken.noIndex!), ['the file is cut off: it lacks its index']);
  assert.equal(run.code, 2);
});

test('a file of more than 2 GiB is read in parts', () => {
  assert.ok(statSync(broken.huge!).size > 2 ** 31);
  assertSmiles(resultOf(broken.huge!).frames, atThirty(VIDEO_FRAMES));
});

/** 400 bytes changed in the second third, well behind the second key frame's beginning. */
function damagedBehindFirstKey(video: Buffer): Buffer {
  const damaged = Buffer.from(video);
  const data = video.indexOf('mdat') + 4;
  const at = Math.floor(data + 0.5 * (video.indexOf('moov', data) - data));
  for (let index = 0; index < 400; index++) damaged[at + index] = (index * 97 + 31) % 251;
  return damaged;
}

/** The file, followed by 2.1 GiB of nothing that take no room on the disk, in a box that says so. */
function hugeCopy(video: string, name: string): string {
  const file = join(folder, name);
  copyFileSync(video, file);
  const box = Buffer.alloc(16);
  const rest = 2.1 * 2 ** 30;
  box.writeUInt32BE(1, 0);
  box.write('free', 4);
  box.writeBigUInt64BE(BigInt(Math.floor(rest)), 8);
  const size = statSync(file).size;
  const handle = openSync(file, 'r+');
  writeSync(handle, box, 0, box.length, size);
  ftruncateSync(handle, size + Math.floor(rest));
  closeSync(handle);
  return file;
}
