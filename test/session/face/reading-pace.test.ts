import { expect } from 'chai';
import { LONGEST_GAP_MS, MOST_BUSY_SHARE, ReadingPace, SHORTEST_GAP_MS } from '../../../app/session/face/reading-pace';

/** A pace after some readings that took `tookMs` each, the last of a picture of 1,000 ms. */
function after(...tookMs: readonly number[]): ReadingPace {
  const pace = new ReadingPace();
  for (const took of tookMs) pace.add(1_000, took);
  return pace;
}

describe('ReadingPace', () => {
  it('reads the first picture, whenever it was taken', () => {
    expect(new ReadingPace().hasRested(0)).to.equal(true);
  });

  it('takes no more than fifteen a second of a fast device', () => {
    const fast = after(5);
    expect(fast.hasRested(1_000 + SHORTEST_GAP_MS - 0.1)).to.equal(false);
    expect(fast.hasRested(1_000 + SHORTEST_GAP_MS)).to.equal(true);
  });

  it('keeps ten a second while a reading takes two thirds of their time, and slows from there on', () => {
    expect(after(100 * MOST_BUSY_SHARE).hasRested(1_100)).to.equal(true);
    expect(after(100 * MOST_BUSY_SHARE + 1).hasRested(1_100)).to.equal(false);
    expect(after(100).gapMs).to.be.closeTo(150, 1e-9);
  });

  it('takes five a second of a device that is slower still, and no fewer', () => {
    expect(after(LONGEST_GAP_MS * MOST_BUSY_SHARE).gapMs).to.be.closeTo(LONGEST_GAP_MS, 1e-9);
    expect(after(900).gapMs).to.equal(LONGEST_GAP_MS);
    expect(after(900).hasRested(1_199)).to.equal(false);
    expect(after(900).hasRested(1_200)).to.equal(true);
  });

  it('forgives one slow reading, follows a device that stays slow, and comes back', () => {
    const calm = Array<number>(20).fill(40);
    const hot = Array<number>(10).fill(160);
    expect(after(...calm, 160).gapMs).to.be.below(100);
    expect(after(...calm, ...hot).gapMs).to.equal(LONGEST_GAP_MS);
    expect(after(...calm, ...hot, ...calm).gapMs).to.be.below(70);
  });

  it('does not wait for a stream whose time has begun anew', () => {
    expect(after(40).hasRested(0)).to.equal(true);
  });
});
