import { expect } from 'chai';
import { recallReadings } from '../../../app/charts/trace/recall-readings';
import { LONGEST_GAP_MS, SMOOTHING_MS, traceSeries, VISIBLE_SHARE } from '../../../app/charts/trace/trace-series';
import { type Sample, traceOf, turning } from '../traces';

const seriesOf = (samples: readonly Sample[], durationMs?: number) =>
  traceSeries(recallReadings(traceOf(samples)), durationMs ?? samples.length * 100);

const band = (series: ReturnType<typeof seriesOf>, name: string) => series.bands.find((one) => one.name === name);

describe('traceSeries', () => {
  it('stacks the bands without a gap from 0 to 1, neutral at the bottom and happiness on top', () => {
    const series = seriesOf(turning(40));
    expect(series.bands.map(({ name }) => name)).to.deep.equal(['neutral', 'rest', 'sadness', 'happiness']);
    for (const [i] of series.x.entries()) {
      for (const [k, { lower, upper }] of series.bands.entries()) {
        expect(lower[i]).to.equal(k === 0 ? 0 : series.bands[k - 1]!.upper[i]);
        expect(upper[i]).to.be.at.least(lower[i]!);
      }
      expect(series.bands.at(-1)!.upper[i]).to.be.closeTo(1, 1e-6);
    }
  });

  it('is in seconds, one moment per reading', () => {
    const series = seriesOf(turning(40));
    expect(series.x).to.have.length(40);
    expect([series.x[0], series.x[39], series.durationS]).to.deep.equal([0, 3.9, 4]);
    expect(series.n).to.equal(40);
  });

  it('gives the mean shares of what was readable', () => {
    const { meanShares } = seriesOf([...turning(40), { tMs: 4_000, scores: null }]);
    expect(meanShares.happiness).to.be.closeTo(0.35, 1e-6);
    expect(meanShares.neutral).to.be.closeTo(0.35, 1e-6);
    expect(meanShares.fear).to.equal(0);
  });

  it('evens out only what lies near', () => {
    const spike = (at: number) =>
      Array.from({ length: 21 }, (_, i): Sample => {
        const happiness = i === at ? 1 : 0;
        return { tMs: i * 100, scores: { happiness, neutral: 1 - happiness } };
      });
    const { valence, x } = seriesOf(spike(10));
    const reached = x.filter((_, i) => valence[i]! > 0).map((seconds) => Math.round(Math.abs(seconds - 1) * 1000));
    expect(Math.max(...reached)).to.equal(SMOOTHING_MS);
    expect(valence[10]).to.be.closeTo(1 / 7, 1e-6);
  });

  it('has a gap where the face was not readable, and does not look across it', () => {
    const samples = turning(40).map((sample, i) => (i >= 18 && i < 22 ? { tMs: sample.tMs, scores: null } : sample));
    const series = seriesOf(samples);
    expect(series.readable.slice(17, 23)).to.deep.equal([1, 0, 0, 0, 0, 1]);
    for (const values of [series.valence, ...series.bands.flatMap(({ lower, upper }) => [lower, upper])]) {
      expect(values.map(Number.isNaN).slice(17, 23)).to.deep.equal([false, true, true, true, true, false]);
    }
    expect(series.valence[17]).to.be.closeTo(-0.6, 1e-6);
    expect(series.valence[22]).to.be.closeTo(0.7, 1e-6);
    expect(series.readableShare).to.equal(0.9);
  });

  it('breaks where nothing was read for too long: at the start, between and at the end, and not before', () => {
    const at = (...times: number[]) => times.map((tMs): Sample => ({ tMs, scores: { neutral: 1 } }));
    const unread = (samples: Sample[], durationMs: number) => {
      const { x, readable } = seriesOf(samples, durationMs);
      return x.filter((_, i) => readable[i] === 0);
    };
    const short = LONGEST_GAP_MS;
    expect(unread(at(short, 2 * short), 3 * short)).to.deep.equal([]);
    expect(unread(at(short + 1, 2 * short), 3 * short)).to.deep.equal([0]);
    expect(unread(at(0, short + 1), 2 * short)).to.deep.equal([SMOOTHING_MS / 1000]);
    expect(unread(at(0), short + 1)).to.deep.equal([SMOOTHING_MS / 1000]);
  });

  it('gives an expression an area from the visible share on, and lays the others together', () => {
    const steady = (fear: number) =>
      seriesOf(Array.from({ length: 5 }, (_, i) => ({ tMs: i * 100, scores: { fear, neutral: 1 - fear } })));
    expect(band(steady(VISIBLE_SHARE + 1e-6), 'fear')?.visible).to.equal(true);
    const below = steady(VISIBLE_SHARE - 1e-6);
    expect(band(below, 'fear')).to.equal(undefined);
    expect(band(below, 'rest')).to.include({ visible: false });
    expect(band(below, 'rest')!.upper[0]).to.be.closeTo(1, 1e-6);
  });

  it('is empty, not broken, without readings', () => {
    const series = traceSeries([], 0);
    expect(series.x).to.deep.equal([]);
    expect(series.readableShare).to.equal(0);
    expect(series.meanShares.neutral).to.equal(0);
  });
});
