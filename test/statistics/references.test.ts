import { expect } from 'chai';
import { benjaminiHochberg } from '../../app/statistics/compare/benjamini-hochberg';
import { blandAltman } from '../../app/statistics/compare/bland-altman';
import { calibrationCurve } from '../../app/statistics/compare/calibration-curve';
import { wilsonInterval } from '../../app/statistics/compare/wilson-interval';
import { correlation, fisherInterval } from '../../app/statistics/correlation';
import { incompleteBeta } from '../../app/statistics/distributions/incomplete-beta';
import { studentP, studentQuantile } from '../../app/statistics/distributions/student-t';
import { consistency } from '../../app/statistics/groups/consistency';
import { groupsOf } from '../../app/statistics/groups/groups';
import { partialPooling } from '../../app/statistics/groups/partial-pooling';
import { shrunkEffects } from '../../app/statistics/groups/shrunk-effects';
import { varianceComponents } from '../../app/statistics/groups/variance-components';
import { withinCorrelation } from '../../app/statistics/groups/within-correlation';
import { isKnown, type Needs } from '../../app/statistics/needs';
import { changePoints } from '../../app/statistics/series/change-points';
import { inertia } from '../../app/statistics/series/inertia';
import { lagCorrelation } from '../../app/statistics/series/lag-correlation';
import { meanSquareSuccessiveDifference } from '../../app/statistics/series/successive-differences';
import { loess } from '../../app/statistics/trend/loess';
import { robustSlope } from '../../app/statistics/trend/robust-slope';
import { rollingMean } from '../../app/statistics/trend/rolling-mean';

const load = async (file: string) => (await fetch(new URL(`./references/${file}`, import.meta.url))).json();

/** `references/make.R` and `make.py` made these once. */
const r = await load('r.json');
const scipy = await load('scipy.json');
const { x, y, days } = r.columns as Record<'x' | 'y' | 'days', number[]>;

const CLOSE = 1e-9;

const known = <T extends object>(result: T | Needs): T => {
  if (!isKnown(result)) throw new Error(`needs ${result.needs} more`);
  return result;
};

/** Every number that `theirs` has, by its name. */
function agrees(ours: object, theirs: Readonly<Record<string, number>>, tolerance = CLOSE): void {
  for (const [name, value] of Object.entries(theirs))
    expect((ours as Record<string, number>)[name], name).to.be.closeTo(value, tolerance);
}

const allAgree = (ours: ArrayLike<number>, theirs: readonly number[], tolerance = CLOSE): void => {
  expect(ours.length).to.equal(theirs.length);
  for (const [at, value] of theirs.entries()) expect(ours[at], `at ${at}`).to.be.closeTo(value, tolerance);
};

describe('statistics and their references in R and scipy', () => {
  it('distributions', () => {
    for (const [at, t] of r.studentP.t.entries())
      expect(studentP(t, r.studentP.df[at])).to.be.closeTo(r.studentP.p[at], 1e-12);
    for (const { t, df, p } of scipy.studentP) expect(studentP(t, df)).to.be.closeTo(p, 1e-12);
    for (const [at, df] of r.studentQuantile.df.entries())
      expect(studentQuantile(0.975, df)).to.be.closeTo(r.studentQuantile.q[at], CLOSE);
    const { x: places, a, b, value } = r.incompleteBeta;
    for (const [at, place] of places.entries())
      expect(incompleteBeta(place, a[at], b[at])).to.be.closeTo(value[at], 1e-12);
    for (const beta of scipy.incompleteBeta)
      expect(incompleteBeta(beta.x, beta.a, beta.b)).to.be.closeTo(beta.value, 1e-12);
  });

  it('correlation; its interval within 1e-6, as it takes 1.96 with seven digits', () => {
    const { x: one, y: other, r: theirs, low, high } = scipy.correlation;
    expect(correlation(one, other)).to.be.closeTo(theirs, CLOSE);
    agrees(fisherInterval(theirs, one.length), { low, high }, 1e-6);
  });

  it('neighbours in time: instability, inertia, lags', () => {
    const series = { at: days, values: x };
    const { mssd, n } = known(meanSquareSuccessiveDifference(series));
    expect(mssd).to.be.closeTo(r.mssd.value, CLOSE);
    expect(n).to.equal(r.mssd.n);
    agrees(known(lagCorrelation(series, { at: days, values: y }, 2)), r.lag2);
    agrees(known(inertia(series)), r.inertia);
  });

  it('change points: the same cuts as looking at every way to cut', () => {
    const { values, penalties, least, cuts } = r.changePoints;
    const ours = penalties.map((penalty: number, at: number) => changePoints(values, { penalty, least: least[at] }));
    expect(ours).to.deep.equal(cuts);
    expect(ours[1].length).to.be.greaterThan(1);
  });

  it('trends: loess within 1e-6, rolling mean, slope of Newey and West', () => {
    const trend = known(loess(r.loess.at, { times: days, values: y }, 0.5));
    allAgree(trend.fit, r.loess.fit, 1e-6);
    allAgree(trend.halfWidth, r.loess.halfWidth, 1e-6);
    allAgree(rollingMean(r.rolling.at, { times: days, values: x }, { width: 14, least: 1 }).mean, r.rolling.mean);
    const { error, hc2, ...slope } = r.robustSlope;
    agrees(known(robustSlope(x, y, 3)), { ...slope, standardError: error });
    expect(known(robustSlope(x, y, 0)).standardError).to.be.closeTo(hc2, CLOSE);
  });

  it('two measures of one thing: limits of agreement, calibration, shares, many looks', () => {
    agrees(known(blandAltman(x, y)), r.blandAltman);
    const bins = known(calibrationCurve(x, y, 4));
    for (const name of ['meanX', 'meanY', 'halfWidth', 'n'] as const)
      allAgree(
        bins.map((bin) => bin[name]),
        r.calibration[name],
      );
    for (const { count, n, low, high } of scipy.wilson) agrees(wilsonInterval(count, n), { low, high });
    allAgree(benjaminiHochberg(r.benjaminiHochberg.p), r.benjaminiHochberg.adjusted);
  });

  it('groups: variance components, pooled means, correlations within and between', () => {
    const { key, value, other, within, between, icc1, icc2, centre, pooled, errors, rWithin, rBetween } = r.groups;
    const groups = groupsOf(key, value);
    agrees(varianceComponents(groups), { within, between, icc1, icc2 });
    const ours = known(partialPooling(groups));
    expect(ours.centre).to.be.closeTo(centre, CLOSE);
    allAgree(
      ours.groups.map((group) => group.pooled),
      pooled,
    );
    allAgree(
      ours.groups.map(({ standardError }) => standardError),
      errors,
    );
    agrees(withinCorrelation(key, value, other), { within: rWithin, between: rBetween });
  });

  it('groups of one size: what restricted likelihood gives, within 1e-6, as it searches for it', () => {
    const { key, value, within, between, centre, pooled } = r.evenGroups;
    agrees(varianceComponents(groupsOf(key, value)), { within, between }, 1e-6);
    const ours = known(partialPooling(groupsOf(key, value)));
    expect(ours.centre).to.be.closeTo(centre, CLOSE);
    allAgree(
      ours.groups.map((group) => group.pooled),
      pooled,
      1e-6,
    );
  });

  it('many effects, and how far columns go together', () => {
    const { effects, errors, shrunk, shrunkErrors } = r.shrunk;
    const ours = shrunkEffects(effects, errors);
    allAgree(
      ours.map(({ effect }) => effect),
      shrunk,
    );
    allAgree(
      ours.map(({ standardError }) => standardError),
      shrunkErrors,
    );
    expect(known(consistency(r.consistency.rows)).icc).to.be.closeTo(r.consistency.icc, CLOSE);
  });
});
