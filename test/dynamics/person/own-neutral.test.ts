import { expect } from 'chai';
import { FEWEST_RESTS, MOST_RESTS } from '../../../app/domain/face/learnt';
import { looksUnlike, ownNeutralOf } from '../../../app/dynamics/person/known-rest';
import {
  looksDifferent,
  OWN_REST,
  type OwnNeutral,
  ownNeutral,
  withOwn,
} from '../../../app/dynamics/person/own-neutral';
import { readRecording } from '../../../app/dynamics/read-recording';
import { CHANNELS, type Channel } from '../../../app/dynamics/units/channels';
import { type Rest, restOf } from '../../../app/dynamics/units/rest';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { sampleTrace } from '../../support/sample-entries';
import { type Moves, movedFace, times } from '../units/moved-face';

const random = randomFrom(11);
/** A face differs from day to day by so many times the noise of each channel. */
const BETWEEN = 1.5;

const noiseOf = (times: number): Record<Channel, number> =>
  Object.fromEntries(CHANNELS.map(({ channel, noiseCm }) => [channel, times * noiseCm * random.normal()])) as never;

const plus = (a: Moves, b: Moves): Moves =>
  Object.fromEntries(CHANNELS.map(({ channel }) => [channel, (a[channel] ?? 0) + (b[channel] ?? 0)]));

/** The face of a day, and its rest of so many readings, a second of them alike. */
function day(moves: Moves = {}, readings = 50): { moves: Moves; rest: Rest } {
  const its = plus(moves, noiseOf(BETWEEN));
  const seconds = times(Math.ceil(readings / 10), () => plus(its, noiseOf(1.5)));
  const rest = restOf(times(readings, (at) => movedFace(plus(seconds[Math.floor(at / 10)]!, noiseOf(0.2)))))!;
  return { moves: its, rest };
}

const known = (days = MOST_RESTS): OwnNeutral => ownNeutral(times(days, () => day().rest))!;
const centreOf = (rest: Rest, channel: Channel): number => rest.channels[channel].centreCm.both;
const AT_REST = restOf(times(10, () => movedFace()))!;

describe('a face at rest that is known', () => {
  it(`takes ${FEWEST_RESTS} recalls, and the last ${MOST_RESTS} count`, () => {
    const rests = times(MOST_RESTS + 5, () => day().rest);
    expect(ownNeutral(rests.slice(0, FEWEST_RESTS - 1))).to.equal(null);
    expect(ownNeutral(rests.slice(0, FEWEST_RESTS))!.recalls).to.equal(FEWEST_RESTS);
    expect(ownNeutral(rests)).to.deep.equal(ownNeutral(rests.slice(0, MOST_RESTS)));
  });

  it('is not moved by a day on which the person smiled all through', () => {
    const rests = times(8, () => day().rest);
    const smiling = day({ corner_up: 2, corner_out: 2, mouth_width: 3 }).rest;
    const [without, withIt] = [ownNeutral(rests)!, ownNeutral([smiling, ...rests])!];
    for (const { channel, noiseCm } of CHANNELS)
      expect(withIt.channels[channel].centreCm.both).to.be.closeTo(
        without.channels[channel].centreCm.both,
        2 * BETWEEN * noiseCm,
      );
  });

  it('brings a short baseline nearer to how the face is today', () => {
    const own = known();
    let [alone, together] = [0, 0];
    for (let at = 0; at < 40; at++) {
      const { moves, rest } = day();
      const joined = withOwn(rest, own);
      for (const { channel, noiseCm } of CHANNELS) {
        const is = centreOf(AT_REST, channel) + (moves[channel] ?? 0);
        alone += ((centreOf(rest, channel) - is) / noiseCm) ** 2;
        together += ((centreOf(joined, channel) - is) / noiseCm) ** 2;
      }
    }
    expect(together).to.be.below(0.95 * alone);
  });

  it('leaves what was measured for longer more as it was', () => {
    const own = known();
    const moved = restOf(times(20, () => plusFace(0.6)))!;
    const long = { ...moved, readings: 300 };
    const away = (rest: Rest): number =>
      Math.abs(centreOf(withOwn(rest, own), 'brow_gap') - centreOf(rest, 'brow_gap'));
    expect(away(long)).to.be.below(away(moved));
    expect(away(moved)).to.be.above(0);
  });

  it('is told from one that looks different: a moved quarter of it, not one twitch or another day', () => {
    const own = known();
    const days = times(60, () => looksDifferent(day().rest, own));
    expect(days.filter(Boolean).length, 'other days').to.be.at.most(3);
    expect(looksDifferent(day({ brow_inner: 2 }).rest, own), 'one channel').to.equal(false);
    const far = Object.fromEntries(CHANNELS.slice(0, 9).map(({ channel, noiseCm }) => [channel, 12 * noiseCm]));
    const other = day(far).rest;
    expect(looksDifferent(other, own)).to.equal(true);
    expect(withOwn(other, own), 'it counts alone').to.equal(other);
  });

  it('is named with what read the face, where it went into what that is measured against', () => {
    const trace = sampleTrace();
    const [recording, by] = [
      { trace, severalFacesShare: 0 },
      { models: { landmarks: 'facemesh 1' }, backend: 'wasm' },
    ];
    const own = ownNeutralOf(times(FEWEST_RESTS, () => trace));
    const modelsWith = (its: OwnNeutral | null) => readRecording(recording, by, its).face.summary!.models;
    expect(modelsWith(null)).to.have.all.keys('landmarks', 'fusion');
    expect(modelsWith(own)).to.include({ rest: OWN_REST });
    expect(looksUnlike(trace, own!)).to.equal(false);
    const other = { ...trace, measures: trace.measures!.map((cm) => cm + 1) };
    expect(looksUnlike(other, own!)).to.equal(true);
    expect(readRecording({ ...recording, trace: other }, by, own).face.summary!.models).not.to.have.property('rest');
    const unread = { ...trace, presence: trace.presence.map(() => 0) };
    expect(looksUnlike(unread, own!), 'it cannot be told').to.equal(true);
  });

  it('changes nothing where nothing is known', () => {
    const { rest } = day();
    expect(withOwn(rest, null)).to.equal(rest);
  });
});

/** A face whose every channel is so many spreads of noise away. */
const plusFace = (by: number): Float32Array =>
  movedFace(Object.fromEntries(CHANNELS.map(({ channel, noiseCm }) => [channel, by * noiseCm])));
