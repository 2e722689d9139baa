import { expect } from 'chai';
import type { UnitEvent } from '../../../app/domain/face/action-unit';
import { findStates } from '../../../app/dynamics/states/find-states';
import { GAZE_DOWN_MS, gazeDownOf } from '../../../app/dynamics/states/gaze-down';
import { NOD_SWING, nodsOf } from '../../../app/dynamics/states/nods';
import { QUIET_MS, quietOf } from '../../../app/dynamics/states/quiet';
import { TALK_SWING_CM, talkingOf } from '../../../app/dynamics/states/talking';
import { YAWN_GAPE, YAWN_MS, YAWN_WIDE, yawnsOf } from '../../../app/dynamics/states/yawns';
import { averageRest } from '../../../app/dynamics/units/average-rest';
import { seeded } from '../summary/readings';
import { watched, within } from './state-faces';

const { lip_gap, mouth_width } = averageRest().channels;
/** How far the lips have to move apart for a mouth that gapes so far. */
const gapFor = (gape: number): number => gape * mouth_width.centreCm.both - lip_gap.centreCm.both;
const wave = (tMs: number, hertz: number): number => Math.sin((2 * Math.PI * hertz * tMs) / 1000);

describe('a yawn', () => {
  const open = (gape: number, forMs: number) =>
    yawnsOf(watched(20, (tMs) => ({ moves: within(tMs, [5000, 5000 + forMs]) ? { lip_gap: gapFor(gape) } : {} })));

  it('is a mouth wide open for seconds', () => {
    expect(open(0.5, 4000)).to.deep.equal([{ onsetMs: 5000, offsetMs: 9000 }]);
    expect(open(YAWN_WIDE + 0.01, YAWN_MS)).to.have.length(1);
  });

  it('is neither shorter nor less wide', () => {
    expect(open(0.5, YAWN_MS - 200)).to.have.length(0);
    expect(open(YAWN_WIDE - 0.01, 4000)).to.have.length(0);
    expect(open(YAWN_GAPE - 0.02, 4000)).to.have.length(0);
  });

  it('is not told of a moment, or of a trace without measures', () => {
    expect(yawnsOf(watched(9.9))).to.equal(null);
    expect(yawnsOf(watched(20).map((reading) => ({ ...reading, measures: null })))).to.equal(null);
  });
});

describe('a gaze down', () => {
  const down = (fromMs: number, toMs: number) => watched(20, (tMs) => ({ gazeDown: within(tMs, [fromMs, toMs]) }));

  it('lasts', () => {
    expect(gazeDownOf(watched(5), down(3000, 8000))).to.deep.equal([{ onsetMs: 3000, offsetMs: 8000 }]);
    expect(gazeDownOf(watched(5), down(3000, 3000 + GAZE_DOWN_MS - 200))).to.have.length(0);
  });

  it('is not told where it was not recorded, hardly seen, or where the screen itself lies down there', () => {
    expect(
      gazeDownOf(
        [],
        watched(20, () => ({ gazeDown: null })),
      ),
    ).to.equal(null);
    expect(gazeDownOf([], watched(9))).to.equal(null);
    expect(
      gazeDownOf(
        watched(5, () => ({ gazeDown: true })),
        down(3000, 8000),
      ),
    ).to.equal(null);
  });
});

describe('nods', () => {
  const nodding = (swingDeg: number, hertz: number, yawDeg = 0) =>
    nodsOf(
      watched(20, (tMs) => {
        const turn = within(tMs, [5000, 8000]) ? wave(tMs, hertz) / 2 : 0;
        return { pitchDeg: swingDeg * turn, yawDeg: yawDeg * turn };
      }),
    );

  it('are quick turns up and down', () => {
    const [nod, ...others] = nodding(10, 1.5)!;
    expect(others).to.deep.equal([]);
    expect(nod!.onsetMs).to.be.within(4900, 5400);
    expect(nod!.offsetMs).to.be.within(7500, 8100);
  });

  it('are not slow, nor small, and a head that shakes or rolls about does not nod', () => {
    const leastDeg = (NOD_SWING * 180) / Math.PI;
    expect(nodding(leastDeg + 1, 1.5)).to.have.length(1);
    expect(nodding(leastDeg - 1, 1.5)).to.have.length(0);
    expect(nodding(10, 0.4)).to.have.length(0);
    expect(nodding(10, 1.5, 10)).to.have.length(0);
  });

  it('are not told of a moment', () => {
    expect(nodsOf(watched(9.9))).to.equal(null);
    expect(nodsOf(watched(10))).to.deep.equal([]);
  });
});

describe('talking', () => {
  const lips = (swingCm: number, hertz: number, forMs = 4000) =>
    talkingOf(
      watched(20, (tMs) => ({
        moves: within(tMs, [5000, 5000 + forMs]) ? { lip_gap: (swingCm / 2) * (1 + wave(tMs, hertz)) } : {},
      })),
    );

  it('is lips that open and close again and again', () => {
    const [talk, ...others] = lips(0.5, 2.5)!;
    expect(others).to.deep.equal([]);
    expect(talk!.onsetMs).to.be.within(4900, 5300);
    expect(talk!.offsetMs).to.be.within(8600, 9100);
  });

  it('is no tremble, no slow opening, and no single word', () => {
    expect(lips(TALK_SWING_CM + 0.06, 2.5)).to.have.length(1);
    expect(lips(TALK_SWING_CM - 0.03, 2.5)).to.have.length(0);
    expect(lips(0.5, 0.3)).to.have.length(0);
    expect(lips(0.5, 2.5, 700)).to.have.length(0);
  });
});

describe('a quiet face', () => {
  const event = (unit: UnitEvent['unit'], onsetMs: number, offsetMs: number): UnitEvent => ({
    ...{ unit, onsetMs, offsetMs, apexMs: onsetMs, strength: 1.5, side: null },
  });

  it('is one in which nothing moved for a while; closed eyes are quiet', () => {
    const smile = event('AU12', 15_000, 20_000);
    expect(quietOf(watched(30), [smile, event('AU43', 3000, 9000)], [])).to.deep.equal([
      { onsetMs: 0, offsetMs: 15_000 },
    ]);
    expect(quietOf(watched(30), [event('AU12', QUIET_MS - 500, 25_000)], [])).to.deep.equal([]);
    expect(quietOf(watched(30), [], [{ onsetMs: 5000, offsetMs: 25_000 }])).to.deep.equal([]);
  });

  it('is not told without a rest to compare it with, or of too short a time', () => {
    expect(quietOf(watched(30), null, [])).to.equal(null);
    expect(quietOf(watched(19), [], [])).to.equal(null);
  });
});

describe('findStates', () => {
  it('says nothing of a face that does nothing for ten minutes, with the noise of a mesh', () => {
    const random = seeded(3);
    const noise = (size: number): number => size * (random() + random() - 1);
    const readings = watched(600, () => ({
      openness: 0.3 + noise(0.03),
      pitchDeg: noise(1.5),
      yawDeg: noise(1.5),
      moves: { lip_gap: noise(0.05) },
    }));
    const { blinks, closedShare, stretches } = findStates(readings.slice(0, 100), readings, []);
    expect(blinks).to.deep.equal({ count: 0, perMinute: 0, meanMs: null });
    expect(closedShare).to.equal(0);
    const { quiet, ...others } = stretches;
    expect(others).to.deep.equal({ 'eyes-closed': [], 'gaze-down': [], yawn: [], nod: [], talking: [] });
    expect(quiet).to.have.length(1);
  });

  it('tells nothing of nothing', () => {
    const { blinks, closedShare, stretches } = findStates([], [], null);
    expect([blinks, closedShare, ...Object.values(stretches)].every((one) => one === null)).to.equal(true);
  });
});
