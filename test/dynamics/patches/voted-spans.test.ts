import { expect } from 'chai';
import { EXPRESSIONS, type ExpressionScores } from '../../../app/domain/face/expression';
import { type RegionVotes, spansOf } from '../../../app/dynamics/patches/voted-spans';

/** Votes by place. */
const votesOf = (places: readonly Partial<ExpressionScores>[]): Float64Array =>
  Float64Array.from(places.flatMap((place) => EXPRESSIONS.map((name) => place[name] ?? 0)));

const QUIET = { neutral: 3 };
const SMILE = { neutral: 1, happiness: 2 };

describe('spansOf', () => {
  const spansIn = (places: readonly Partial<ExpressionScores>[], byRegion: readonly RegionVotes[] = [], fromMs = 0) => {
    const all = votesOf(places);
    return spansOf(all, byRegion.length > 0 ? byRegion : [{ region: 'mouth', votes: all }], fromMs);
  };

  it('finds when one expression was voted for, from where the readings begin', () => {
    const [smile, ...others] = spansIn([QUIET, SMILE, SMILE, QUIET], [], 500);
    expect(others).to.deep.equal([]);
    expect(smile).to.include({ expression: 'happiness', onsetMs: 600, offsetMs: 800 });
  });

  it('takes a quarter of the votes, and no less', () => {
    expect(spansIn([{ neutral: 3, fear: 1 }])).to.have.length(1);
    expect(spansIn([{ neutral: 3, fear: 0.99 }])).to.deep.equal([]);
    expect(spansIn([{}])).to.deep.equal([]);
  });

  it('parts two expressions in a row, and takes the one with more votes', () => {
    const found = spansIn([SMILE, { happiness: 1, surprise: 1.5 }]);
    expect(found.map(({ expression }) => expression)).to.deep.equal(['happiness', 'surprise']);
  });

  it('says how much of its votes came from each region, and nothing of other votes', () => {
    const regions: RegionVotes[] = [
      { region: 'mouth', votes: votesOf([{ happiness: 1 }, { happiness: 2 }]) },
      { region: 'brows', votes: votesOf([{ neutral: 1 }, { happiness: 1, neutral: 1 }]) },
    ];
    const [span] = spansIn(
      [
        { happiness: 1, neutral: 1 },
        { happiness: 3, neutral: 1 },
      ],
      regions,
    );
    expect(span!.regions.mouth).to.equal(0.75);
    expect(span!.regions.brows).to.equal(0.25);
    expect(span!.regions.eyes).to.equal(0);
  });
});
