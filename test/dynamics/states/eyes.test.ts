import { expect } from 'chai';
import fc from 'fast-check';
import {
  BLINK_DIP,
  BLINK_MS_NEEDED,
  blinksOf,
  findBlinks,
  LONGEST_BLINK_MS,
} from '../../../app/dynamics/states/blinks';
import { CLOSED, CLOSED_MS, closedShareOf, eyesClosedOf } from '../../../app/dynamics/states/eyes-closed';
import { LEAST_OPEN, openEyes, type StateReading } from '../../../app/dynamics/states/state-readings';
import { OPEN, watched, within } from './state-faces';

const EYES = { openness: OPEN };
const blinking = (seconds: number, everyMs: number, lengthMs: number, perSecond = 10): StateReading[] =>
  watched(seconds, (tMs) => ({ openness: tMs > 1000 && tMs % everyMs < lengthMs ? 0.1 : OPEN }), perSecond);

describe('the open eyes of a person', () => {
  it('are those of the baseline, and of the recall where there is none', () => {
    expect(
      openEyes(
        watched(2),
        watched(20, () => ({ openness: 0.2 })),
      ),
    ).to.deep.equal({ openness: OPEN });
    expect(
      openEyes(
        [],
        watched(20, () => ({ openness: 0.2 })),
      )!.openness,
    ).to.be.closeTo(0.2, 1e-9);
  });

  it('are not known where they were hardly seen, or shut all the time', () => {
    expect(openEyes([], watched(0.9))).to.equal(null);
    expect(
      openEyes(
        watched(2, () => ({ usable: false })),
        [],
      ),
    ).to.equal(null);
    expect(
      openEyes(
        watched(2, () => ({ openness: LEAST_OPEN - 0.01 })),
        watched(20),
      ),
    ).to.equal(null);
    expect(
      openEyes(
        watched(2, () => ({ openness: LEAST_OPEN })),
        watched(20),
      ),
    ).not.to.equal(null);
  });
});

describe('blinks', () => {
  it('are counted, with their rate and their mean length', () => {
    const blinks = blinksOf(blinking(60, 4000, 200, 30), EYES)!;
    expect(blinks.count).to.equal(14);
    expect(blinks.perMinute).to.be.closeTo(14, 0.01);
    expect(blinks.meanMs).to.be.within(180, 260);
  });

  it('of 150 ms are all seen at the rate of a trace, wherever in them its readings fall', () => {
    for (let startMs = 0; startMs < 100; startMs += 10) {
      const readings = watched(30, (tMs) => ({ openness: (tMs + startMs) % 3000 < 150 ? 0.1 : OPEN }));
      const within30s = findBlinks(readings.slice(5, -5), EYES);
      expect(within30s.length, `${startMs} ms`).to.equal(9);
    }
  });

  it('reach below a share of how open the eyes were around them, not of how open they were at rest', () => {
    const dip = (share: number, around = OPEN) =>
      findBlinks(
        watched(4, (tMs) => ({ openness: within(tMs, [2000, 2200]) ? share * around : around })),
        EYES,
      ).length;
    expect(dip(BLINK_DIP - 0.02)).to.equal(1);
    expect(dip(BLINK_DIP + 0.02)).to.equal(0);
    expect(dip(BLINK_DIP - 0.02, 0.8 * OPEN), 'while the eyes are narrowed').to.equal(1);
    expect(dip(BLINK_DIP - 0.02, 0.3 * OPEN), 'while they are closed').to.equal(0);
  });

  it('are over soon, and one whose end was not seen is none', () => {
    const shut = (forMs: number) =>
      findBlinks(
        watched(6, (tMs) => ({ openness: within(tMs, [2000, 2000 + forMs]) ? 0.05 : OPEN }), 30),
        EYES,
      ).length;
    expect(shut(LONGEST_BLINK_MS - 100)).to.equal(1);
    expect(shut(LONGEST_BLINK_MS + 100)).to.equal(0);
    const lost = watched(4, (tMs) => ({ openness: within(tMs, [2000, 2200]) ? 0.1 : tMs < 2200 ? OPEN : Number.NaN }));
    expect(findBlinks(lost, EYES)).to.deep.equal([]);
    const gap = watched(4, (tMs) => ({ openness: within(tMs, [2000, 2200]) ? 0.1 : OPEN }));
    expect(
      findBlinks(
        gap.filter(({ tMs }) => !within(tMs, [2100, 2600])),
        EYES,
      ),
    ).to.deep.equal([]);
  });

  it('are none in the noise of one frame', () => {
    const noisy = watched(4, (tMs) => ({ openness: within(tMs, [1999, 2020]) ? 0.7 * OPEN : OPEN }), 50);
    expect(findBlinks(noisy, EYES)).to.deep.equal([]);
  });

  it('are not told of too short a time, of too few readings, or of eyes that are not known', () => {
    const seconds = BLINK_MS_NEEDED / 1000;
    expect(blinksOf(watched(seconds), EYES)).to.deep.equal({ count: 0, perMinute: 0, meanMs: null });
    expect(blinksOf(watched(seconds - 1), EYES)).to.equal(null);
    expect(blinksOf(watched(seconds, undefined, 5), EYES)).to.equal(null);
    expect(blinksOf(watched(seconds), null)).to.equal(null);
  });

  it('are as many as there were, whatever their times', () => {
    const times = fc.array(fc.integer({ min: 1, max: 55 }), { minLength: 0, maxLength: 15 });
    fc.assert(
      fc.property(times, fc.integer({ min: 100, max: 400 }), (seconds, lengthMs) => {
        const starts = [...new Set(seconds)];
        const at = (tMs: number): boolean => starts.some((s) => within(tMs, [s * 1000, s * 1000 + lengthMs]));
        const readings = watched(60, (tMs) => ({ openness: at(tMs) ? 0.08 : OPEN }));
        expect(findBlinks(readings, EYES)).to.have.length(starts.length);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('closed eyes', () => {
  const shut = (fromMs: number, toMs: number, openness = 0.08) =>
    watched(30, (tMs) => ({ openness: within(tMs, [fromMs, toMs]) ? openness : OPEN }));

  it('are a stretch with its beginning and end', () => {
    expect(eyesClosedOf(shut(5000, 15_000), EYES)).to.deep.equal([{ onsetMs: 5000, offsetMs: 15_000 }]);
  });

  it('stay closed for a second, and below half of how open they are', () => {
    expect(eyesClosedOf(shut(5000, 5000 + CLOSED_MS), EYES)).to.have.length(1);
    expect(eyesClosedOf(shut(5000, 5000 + CLOSED_MS - 200), EYES)).to.have.length(0);
    expect(eyesClosedOf(shut(5000, 15_000, (CLOSED - 0.02) * OPEN), EYES)).to.have.length(1);
    expect(eyesClosedOf(shut(5000, 15_000, (CLOSED + 0.02) * OPEN), EYES)).to.have.length(0);
  });

  it('are not told without the person’s open eyes, or of a moment', () => {
    expect(eyesClosedOf(shut(0, 0), null)).to.equal(null);
    expect(eyesClosedOf(watched(4.9), EYES)).to.equal(null);
    expect(eyesClosedOf(watched(5), EYES)).to.deep.equal([]);
  });

  it('come to a share of a minute, and of nothing shorter', () => {
    const quarter = (seconds: number) =>
      closedShareOf(
        watched(seconds, (tMs) => ({ openness: tMs % 4000 < 1000 ? 0.08 : OPEN })),
        EYES,
      );
    expect(quarter(60)).to.be.closeTo(0.25, 1e-9);
    expect(quarter(59)).to.equal(null);
    expect(
      closedShareOf(
        watched(60, () => ({ usable: false })),
        EYES,
      ),
    ).to.equal(null);
  });

  it('count as closed from four fifths on: half-closed eyes are none of it', () => {
    const all = (share: number) =>
      closedShareOf(
        watched(60, () => ({ openness: share * OPEN })),
        EYES,
      );
    expect(all(0.4)).to.equal(1);
    expect(all(0.45)).to.equal(0);
  });
});
