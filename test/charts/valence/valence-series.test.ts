import { expect } from 'chai';
import { valenceSeries } from '../../../app/charts/valence/valence-series';
import { valenceSummary, valenceTable } from '../../../app/charts/valence/valence-words';
import type { ValencePoint } from '../../../app/insights/statistics/valence-point';

const point = (change: Partial<ValencePoint> = {}): ValencePoint => ({
  entryId: 'one',
  epochMs: Date.parse('2026-11-22T23:30:00Z'),
  offsetMinutes: 60,
  self: 0.72,
  face: 0.4,
  faceHalfWidth: 0.15,
  faceReader: 'emotion 1, facemesh 1',
  faceApart: false,
  ...change,
});
const later = (change: Partial<ValencePoint>) =>
  point({ entryId: 'two', epochMs: Date.parse('2026-11-25T10:00:00Z'), ...change });

describe('valenceSeries', () => {
  it('stands at the time on the wall of the person, not of Greenwich', () => {
    expect(new Date(valenceSeries([point()]).fromMs).toISOString()).to.equal('2026-11-23T00:30:00.000Z');
  });

  it('has a mark for each of the two that is there, and a pair only for both', () => {
    const series = valenceSeries([point(), later({ self: null })]);
    expect(series.self.map(({ entryId }) => entryId)).to.deep.equal(['one']);
    expect(series.face.map(({ entryId }) => entryId)).to.deep.equal(['one', 'two']);
    expect(series.pairs).to.have.length(1);
    expect(series.n).to.equal(2);
  });

  it('keeps intervals on the scale, and has none where it cannot be told', () => {
    const series = valenceSeries([point({ face: 0.95 }), later({ faceHalfWidth: null })]);
    expect(series.whiskers).to.have.length(1);
    expect(series.whiskers[0]).to.include({ high: 1 });
    expect(series.whiskers[0]!.low).to.be.closeTo(0.8, 1e-12);
  });

  it('draws a face that is set apart among the others of its kind, without pair or interval, and its rating as ever', () => {
    const series = valenceSeries([point({ faceApart: true }), later({})]);
    const ids = (marks: readonly { entryId: string }[]) => marks.map(({ entryId }) => entryId);
    expect(ids(series.self)).to.deep.equal(['one', 'two']);
    expect(ids(series.face)).to.deep.equal(['two']);
    expect(ids(series.apart)).to.deep.equal(['one']);
    expect([series.pairs, series.whiskers].map(({ length }) => length)).to.deep.equal([1, 1]);
  });

  it('keeps a rating of exactly 0', () => {
    expect(valenceSeries([point({ self: 0 })]).self[0]!.y).to.equal(0);
  });
});

describe('valenceSummary', () => {
  it('says n and period, and sets the two means beside each other only of the entries that have both', () => {
    // The other rating would have made it 0.46.
    expect(valenceSummary(valenceSeries([point(), later({ self: 0.2, face: null })]))).to.equal(
      '2 entries, Nov 23 to Nov 25. You rated 2. Your face was read in one. In the one with both, you said very pleasant (0.72) and your face looked a little pleasant (0.40).',
    );
    const three = [point(), later({ self: 0.2, face: 0.2 }), later({ entryId: 'three', self: null, face: -0.9 })];
    expect(valenceSummary(valenceSeries(three))).to.equal(
      '3 entries, Nov 23 to Nov 25. You rated 2. Your face was read in 3. In the 2 with both, you said pleasant (0.46) on average and your face looked a little pleasant (0.30).',
    );
  });

  it('gives no mean where no entry has both', () => {
    expect(valenceSummary(valenceSeries([point({ face: null }), later({ self: null })]))).to.equal(
      '2 entries, Nov 23 to Nov 25. You rated one. Your face was read in one.',
    );
  });

  it('has a sentence for only ratings, only faces, one entry and none', () => {
    const two = (change: Partial<ValencePoint>) => valenceSummary(valenceSeries([point(change), later(change)]));
    expect(two({ face: null })).to.equal('2 entries, Nov 23 to Nov 25. You rated 2, on average very pleasant (0.72).');
    expect(two({ self: null })).to.equal(
      '2 entries, Nov 23 to Nov 25. Your face was read in 2, on average a little pleasant (0.40).',
    );
    const one = (change: Partial<ValencePoint>) => valenceSummary(valenceSeries([point(change)]));
    expect(one({})).to.equal(
      'One entry, Nov 23: you rated it very pleasant (0.72); your face looked a little pleasant (0.40).',
    );
    expect(one({ face: null })).to.equal('One entry, Nov 23: you rated it very pleasant (0.72).');
    expect(one({ self: null })).to.equal('One entry, Nov 23: your face looked a little pleasant (0.40).');
    expect(valenceSummary(valenceSeries([]))).to.contain('Nothing to draw yet');
  });

  it('takes the compared faces alone into that mean, and says how many they are', () => {
    const old = point({ self: -1, face: -0.9, faceApart: true });
    expect(valenceSummary(valenceSeries([old, later({})]))).to.equal(
      '2 entries, Nov 23 to Nov 25. You rated 2. Your face was read in 2, and compared in 1. In the one with both, you said very pleasant (0.72) and your face looked a little pleasant (0.40).',
    );
    const unrated = (change = {}) => point({ self: null, ...change });
    expect(valenceSummary(valenceSeries([unrated({ faceApart: true }), later({ self: null })]))).to.equal(
      '2 entries, Nov 23 to Nov 25. Your face was read in 2, and compared in 1.',
    );
    expect(valenceSummary(valenceSeries([old, later({ self: -1, faceApart: true })]))).to.equal(
      '2 entries, Nov 23 to Nov 25. You rated 2, on average very unpleasant (−1.00). Your face was read in 2.',
    );
    expect(valenceSummary(valenceSeries([old]))).to.equal(
      'One entry, Nov 23: you rated it very unpleasant (−1.00); your face looked very unpleasant (−0.90).',
    );
  });

  it('names the years where there are two', () => {
    const old = point({ epochMs: Date.parse('2025-03-01T12:00:00Z') });
    expect(valenceSummary(valenceSeries([old, later({})]))).to.contain('Mar 1, 2025 to Nov 25, 2026');
  });
});

describe('valenceTable', () => {
  it('is newest first, with the interval of the face and a dash for what is missing', () => {
    const { rows, caption } = valenceTable([point(), later({ self: -0.3, face: null })]);
    expect(caption).to.contain('2 entries');
    expect(rows.map(({ entryId }) => entryId)).to.deep.equal(['two', 'one']);
    expect(rows[0]!.cells.slice(1)).to.deep.equal(['−0.30', '–']);
    expect(rows[1]!.cells.slice(1)).to.deep.equal(['0.72', '0.40 ± 0.15']);
  });

  it('keeps the number of a face that is set apart, and says that it is', () => {
    expect(valenceTable([point({ faceApart: true })]).rows[0]!.cells[2]).to.equal('0.40 ± 0.15 (not compared)');
  });
});
