import { expect } from 'chai';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import type { Detection } from '../../../app/vision/steps/detect';
import { anchors, detect, MIN_SCORE, mergeOverlapping, SAME_FACE_IOU } from '../../../app/vision/steps/detect';

const toFrame = cropToFrame({ cx: 64, cy: 64, size: 128, angle: 0 }, 128);
const config = { toFrame, cropSize: 128 };
const logit = (p: number): number => Math.log(p / (1 - p));

/** Raw outputs in which only `faces` have a score: anchor index, probability, centre offset and size in crop pixels. */
function outputs(faces: readonly [anchor: number, score: number, dx: number, dy: number, size: number][]) {
  const boxes = new Float32Array(896 * 16);
  const scores = new Float32Array(896).fill(-100);
  for (const [anchor, score, dx, dy, size] of faces) {
    boxes.set([dx, dy, size, size, dx - 5, dy - 4, dx + 5, dy - 4], anchor * 16);
    scores[anchor] = logit(score);
  }
  return { boxes, scores };
}

const face = (x: number, score: number, size = 100): Detection => ({
  ...{ x, y: 0, width: size, height: size, score },
  keypoints: Array.from({ length: 6 }, (_, k) => [x + k, k] as const),
});

describe('anchors', () => {
  it('are the 896 of short-range BlazeFace', () => {
    expect(anchors()).to.have.length(2 * 896);
  });

  it('stand in pairs on the fine grid and in sixes on the coarse one', () => {
    const at = (i: number): number[] => [...anchors().subarray(2 * i, 2 * i + 2)];
    expect(at(0)).to.deep.equal([1 / 32, 1 / 32]);
    expect(at(1)).to.deep.equal(at(0));
    expect(at(2)).to.deep.equal([3 / 32, 1 / 32]);
    expect(at(511)).to.deep.equal([31 / 32, 31 / 32]);
    expect(at(512)).to.deep.equal([1 / 16, 1 / 16]);
    expect(at(517)).to.deep.equal(at(512));
    expect(at(895)).to.deep.equal([15 / 16, 15 / 16]);
  });
});

describe('detect', () => {
  it('puts a box and its keypoints round the anchor, in frame pixels', () => {
    const { boxes, scores } = outputs([[511, 0.9, 4, -4, 20]]);
    const [found, ...rest] = detect(boxes, scores, config);
    expect(rest).to.be.empty;
    expect(found!.score).to.be.closeTo(0.9, 1e-6);
    expect([found!.x, found!.y, found!.width, found!.height]).to.deep.equal([118, 110, 20, 20]);
    expect(found!.keypoints[0]).to.deep.equal([123, 116]);
    expect(found!.keypoints).to.have.length(6);
  });

  it('scales with the frame', () => {
    const { boxes, scores } = outputs([[511, 0.9, 0, 0, 20]]);
    const wide = cropToFrame({ cx: 320, cy: 180, size: 640, angle: 0 }, 128);
    const [found] = detect(boxes, scores, { toFrame: wide, cropSize: 128 });
    expect(found!.width).to.be.closeTo(100, 1e-4);
    expect(found!.x + 50).to.be.closeTo((31 / 32) * 640, 1e-4);
  });

  it('takes a score at the threshold and leaves one below it', () => {
    const seen = (score: number): number => {
      const { boxes, scores } = outputs([[0, score, 0, 0, 20]]);
      return detect(boxes, scores, config).length;
    };
    expect(seen(MIN_SCORE)).to.equal(1);
    expect(seen(MIN_SCORE - 1e-4)).to.equal(0);
  });
});

describe('mergeOverlapping', () => {
  it('weighs what overlaps by its score and keeps the best score', () => {
    const [merged, ...rest] = mergeOverlapping([face(10, 0.6), face(0, 0.9)], SAME_FACE_IOU);
    expect(rest).to.be.empty;
    expect(merged!.x).to.be.closeTo(4, 1e-9);
    expect(merged!.keypoints[3]![0]).to.be.closeTo(7, 1e-9);
    expect(merged!.score).to.equal(0.9);
  });

  it('keeps faces apart that overlap no more than the threshold', () => {
    // Two squares of side 100 shifted by d overlap (100 - d) / (100 + d): .3 at d = 700 / 13.
    const d = 700 / 13;
    expect(mergeOverlapping([face(0, 0.9), face(d + 0.01, 0.8)], SAME_FACE_IOU)).to.have.length(2);
    expect(mergeOverlapping([face(0, 0.9), face(d - 0.01, 0.8)], SAME_FACE_IOU)).to.have.length(1);
  });

  it('gives the best first', () => {
    const scores = mergeOverlapping([face(0, 0.6), face(500, 0.9)], SAME_FACE_IOU).map((f) => f.score);
    expect(scores).to.deep.equal([0.9, 0.6]);
  });
});
