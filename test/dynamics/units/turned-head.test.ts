import { expect } from 'chai';
import { ACTION_UNITS } from '../../../app/domain/face/action-unit';
import { CHANNELS } from '../../../app/dynamics/units/channels';
import { LAG_MS, restAtTurn, restOf, restOfReadings, STEADY_TURN, slackOf } from '../../../app/dynamics/units/rest';
import { HIDES, unitStrength } from '../../../app/dynamics/units/unit-scores';
import { UNIT_RULES } from '../../../app/dynamics/units/unit-table';
import { watched, within } from '../states/state-faces';
import { unitsOf } from './found-units';
import { type Moves, movedFace, times } from './moved-face';

const DEGREE = Math.PI / 180;
const still = restOfReadings(watched(3))!;

/** What a turn makes of a rigid face, at its worst: each measure goes the way that a unit wants by what a turn makes of it. */
const worst = (unit: (typeof ACTION_UNITS)[number], yaw: number, pitch: number): Moves => {
  const { terms } = UNIT_RULES.find((rule) => rule.unit === unit)!;
  return Object.fromEntries(
    Object.entries(terms).map(([channel, weight]) => {
      const { yawCm, pitchCm } = CHANNELS.find((one) => one.channel === channel)!;
      return [channel, Math.sign(weight) * Math.hypot(yawCm * yaw, pitchCm * pitch)];
    }),
  );
};

describe('a turned head', () => {
  it('has the more slack the further it is from where the baseline saw it, and none where it is', () => {
    expect(restAtTurn(still, { yaw: 0, pitch: 0 })).to.equal(still);
    expect(restAtTurn(still, { yaw: 0.9 * STEADY_TURN, pitch: 0 })).to.equal(still);
    const [near, far] = [0.2, 0.4].map((yaw) => restAtTurn(still, { yaw, pitch: 0 }));
    for (const of of CHANNELS) {
      expect(slackOf(near!, of), of.channel).to.be.above(0);
      expect(slackOf(far!, of), of.channel).to.be.above(slackOf(near!, of));
    }
    expect(slackOf(still, CHANNELS[0]!)).to.equal(0);
  });

  it('is measured from the turn of the baseline, which need not be straight', () => {
    const down = restOfReadings(watched(3, () => ({ pitchDeg: -12 })))!;
    expect(restAtTurn(down, { yaw: 0, pitch: -12 * DEGREE })).to.equal(down);
    expect(restAtTurn(down, { yaw: 0, pitch: 0 })).not.to.equal(down);
    const unknown = restOf(times(20, () => movedFace()))!;
    expect(restAtTurn(unknown, { yaw: 0.5, pitch: 0.3 })).to.equal(unknown);
  });

  it('makes no unit of what a turn makes of the measures, even where all of them agree', () => {
    for (const unit of ACTION_UNITS)
      for (const [yawDeg, pitchDeg] of [
        [25, 0],
        [-25, 0],
        [0, 15],
        [0, -15],
      ] as const) {
        const moves = worst(unit, yawDeg * DEGREE, pitchDeg * DEGREE);
        const readings = watched(9, (tMs) => (within(tMs, [3_000, 6_000]) ? { yawDeg, pitchDeg, moves } : {}));
        const found = unitsOf(readings, still).map((event) => event.unit);
        expect(found, `${unit} at ${yawDeg}, ${pitchDeg}`).to.deep.equal([]);
      }
  });

  it('still shows a clear movement', () => {
    const moves: Moves = { brow_inner: 0.5, brow_outer: 0.5 };
    const readings = watched(9, (tMs) => (within(tMs, [3_000, 6_000]) ? { yawDeg: 18, moves } : {}));
    expect(unitsOf(readings, still).map(({ unit }) => unit)).to.include.members(['AU1', 'AU2']);
  });

  it('has slack while it moves, wherever it is', () => {
    const [yaw, pitch] = [0, 0];
    const moving = restAtTurn(still, { yaw, pitch }, { yaw: 0.3, pitch: 0 });
    const { of, spreadCm } = still.channels.brow_inner;
    expect(slackOf(moving, of)).to.be.above(spreadCm);
    // A nod of ten degrees in a fifth of a second, and a brow that follows it late.
    const late: Moves = { brow_outer: -0.25, brow_inner: -0.1, cheek: -0.03 };
    const nodding = watched(9, (tMs) => {
      const going = within(tMs, [3_000, 3_000 + LAG_MS]);
      return going ? { pitchDeg: (tMs - 3_000) / 20, moves: late } : {};
    });
    expect(unitsOf(nodding, still)).to.deep.equal([]);
    const calm = watched(9, (tMs) => ({ moves: within(tMs, [3_000, 3_000 + LAG_MS]) ? late : {} }));
    expect(unitsOf(calm, still).map(({ unit }) => unit)).to.include('AU4');
  });
});

describe('closed eyes', () => {
  const tightener = UNIT_RULES.find(({ unit }) => unit === 'AU7')!;
  const closed = UNIT_RULES.find(({ unit }) => unit === 'AU43')!;
  const narrowed: Moves = { lid_lower: 0.15, cheek: -0.05 };
  const lidAt = (onsets: number): Moves => ({ ...narrowed, lid_upper: -onsets * closed.onset * 0.028 });

  it('hide that the lids are tight, and narrowed ones do not', () => {
    expect(unitStrength(tightener, movedFace(lidAt(HIDES - 0.05)), still)).to.be.above(1);
    expect(unitStrength(tightener, movedFace(lidAt(HIDES + 0.05)), still)).to.equal(0);
  });

  it('do so if only one of them is closed', () => {
    const wink = movedFace(lidAt(0));
    const shut = movedFace(lidAt(HIDES + 0.05), 'left');
    const both = wink.map((value, at) => (shut[at] !== movedFace()[at] ? shut[at]! : value));
    expect(unitStrength(tightener, both, still)).to.equal(0);
  });
});
