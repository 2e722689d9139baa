import { expect } from 'chai';
import { faceLines } from '../../../app/charts/motion/face-lines';
import { MotionRows } from '../../../app/charts/motion/motion-rows';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import { averageRest } from '../../../app/dynamics/units/average-rest';
import { movedFace } from '../../dynamics/units/moved-face';
import { movingTrace, SMILE } from '../../support/moving-trace';

const at = (name: string) => FACE_MEASURES.findIndex((measure) => measure.name === name);

describe('MotionRows', () => {
  const smiling = movingTrace(6000, (tMs) => (tMs < 3000 ? {} : SMILE));

  it('takes its rest from the baseline, and gives the face of any moment', () => {
    const rows = new MotionRows(smiling);
    const curve = averageRest().channels.mouth_curve.centreCm.both;
    expect(rows.rest[at('mouth_curve')]).to.be.closeTo(curve, 1e-3);
    expect(rows.at(1000)!.measures[at('mouth_curve')]).to.be.closeTo(curve, 1e-3);
    expect(rows.at(5000)!.measures[at('mouth_curve')]).to.be.closeTo(curve + 0.45, 1e-3);
    const between = rows.at(2950)!.measures[at('mouth_curve')]!;
    expect(between).to.be.within(-0.2, 0.15);
  });

  it('has no face where none was readable, and tells those stretches', () => {
    const away = new MotionRows(movingTrace(10_000, (tMs) => (tMs >= 4000 && tMs < 7000 ? null : {})));
    expect(away.at(5500)).to.equal(null);
    expect(away.at(3900)).not.to.equal(null);
    expect(away.unreadable(10_000)).to.deep.equal([[3900, 7000]]);
    expect(away.unreadable(12_000)).to.deep.equal([
      [3900, 7000],
      [9900, 12_000],
    ]);
    expect(away.isEmpty).to.equal(false);
    expect(new MotionRows(movingTrace(3000, () => null)).isEmpty).to.equal(true);
  });

  it('is not in the dark without a baseline: the recall itself is then the rest', () => {
    const [, recall] = smiling.segments;
    const rows = new MotionRows({ ...smiling, segments: [recall!] });
    expect(rows.rest.every(Number.isFinite)).to.equal(true);
  });
});

describe('faceLines', () => {
  const rest = [...movedFace()];
  const lines = (moves: Parameters<typeof movedFace>[0], side: 'both' | 'left' | 'right' = 'both') =>
    faceLines({ measures: [...movedFace(moves, side)] }, rest);
  const numbers = (path: string): number[] => path.match(/-?\d+(\.\d+)?/g)!.map(Number);

  it('draws numbers only, whatever the measures are', () => {
    for (const moves of [{}, SMILE, { lip_gap: 3 }, { lid_upper: -1 }, { brow_inner: 1, brow_outer: -1 }]) {
      const text = JSON.stringify(lines(moves));
      expect(text).not.to.match(/NaN|Infinity|null/);
    }
  });

  it('moves what moved: corners of a smile go out and up, brows up, lids down', () => {
    const [still, smile] = [lines({}), lines(SMILE)];
    const corner = (path: string) => numbers(path).slice(0, 2);
    const [x0, y0] = corner(still.lips[0]!) as [number, number];
    const [x1, y1] = corner(smile.lips[0]!) as [number, number];
    expect(x1).to.be.lessThan(x0);
    expect(y1).to.be.lessThan(y0);
    expect(smile.folds[0]!.ink).to.be.greaterThan(0.5);
    expect(still.folds[0]!.ink).to.equal(0);
    expect(numbers(lines({ brow_inner: 0.5 }).brows[0]!)[1]!).to.be.lessThan(numbers(still.brows[0]!)[1]!);
  });

  it('shows the face as a mirror does: what the person’s left half did is on the left', () => {
    const still = lines({});
    const left = lines({ brow_inner: 0.5 }, 'left');
    expect(left.brows[0]).not.to.equal(still.brows[0]);
    expect(left.brows[1]).to.equal(still.brows[1]);
    expect(numbers(left.brows[0]!)[0]!).to.be.lessThan(0);
  });

  it('closes an eye to a line, and opens the mouth', () => {
    const heights = (shape: string) => numbers(shape).filter((_, i) => i % 2 === 1);
    const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
    expect(spread(heights(lines({ lid_upper: -0.9, lid_lower: 0.05 }).eyes[0]!.upper))).to.be.lessThan(1);
    expect(spread(heights(lines({ lip_gap: 2 }).mouth))).to.be.greaterThan(spread(heights(lines({}).mouth)) + 2);
  });
});
