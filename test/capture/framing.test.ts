import { expect } from 'chai';
import { FRAMING_HOLD_MS, FRAMING_LIMITS, FramingGuide, framingOf, type Limit } from '../../app/capture/framing';
import type { Light } from '../../app/capture/light';
import { type FaceReading, USABLE_PITCH, USABLE_YAW } from '../../app/domain/face/face-reading';
import type { Framing } from '../../app/domain/face/framing';
import { faceReading, noFace } from '../dynamics/summary/readings';

const LIGHT = { mean: 0.5, white: 0 };
const SMALL = 1e-6;
const centred = (width: number, height: number) => ({ x: 0.5 - width / 2, y: 0.5 - height / 2, width, height });
const turned = (yaw: number, pitch = 0): Partial<FaceReading> => ({ pose: { yaw, pitch, roll: 0, distanceCm: 40 } });

describe('framingOf', () => {
  it('has nothing to say of a face well in view', () => {
    expect(framingOf(faceReading(), LIGHT, 'ok')).to.equal('ok');
    expect(framingOf(faceReading(), null, 'ok')).to.equal('ok');
  });

  it('tells no face, also for one that is hardly there', () => {
    expect(framingOf(noFace(), LIGHT, 'ok')).to.equal('no-face');
    expect(framingOf(faceReading({ presence: 0.499 }), LIGHT, 'ok')).to.equal('no-face');
    expect(framingOf(faceReading({ presence: 0.5 }), LIGHT, 'ok')).to.equal('ok');
  });

  it('tells darkness before the missing face it causes', () => {
    expect(framingOf(noFace(), { mean: 0.05, white: 0 }, 'ok')).to.equal('too-dark');
  });

  it('tells glare before the missing face it causes', () => {
    expect(framingOf(noFace(), { mean: 0.9, white: 0.7 }, 'ok')).to.equal('too-bright');
  });

  it('lets a lit face in a dark room be, and tells a dark one before a window', () => {
    expect(framingOf(faceReading(), { mean: 0.4, white: 0 }, 'ok')).to.equal('ok');
    expect(framingOf(faceReading(), { mean: 0.12, white: 0 }, 'ok')).to.equal('too-dark');
  });

  it('tells when somebody else is in view', () => {
    expect(framingOf(faceReading({ facesSeen: 2 }), LIGHT, 'ok')).to.equal('several-faces');
  });

  /** For each problem: a reading and a light as a function of the measured value, and its limit. */
  const { darkness, darkRoom, glare, glaringRoom, far, close, off, blur, cover, turn } = FRAMING_LIMITS;
  type At = (value: number) => [ReturnType<typeof faceReading>, Light];
  const limits: readonly (readonly [Framing, At, Limit, 1 | -1])[] = [
    ['too-dark', (value) => [faceReading(), { mean: value, white: 0 }], darkness, -1],
    ['too-bright', (value) => [faceReading(), { mean: 0.5, white: value }], glare, 1],
    ['too-far', (value) => [faceReading({ box: centred(0.15, value) }), LIGHT], far, -1],
    ['blurred', (value) => [faceReading(), { ...LIGHT, sharpness: value }], blur, -1],
    ['covered', (value) => [faceReading({ covered: value }), LIGHT], cover, 1],
    ['too-close', (value) => [faceReading({ box: centred(value, 0.5) }), LIGHT], close, 1],
    ['too-close', (value) => [faceReading({ box: centred(0.5, value) }), LIGHT], close, 1],
    ['off-centre', (value) => [faceReading({ box: { ...centred(0.3, 0.4), x: 0.35 + value } }), LIGHT], off, 1],
    ['off-centre', (value) => [faceReading({ box: { ...centred(0.3, 0.4), y: 0.3 - value } }), LIGHT], off, 1],
    ['turned-away', (value) => [faceReading(turned(value * USABLE_YAW)), LIGHT], turn, 1],
    ['turned-away', (value) => [faceReading(turned(-value * USABLE_YAW)), LIGHT], turn, 1],
    ['turned-away', (value) => [faceReading(turned(0, -value * USABLE_PITCH)), LIGHT], turn, 1],
  ];
  for (const [framing, at, limit, sign] of limits) {
    it(`begins to tell ${framing} past ${limit.enter} and ends past ${limit.leave}`, () => {
      expect(framingOf(...at(limit.enter - sign * SMALL), 'ok')).to.equal('ok');
      expect(framingOf(...at(limit.enter + sign * SMALL), 'ok')).to.equal(framing);
      expect(framingOf(...at(limit.leave + sign * SMALL), framing)).to.equal(framing);
      expect(framingOf(...at(limit.leave - sign * SMALL), framing)).to.equal('ok');
    });
  }

  for (const [framing, at, limit, sign] of [
    ['too-dark', (value: number) => ({ mean: value, white: 0 }), darkRoom, -1],
    ['too-bright', (value: number) => ({ mean: 0.7, white: value }), glaringRoom, 1],
  ] as const) {
    it(`tells ${framing} instead of a missing face past ${limit.enter}, until past ${limit.leave}`, () => {
      expect(framingOf(noFace(), at(limit.enter - sign * SMALL), 'ok')).to.equal('no-face');
      expect(framingOf(noFace(), at(limit.enter + sign * SMALL), 'ok')).to.equal(framing);
      expect(framingOf(noFace(), at(limit.leave + sign * SMALL), framing)).to.equal(framing);
      expect(framingOf(noFace(), at(limit.leave - sign * SMALL), framing)).to.equal('no-face');
    });
  }

  it('leaves room inside what a summary can use', () => {
    expect(turn.enter).to.be.lessThan(1);
  });
});

describe('FramingGuide', () => {
  const at = (tMs: number) => faceReading({ tMs });
  const gone = (tMs: number) => ({ face: null, tMs, presence: 0, facesSeen: 0, stageMs: {} });

  it('says something at once, and changes only what has held', () => {
    const guide = new FramingGuide();
    expect(guide.update(gone(0), LIGHT)).to.equal('no-face');
    expect(guide.update(at(100), LIGHT)).to.equal('no-face');
    expect(guide.update(at(100 + FRAMING_HOLD_MS - 1), LIGHT)).to.equal('no-face');
    expect(guide.update(at(100 + FRAMING_HOLD_MS), LIGHT)).to.equal('ok');
  });

  it('does not flicker with a face that comes and goes', () => {
    const guide = new FramingGuide();
    guide.update(at(0), LIGHT);
    for (let tMs = 33; tMs < 3_000; tMs += 66) {
      expect(guide.update(gone(tMs), LIGHT)).to.equal('ok');
      expect(guide.update(at(tMs + 33), LIGHT)).to.equal('ok');
    }
  });

  it('starts afresh with a new stream', () => {
    const guide = new FramingGuide();
    guide.update(at(0), LIGHT);
    guide.reset();
    expect(guide.update(gone(10), LIGHT)).to.equal('no-face');
  });
});
