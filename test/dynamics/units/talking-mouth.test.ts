import { expect } from 'chai';
import type { ActionUnit } from '../../../app/domain/face/action-unit';
import { type Rest, restOfReadings } from '../../../app/dynamics/units/rest';
import {
  restOfTalk,
  SPOKEN_READINGS,
  steadied,
  TALK_MARGIN_MS,
  talkingRest,
  whileTalking,
} from '../../../app/dynamics/units/talking-mouth';
import type { UnitReading } from '../../../app/dynamics/units/unit-reading';
import { watched, within } from '../states/state-faces';
import { unitsOf } from './found-units';
import type { Moves } from './moved-face';
import { moved, SMILE, speech } from './speech';

const SILENT = watched(10);
const TOLD = watched(10, (tMs) => ({ moves: speech(tMs) }));
const FROWN: Moves = { brow_inner: -0.3, brow_outer: -0.3 };
const PRESSED: Moves = { lip_upper: -0.5, mouth_curve: -0.5, lip_lower: -0.4 };

/** A recall that is told aloud, with something in it from 10 to 14 s. */
const telling = (what: Moves = {}): UnitReading[] =>
  watched(30, (tMs) => ({ moves: moved(speech(tMs), within(tMs, [10_000, 14_000]) ? what : {}) }));
const rest = restOfReadings(SILENT)!;
const units = (readings: readonly UnitReading[], spoken: Rest | null = null): ActionUnit[] => [
  ...new Set(unitsOf(readings, rest, spoken).map(({ unit }) => unit)),
];

describe('a mouth that talks', () => {
  it('is told from a still one, with a margin for the words at both ends', () => {
    const talking = whileTalking(watched(20, (tMs) => ({ moves: within(tMs, [8_000, 12_000]) ? speech(tMs) : {} })));
    expect(talking.indexOf(true) * 100).to.be.closeTo(8_000 - TALK_MARGIN_MS, 300);
    expect(talking.lastIndexOf(true) * 100).to.be.closeTo(12_000 + TALK_MARGIN_MS, 300);
    expect(whileTalking(SILENT)).not.to.include(true);
  });

  it('makes no unit but that it is open after a silent baseline, and none at all after one that talked', () => {
    const open: readonly ActionUnit[] = ['AU25', 'AU26/27'];
    expect(units(telling()).filter((unit) => !open.includes(unit))).to.deep.equal([]);
    expect(units(telling(), talkingRest(TOLD)), 'a talking baseline has the open mouth in it').to.deep.equal([]);
    expect(talkingRest(TOLD)).not.to.equal(null);
  });

  it('would make some, were it read like a still one', () => {
    const [first, ...others] = telling();
    // The same readings a minute apart each are no speech.
    const apart = [first!, ...others].map((reading, at) => ({ ...reading, tMs: at * 900 }));
    expect(units(apart).length).to.be.greaterThan(0);
  });

  it('can smile, and the brows above it can frown, after a silent baseline too', () => {
    expect(units(telling(SMILE))).to.include('AU12');
    expect(units(telling(FROWN))).to.include('AU4');
    const [smile] = unitsOf(telling(SMILE), rest).filter(({ unit }) => unit === 'AU12');
    expect(smile!.onsetMs).to.be.closeTo(10_000, 500);
    expect(smile!.offsetMs).to.be.closeTo(14_000, 500);
  });

  it('can smile after a baseline that was told aloud, be it long or a few words', () => {
    for (const seconds of [2, 10]) {
      const baseline = watched(seconds, (tMs) => ({ moves: speech(tMs) }));
      const told = (what?: Moves) => unitsOf(telling(what), restOfReadings(baseline)!, talkingRest(baseline));
      const [smile, ...more] = told(SMILE).filter(({ unit }) => unit === 'AU12');
      expect(smile!.onsetMs, `${seconds} s`).to.be.closeTo(10_000, 500);
      expect(smile!.offsetMs, `${seconds} s`).to.be.closeTo(14_000, 500);
      expect(more).to.deep.equal([]);
      expect(told().map(({ unit }) => unit)).not.to.include('AU12');
    }
  });

  it('is told of what is no syllable only against a baseline that was told aloud', () => {
    expect(units(telling(PRESSED))).not.to.include('AU15');
    expect(units(telling(PRESSED), talkingRest(TOLD))).to.include('AU15');
  });

  it('leaves a still mouth as it is: a baseline told aloud hides nothing of it', () => {
    const still = watched(20, (tMs) => ({ moves: within(tMs, [10_000, 12_000]) ? PRESSED : {} }));
    expect(units(still, talkingRest(TOLD))).to.include('AU15');
  });

  it('takes a few words for no baseline', () => {
    const words = (seconds: number) => watched(10, (tMs) => ({ moves: tMs < 1000 * seconds ? speech(tMs) : {} }));
    expect(talkingRest(words(2))).to.equal(null);
    expect(talkingRest(words(SPOKEN_READINGS / 10))).not.to.equal(null);
    expect(talkingRest(SILENT)).to.equal(null);
  });

  it('is read as its median over a second, and only where it talks', () => {
    const readings = telling();
    const all = readings.map(() => true);
    const spread = (rows: readonly UnitReading[]) => restOfReadings(rows)!.channels.lip_gap.spreadCm;
    expect(spread(steadied(readings, all))).to.be.lessThan(0.3 * spread(readings));
    const none = readings.map(() => false);
    expect(steadied(readings, none)).to.deep.equal(readings);
  });

  it('is measured in wider spreads, never in narrower ones, and around where it was', () => {
    const talk = steadied(
      telling(),
      telling().map(() => true),
    );
    const told = restOfTalk(rest, talkingRest(TOLD), talk);
    const silent = restOfTalk(rest, null, talk);
    for (const [channel, { spreadCm, centreCm }] of Object.entries(rest.channels)) {
      const name = channel as keyof Rest['channels'];
      expect(told.channels[name].spreadCm, channel).to.be.at.least(spreadCm);
      expect(silent.channels[name].spreadCm, channel).to.be.at.least(spreadCm);
      expect(silent.channels[name].centreCm, channel).to.deep.equal(centreCm);
    }
    expect(told.channels.lip_gap.centreCm.both).to.be.above(rest.channels.lip_gap.centreCm.both + 0.2);
    expect(restOfTalk(rest, null, talk.slice(0, 3))).to.equal(rest);
  });
});
