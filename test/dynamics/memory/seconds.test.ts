import { expect } from 'chai';
import { EXPRESSIONS, noScores } from '../../../app/domain/face/expression';
import { MOVES } from '../../../app/dynamics/memory/moves';
import {
  type HeadReading,
  logsOf,
  MOVES_WIDTH,
  STILL_WIDTH,
  secondsOf,
  stillAtRest,
} from '../../../app/dynamics/memory/seconds';
import { CHANNELS } from '../../../app/dynamics/units/channels';
import { restOf } from '../../../app/dynamics/units/rest';
import { movedFace, times } from '../units/moved-face';

const against = restOf(times(20, () => movedFace()))!;
const happy = { ...noScores(), happiness: 0.75, neutral: 0.25 };
const quiet = { ...noScores(), neutral: 1 };
const rest = logsOf(quiet);
const { noiseCm } = CHANNELS.find(({ channel }) => channel === 'jaw')!;

/** The jaw has dropped by so many spreads. */
const reading = (tMs: number, spreads = 0, still = quiet): HeadReading => ({
  tMs,
  still,
  fused: happy,
  measures: movedFace({ jaw: spreads * noiseCm }),
  against,
});
const jaw = MOVES.indexOf('jaw');

describe('secondsOf', () => {
  it('puts every reading in its tenth of its second and leaves the others empty', () => {
    const seconds = secondsOf([reading(0), reading(250, 3), reading(1990, 5)], rest, 2500);
    expect(seconds.map(({ seen }) => [...seen])).to.deep.equal([
      [1, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      times(10, () => 0),
    ]);
    expect(seconds[0]!.moves[2 * MOVES_WIDTH + jaw]).to.be.closeTo(3, 1e-3);
    expect(seconds[1]!.moves[9 * MOVES_WIDTH + jaw]).to.be.closeTo(5, 1e-3);
    expect(seconds[2]!.moves.every((value) => value === 0)).to.equal(true);
  });

  it('takes the first of several in one tenth, as a trace does, and none beyond the end', () => {
    const [only, ...others] = secondsOf([reading(110, 2), reading(150, 9), reading(1200, 4)], rest, 1000);
    expect(only!.moves[MOVES_WIDTH + jaw]).to.be.closeTo(2, 1e-3);
    expect(only!.seen.reduce((sum, one) => sum + one, 0)).to.equal(1);
    expect(others).to.deep.equal([]);
  });

  it('gives the logarithms of the still model, how far they are from rest, and those of the fused ones', () => {
    const [second] = secondsOf([reading(0, 0, happy)], rest, 1000);
    const own = second!.still.subarray(0, STILL_WIDTH);
    const at = EXPRESSIONS.indexOf('happiness');
    expect(own[at]).to.be.closeTo(Math.log(0.75), 1e-5);
    expect(own[EXPRESSIONS.length + at]).to.be.closeTo(Math.log(0.75) - Math.log(1e-4), 1e-4);
    const [plain] = secondsOf([reading(0)], rest, 1000);
    expect(plain!.still[2 * EXPRESSIONS.length + at]).to.be.closeTo(Math.log(0.75), 1e-5);
  });

  it('tells the pace by the time between, and none after half a second without a reading', () => {
    const [first, second] = secondsOf([reading(0), reading(200, 2), reading(1000, 8)], rest, 2000);
    const pace = MOVES.length + jaw;
    expect(first!.moves[pace]).to.equal(0);
    expect(first!.moves[2 * MOVES_WIDTH + pace]).to.be.closeTo(10, 1e-2);
    expect(second!.moves[pace]).to.equal(0);
  });

  it('goes on with the pace from one second to the next', () => {
    const [, second] = secondsOf([reading(900), reading(1000, 1)], rest, 2000);
    expect(second!.moves[MOVES.length + jaw]).to.be.closeTo(10, 1e-2);
  });
});

describe('stillAtRest', () => {
  it('is the mean of the logarithms, and null without a reading', () => {
    expect(stillAtRest([])).to.equal(null);
    const at = EXPRESSIONS.indexOf('neutral');
    expect(stillAtRest([happy, quiet])![at]).to.be.closeTo(Math.log(0.25) / 2, 1e-6);
  });
});
