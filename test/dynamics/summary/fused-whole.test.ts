import { expect } from 'chai';
import { EXPRESSIONS, type ExpressionScores, noScores } from '../../../app/domain/face/expression';
import {
  fusedWhole,
  WHOLE_MEMBERS,
  type WholeFusion,
  type WholeMember,
} from '../../../app/dynamics/summary/fused-whole';

const each = <T>(value: T): Record<WholeMember, T> =>
  Object.fromEntries(WHOLE_MEMBERS.map((name) => [name, value])) as Record<WholeMember, T>;
const none = Object.fromEntries(EXPRESSIONS.slice(1).map((name) => [name, 0])) as WholeFusion['prior'];

/** Takes the first member's word for everything. */
const FIRST: WholeFusion = {
  expressions: { ...each(0), still: 1 },
  prior: none,
  anything: { ...each(0), still: 1 },
  bias: 0,
};

const scores = (some: Partial<ExpressionScores>): ExpressionScores => ({ ...noScores(), ...some });
const GLAD = scores({ neutral: 0.5, happiness: 0.4, surprise: 0.1 });
const SAD = scores({ neutral: 0.1, sadness: 0.9 });

describe('fusedWhole', () => {
  it('says what the one member says that counts', () => {
    const fused = fusedWhole({ ...each(SAD), still: GLAD }, FIRST);
    expect(fused.neutral).to.be.closeTo(0.5, 1e-9);
    expect(fused.happiness / fused.surprise).to.be.closeTo(4, 1e-9);
    expect(fused.sadness).to.be.lessThan(0.01);
  });

  it('lies between members that count alike', () => {
    const fused = fusedWhole(
      { ...each(GLAD), patches: SAD },
      {
        ...FIRST,
        expressions: { ...each(0), still: 0.5, patches: 0.5 },
        anything: { ...each(0), still: 0.5, patches: 0.5 },
      },
    );
    expect(fused.neutral).to.be.greaterThan(SAD.neutral).and.lessThan(GLAD.neutral);
    expect(fused.sadness).to.be.greaterThan(fused.surprise);
  });

  it('begins with the prior and the bias', () => {
    const fused = fusedWhole(each(GLAD), { ...FIRST, prior: { ...none, fear: 20 }, bias: 20 });
    expect(fused.neutral).to.be.lessThan(0.001);
    expect(fused.fear).to.be.greaterThan(0.99);
  });

  it('sums to one, even of a member that saw nothing but neutral', () => {
    const fused = fusedWhole(
      { ...each(GLAD), memory: scores({ neutral: 1 }) },
      { ...FIRST, anything: each(1), expressions: each(1) },
    );
    expect(EXPRESSIONS.reduce((sum, name) => sum + fused[name], 0)).to.be.closeTo(1, 1e-12);
    expect(fused.neutral).to.be.greaterThan(0.9);
  });
});
