import { expect } from 'chai';
import { baselineOf, MIN_BASELINE_READINGS, SPREAD_FLOOR } from '../../../app/dynamics/summary/baseline';
import { findPeaks, LONGEST_GAP_MS, OFFSET_Z, ONSET_Z } from '../../../app/dynamics/summary/peaks';
import { phase, repeat } from './readings';

/** A perfectly still baseline: centre 0, spread the floor alone. */
const still = baselineOf(phase(repeat(20, {})));
const happy = (z: number) => ({ happiness: z * SPREAD_FLOOR });
const peaks = (zs: readonly number[]) => findPeaks(phase(zs.map(happy)), still);
const OVER = ONSET_Z + 1e-6;

describe('baselineOf', () => {
  it('is the median and scaled deviation over usable readings', () => {
    const readings = phase([0, 0, 0.1, 0.1, 0.3, 0.5, 0.8].map((happiness) => ({ happiness })));
    const baseline = baselineOf([...readings, { ...readings[6]!, usable: false }]);
    expect(baseline?.readings).to.equal(7);
    expect(baseline?.centre.happiness).to.be.closeTo(0.1, 1e-12);
    expect(baseline?.spread.happiness).to.be.closeTo(1.4826 * 0.1 + SPREAD_FLOOR, 1e-12);
    expect(baseline?.facialValence).to.be.closeTo(1.8 / 7, 1e-12);
  });

  it('is null without a usable reading', () => {
    expect(baselineOf([])).to.equal(null);
    expect(baselineOf(phase([{}]).map((reading) => ({ ...reading, usable: false })))).to.equal(null);
  });
});

describe('findPeaks', () => {
  it('takes three readings above the onset, not two', () => {
    expect(peaks([0, OVER, OVER, 0])).to.deep.equal([]);
    expect(peaks([0, OVER, OVER, OVER, 0])).to.have.length(1);
  });

  it('takes readings above the onset, not on it', () => {
    expect(peaks(repeat(10, ONSET_Z - 1e-6))).to.deep.equal([]);
  });

  it('goes on until below the offset, and tells onset, apex and offset', () => {
    const found = peaks([0, 3, 4, 6, 2, OFFSET_Z + 1e-6, OFFSET_Z - 1e-6, 0, 0]);
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ expression: 'happiness', onsetMs: 100, apexMs: 300, offsetMs: 600 });
    expect(found[0]?.apexScore).to.be.closeTo(0.3, 1e-12);
  });

  it('does not let a fall below the onset but above the offset split one expression in two', () => {
    expect(peaks([3, 3, 3, 2, 3, 3, 3, 0])).to.have.length(1);
    expect(peaks([3, 3, 3, 1, 3, 3, 3, 0])).to.have.length(2);
  });

  it('ends with the recall where it is still going on', () => {
    expect(peaks([0, 3, 3, 3])[0]?.offsetMs).to.equal(300);
  });

  it('ends before a stretch without usable readings that is too long to bridge', () => {
    const readings = phase(repeat(6, happy(4)));
    const bridged = readings.map((reading, i) => ({
      ...reading,
      tMs: i < 3 ? i * 100 : LONGEST_GAP_MS + (i - 1) * 100,
    }));
    expect(findPeaks(bridged, still)).to.have.length(1);
    const torn = bridged.map((reading, i) => (i < 3 ? reading : { ...reading, tMs: reading.tMs + 1 }));
    expect(findPeaks(torn, still).map((peak) => peak.offsetMs)).to.deep.equal([200, LONGEST_GAP_MS + 401]);
  });

  it('never calls neutral a peak, and keeps expressions apart, by onset', () => {
    const found = findPeaks(
      phase([...repeat(5, { surprise: 0.6 }), ...repeat(5, { happiness: 0.9 }), ...repeat(5, {})]),
      still,
    );
    expect(found.map((peak) => peak.expression)).to.deep.equal(['surprise', 'happiness']);
    const gladBaseline = baselineOf(phase(repeat(20, { happiness: 0.9 })));
    expect(findPeaks(phase(repeat(20, {})), gladBaseline)).to.deep.equal([]);
  });

  it('measures against the person: what the baseline showed already does not stand out', () => {
    const wobbly = baselineOf(phase(Array.from({ length: 20 }, (_, i) => ({ happiness: i % 2 ? 0.5 : 0.1 }))));
    expect(findPeaks(phase(repeat(10, { happiness: 0.6 })), wobbly)).to.deep.equal([]);
  });

  it('looks for none without a baseline to trust', () => {
    const loud = phase(repeat(10, { happiness: 0.9 }));
    expect(findPeaks(loud, null)).to.deep.equal([]);
    expect(findPeaks(loud, baselineOf(phase(repeat(MIN_BASELINE_READINGS - 1, {}))))).to.deep.equal([]);
    expect(findPeaks(loud, baselineOf(phase(repeat(MIN_BASELINE_READINGS, {}))))).to.have.length(1);
  });
});
