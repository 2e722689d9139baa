import { expect } from 'chai';
import type { Entry } from '../../app/domain/entry';
import { ratedEntry } from '../../app/domain/rated-entry';
import { valenceOverTime } from '../../app/insights/valence-over-time';
import { checkIn, NOON_MS, recall } from '../journal/samples';

const pointsOf = (entries: readonly Entry[]) => valenceOverTime(entries.map(ratedEntry));

describe('valenceOverTime', () => {
  it('is oldest first, with rating and face of each entry', () => {
    const later = checkIn('check', NOON_MS + 1);
    expect(pointsOf([later, recall()])).to.deep.equal([
      { entryId: 'first', epochMs: NOON_MS, offsetMinutes: 60, self: 0.72, face: 0.4, faceHalfWidth: 0.15 },
      {
        entryId: 'check',
        epochMs: NOON_MS + 1,
        offsetMinutes: 0,
        self: later.report.valence!.value,
        face: null,
        faceHalfWidth: null,
      },
    ]);
  });

  it('leaves out a disputed face, and a face without a summary', () => {
    const none = recall({ face: { summary: null, reason: 'no-face', usableMs: 0, usableShare: 0 } });
    expect(pointsOf([recall({ faceDisputed: true }), none]).map(({ face }) => face)).to.deep.equal([null, null]);
  });

  it('keeps a face without a rating, and gives no point where there is neither', () => {
    const unrated = { ...recall().report, valence: null };
    const [point, ...more] = pointsOf([recall({ report: unrated }), recall({ report: unrated, faceDisputed: true })]);
    expect(point).to.include({ self: null, face: 0.4 });
    expect(more).to.deep.equal([]);
  });

  it('keeps a rating of exactly 0', () => {
    const middle = { ...recall().report, valence: { ...recall().report.valence!, raw: 50, value: 0 } };
    expect(pointsOf([recall({ report: middle })])[0]!.self).to.equal(0);
  });

  it('is empty without entries', () => {
    expect(pointsOf([])).to.deep.equal([]);
  });
});
