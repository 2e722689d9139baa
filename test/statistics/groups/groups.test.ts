import { expect } from 'chai';
import fc from 'fast-check';
import { consistency, LEAST_ROWS } from '../../../app/statistics/groups/consistency';
import { groupsOf } from '../../../app/statistics/groups/groups';
import { LEAST_TO_POOL, partialPooling } from '../../../app/statistics/groups/partial-pooling';
import { shrunkEffects } from '../../../app/statistics/groups/shrunk-effects';
import { withinCorrelation } from '../../../app/statistics/groups/within-correlation';
import { known } from '../known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);
const days = (count: number) =>
  groupsOf(
    steps(count).map((at) => at % 7),
    steps(count).map((at) => (at % 5) + (at % 7)),
  );

describe('groups', () => {
  it('hold what is there', () => {
    expect(groupsOf([1, 0, 1, Number.NaN], [5, Number.NaN, 7, 8])).to.deep.equal([{ key: 1, values: [5, 7] }]);
  });

  it('are pooled from twenty values on, in two groups or more', () => {
    expect(partialPooling(days(LEAST_TO_POOL - 1))).to.deep.equal({ needs: 1 });
    expect(known(partialPooling(days(LEAST_TO_POOL))).groups).to.have.length(7);
    expect(partialPooling([{ key: 0, values: steps(40) }])).to.deep.equal({ needs: 1 });
    expect(partialPooling(steps(25).map((key) => ({ key, values: [key] })))).to.deep.equal({ needs: 1 });
  });

  it('have pooled means between their own and that of all, the closer to all the fewer values they have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.nat(4), value: fc.integer({ min: -50, max: 50 }) }), {
          minLength: 40,
          maxLength: 80,
        }),
        (rows) => {
          const groups = groupsOf(
            rows.map(({ key }) => key),
            rows.map(({ value }) => value),
          );
          const pooled = partialPooling(groups);
          if (!('centre' in pooled)) return;
          for (const { own, pooled: moved, n, standardError } of pooled.groups) {
            expect(moved).to.be.within(Math.min(own, pooled.centre) - 1e-9, Math.max(own, pooled.centre) + 1e-9);
            expect(standardError).to.be.at.least(0);
            const share = (moved - pooled.centre) / (own - pooled.centre);
            for (const other of pooled.groups)
              if (other.n > n && Math.abs(other.own - pooled.centre) > 1e-6 && Math.abs(own - pooled.centre) > 1e-6)
                expect((other.pooled - pooled.centre) / (other.own - pooled.centre)).to.be.at.least(share - 1e-9);
          }
        },
      ),
      { seed: 18 },
    );
  });

  it('that never differ have one mean and no error', () => {
    const same = steps(3).map((key) => ({ key, values: new Array(10).fill(2) as number[] }));
    expect(known(partialPooling(same))).to.deep.include({ centre: 2 });
  });
});

describe('shrunkEffects', () => {
  it('never grow an effect or turn it round', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 0.5, noNaN: true })),
          {
            maxLength: 15,
          },
        ),
        (rows) => {
          const effects = rows.map(([effect]) => effect);
          const errors = rows.map(([, error]) => error);
          for (const [at, { effect, standardError }] of shrunkEffects(effects, errors).entries()) {
            expect(Math.abs(effect)).to.be.at.most(Math.abs(effects[at]!) + 1e-12);
            expect(effect * effects[at]!).to.be.at.least(0);
            expect(standardError).to.be.at.most(errors[at]!);
          }
        },
      ),
      { seed: 18 },
    );
  });
});

describe('consistency', () => {
  const rows = (count: number) => steps(count).map((at) => [at % 4, (at % 4) + 1, at % 4]);
  it('says how many rows are missing below ten, and is 1 where columns move as one', () => {
    expect(consistency(rows(LEAST_ROWS - 1))).to.deep.equal({ needs: 1 });
    expect(known(consistency(rows(LEAST_ROWS))).icc).to.be.closeTo(1, 1e-12);
  });
});

describe('withinCorrelation', () => {
  it('tells the two apart where they go opposite ways, and leaves out rows that lack one', () => {
    const keys = [0, 0, 0, 1, 1, 1, 1];
    const [x, y] = [
      [1, 2, 3, 11, 12, 13, Number.NaN],
      [3, 2, 1, 13, 12, 11, 99],
    ];
    const { within, between } = withinCorrelation(keys, x, y);
    expect(within).to.be.closeTo(-1, 1e-12);
    expect(between).to.be.closeTo(1, 1e-12);
  });
});
