import { expect } from 'chai';
import fc from 'fast-check';
import { EXPRESSIONS, type ExpressionScores, noScores, topExpression } from '../../../app/domain/face/expression';
import { CHANNELS } from '../../../app/dynamics/units/channels';
import { fusedExpression } from '../../../app/dynamics/units/fused-expression';
import { restOf } from '../../../app/dynamics/units/rest';
import { type Moves, movedFace, times } from './moved-face';

const rest = restOf(times(20, () => movedFace()))!;
const still = (change: Partial<ExpressionScores>): ExpressionScores => ({ ...noScores(), ...change });
const fused = (scores: Partial<ExpressionScores>, moves: Moves) =>
  fusedExpression(still(scores), movedFace(moves), rest);

describe('fusedExpression', () => {
  it('leaves a face at rest neutral', () => {
    expect(topExpression(fused({ neutral: 0.97, sadness: 0.02, anger: 0.01 }, {}))).to.equal('neutral');
  });

  it('sees what the still model is not sure of: lowered brows are no neutral face', () => {
    const scores = { neutral: 0.6, anger: 0.3, sadness: 0.1 };
    const frown = fused(scores, { brow_inner: -0.4, brow_outer: -0.4, lid_lower: 0.08 });
    expect(topExpression(fused(scores, {}))).to.equal('neutral');
    expect(topExpression(frown)).to.equal('anger');
  });

  it('lets movement speak against an expression: a smile is no sadness', () => {
    const scores = { neutral: 0.3, sadness: 0.4, happiness: 0.3 };
    const smile: Moves = { corner_out: 0.8, mouth_curve: 0.5, fold: 0.5, cheek: 0.15 };
    const odds = ({ happiness, sadness }: ExpressionScores) => happiness / sadness;
    expect(odds(fused(scores, smile))).to.be.greaterThan(3 * odds(fused(scores, {})));
    expect(topExpression(fused({ neutral: 0.3, happiness: 0.7 }, smile))).to.equal('happiness');
  });

  it('is a distribution, whatever the face does and however sure the model is', () => {
    const cm = fc.record(
      Object.fromEntries(CHANNELS.map(({ channel }) => [channel, fc.double({ min: -2, max: 2, noNaN: true })])),
    );
    const sure = fc.constantFrom(...EXPRESSIONS);
    fc.assert(
      fc.property(cm, sure, (moves, name) => {
        const scores = fused({ [name]: 1 }, moves as Moves);
        const total = EXPRESSIONS.reduce((sum, each) => sum + scores[each], 0);
        expect(total).to.be.closeTo(1, 1e-9);
        for (const each of EXPRESSIONS) expect(scores[each]).to.be.within(0, 1);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});
