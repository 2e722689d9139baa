import { expect } from 'chai';
import fc from 'fast-check';
import { EXPRESSIONS, type ExpressionScores, noScores, topExpression } from '../../../app/domain/face/expression';
import { CHANNELS } from '../../../app/dynamics/units/channels';
import { fusedExpression, recallExpression } from '../../../app/dynamics/units/fused-expression';
import { restOf } from '../../../app/dynamics/units/rest';
import { unitStrengths } from '../../../app/dynamics/units/unit-scores';
import { type Moves, movedFace, times } from './moved-face';

const rest = restOf(times(20, () => movedFace()))!;
const still = (change: Partial<ExpressionScores>): ExpressionScores => ({ ...noScores(), ...change });
const fused = (scores: Partial<ExpressionScores>, moves: Moves) =>
  fusedExpression(still(scores), unitStrengths(movedFace(moves), rest));

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

describe('recallExpression', () => {
  const recall = (scores: Partial<ExpressionScores>, moves: Moves) =>
    recallExpression(still(scores), unitStrengths(movedFace(moves), rest));
  const frown: Moves = { brow_inner: -0.4, brow_outer: -0.4, lid_lower: 0.08 };

  it('is what the still model says, to the last digit, while nothing moves', () => {
    const scores = still({ neutral: 0.6, anger: 0.3, sadness: 0.1 });
    expect(recall(scores, {})).to.deep.equal(scores);
    expect(recall(scores, { brow_inner: -0.02 })).to.deep.equal(scores);
  });

  it('sees what moved, and less fear and disgust in it than a posed face would show', () => {
    const scores = { neutral: 0.6, anger: 0.3, sadness: 0.1 };
    expect(topExpression(recall(scores, frown))).to.equal('anger');
    const [inRecall, posed] = [recall(scores, frown), fused(scores, frown)];
    expect(inRecall.fear / inRecall.anger).to.be.lessThan(posed.fear / posed.anger);
    expect(inRecall.disgust / inRecall.anger).to.be.lessThan(posed.disgust / posed.anger);
    expect(inRecall.neutral / inRecall.anger).to.be.greaterThan(posed.neutral / posed.anger);
  });

  it('changes little from one reading to the next while a movement grows', () => {
    const angers = times(101, (step) => recall({ neutral: 0.8, anger: 0.2 }, { brow_inner: -step / 250 }).anger);
    const jumps = angers.slice(1).map((anger, at) => Math.abs(anger - angers[at]!));
    expect(angers[0]).to.equal(0.2);
    expect(Math.max(...jumps)).to.be.lessThan(0.12);
  });

  it('is a distribution however the face moves', () => {
    const cm = fc.record(
      Object.fromEntries(CHANNELS.map(({ channel }) => [channel, fc.double({ min: -2, max: 2, noNaN: true })])),
    );
    fc.assert(
      fc.property(cm, fc.constantFrom(...EXPRESSIONS), (moves, name) => {
        const all = EXPRESSIONS.map((each) => recall({ [name]: 1 }, moves as Moves)[each]);
        expect(all.reduce((sum, one) => sum + one, 0)).to.be.closeTo(1, 1e-9);
        for (const one of all) expect(one).to.be.within(0, 1);
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});
