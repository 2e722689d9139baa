import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { HEAD_REGIONS, MemoryHead, type RunHead } from '../../../app/dynamics/memory/memory-head';
import { type HeadSecond, MOVES_WIDTH, STILL_WIDTH } from '../../../app/dynamics/memory/seconds';
import { times } from '../units/moved-face';

const PLACES = 10;

/** A second in which so many places were seen. */
const second = (seen: number): HeadSecond => ({
  seen: Float32Array.from({ length: PLACES }, (_, at) => (at < seen ? 1 : 0)),
  still: new Float32Array(PLACES * STILL_WIDTH),
  moves: new Float32Array(PLACES * MOVES_WIDTH),
});

/** Counts the places that were seen in its state, and says so; it looks at the brows alone. */
const counting: RunHead = async ({ seen, state }) => {
  const now = seen.reduce((sum, one) => sum + one, 0);
  const all = state[0]! + now;
  const share = (value: number) => Float32Array.from(EXPRESSIONS, (_, at) => (at === 1 ? value / 100 : 0));
  const looked = Float32Array.from({ length: HEAD_REGIONS.length * PLACES }, (_, at) => (at < PLACES ? 0.1 : 0));
  return {
    second: share(now),
    whole: share(all),
    told: Float32Array.of(all, -all),
    looked,
    state: Float32Array.of(all),
  };
};

describe('MemoryHead', () => {
  it('has nothing to say before the first second', () => {
    expect(new MemoryHead(counting, 1).remembered).to.equal(null);
  });

  it('hands its state from second to second, and says what the last one came to', async () => {
    const head = new MemoryHead(counting, 1);
    await head.add([second(10), second(4)]);
    const { expression, facialValence, trend, seconds } = head.remembered!;
    expect([expression.happiness, facialValence, trend].map((value) => Math.round(100 * value))).to.deep.equal([
      14, 1400, -1400,
    ]);
    expect(seconds.map((one) => Math.round(100 * one.expression.happiness))).to.deep.equal([10, 4]);
  });

  it('comes to the same in parts as at once', async () => {
    const all = times(7, (at) => second(at));
    const [once, parts] = [new MemoryHead(counting, 1), new MemoryHead(counting, 1)];
    await once.add(all);
    await parts.add(all.slice(0, 2));
    await parts.add(all.slice(2, 3));
    await parts.add(all.slice(3));
    expect(parts.remembered).to.deep.equal(once.remembered);
  });

  it('looked nowhere in a second in which nobody was seen', async () => {
    const head = new MemoryHead(counting, 1);
    await head.add([second(0), second(1)]);
    const [unseen, seen] = head.remembered!.seconds;
    expect(unseen!.looked).to.deep.equal([0, 0, 0, 0]);
    expect(seen!.looked[0]).to.be.closeTo(1, 1e-6);
  });
});
