import { expect } from 'chai';
import type { Entry } from '../../../app/domain/entry/entry';
import { ratedEntry } from '../../../app/domain/entry/rated-entry';
import { momentAt } from '../../../app/domain/moment/moment';
import { findingOf } from '../../../app/insights/findings/finding';
import { valenceOverTime } from '../../../app/insights/statistics/valence-over-time';
import { checkIn, faceSummary, NOON_MS, recall } from '../../journal/support/samples';

const pointsOf = (entries: readonly Entry[]) => valenceOverTime(entries.map(ratedEntry));

describe('valenceOverTime', () => {
  it('is oldest first, with rating and face of each entry', () => {
    const later = checkIn('check', NOON_MS + 1);
    expect(pointsOf([later, recall()])).to.deep.equal([
      {
        entryId: 'first',
        epochMs: NOON_MS,
        offsetMinutes: 60,
        self: 0.72,
        face: 0.4,
        faceHalfWidth: 0.15,
        faceReader: 'emotion 1, facemesh 1',
        faceApart: false,
      },
      {
        entryId: 'check',
        epochMs: NOON_MS + 1,
        offsetMinutes: 0,
        self: later.report.valence!.value,
        face: null,
        faceHalfWidth: null,
        faceReader: null,
        faceApart: false,
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

  it('gives one point to an entry of several versions: the first, or where that is gone one of the others', () => {
    const rated = (id: string, value: number, besideId?: string) =>
      recall({
        id,
        ...(besideId && { besideId }),
        report: { ...recall().report, valence: { ...recall().report.valence!, value } },
      });
    const [a, b, c, d] = [rated('a', 0.1), rated('b', 0.2, 'a'), rated('c', 0.3, 'a'), rated('d', 0.4)];
    const ids = (entries: readonly Entry[]) => pointsOf(entries).map(({ entryId }) => entryId);
    expect(ids([b, a, c, d])).to.deep.equal(['a', 'd']);
    expect(ids([c, d, b])).to.deep.equal(['c', 'd']);
    expect(ids([b, d])).to.deep.equal(['b', 'd']);
  });

  it('counts an entry of several versions as one recall, so that it adds nothing to n', () => {
    const ten = Array.from({ length: 10 }, (_, index) => {
      const valence = { ...recall().report.valence!, value: index / 10 };
      const face = { summary: { ...faceSummary, facialValence: (index % 3) / 4 } };
      return recall({ id: `recall-${index}`, face, report: { ...recall().report, valence } });
    });
    const versions = ten.flatMap((entry) => [entry, { ...entry, id: `${entry.id}-b`, besideId: entry.id }]);
    expect(findingOf(pointsOf(ten))).to.include({ n: 10 });
    expect(findingOf(pointsOf(versions))).to.deep.equal(findingOf(pointsOf(ten)));
    expect(findingOf(pointsOf(versions.slice(0, 18)))).to.deep.equal({ kind: 'too-few', n: 9, missing: 1 });
  });

  it('sets apart what another version read, and what it is not known who read; never a rating', () => {
    const by = (id: string, models: Record<string, string>, epochMs: number) =>
      recall({ id, startedAt: momentAt(epochMs, 'UTC'), face: { summary: { ...faceSummary, models } } });
    const points = pointsOf([
      by('old', { ...faceSummary.models, expression: 'emotion 0' }, NOON_MS - 2),
      by('unknown', {}, NOON_MS - 1),
      by('new', faceSummary.models, NOON_MS),
    ]);
    expect(points.map(({ entryId, self, faceApart }) => [entryId, self, faceApart])).to.deep.equal([
      ['old', 0.72, true],
      ['unknown', 0.72, true],
      ['new', 0.72, false],
    ]);
  });

  it('says nothing of the reader of a disputed face', () => {
    expect(pointsOf([recall({ faceDisputed: true })])[0]).to.include({
      face: null,
      faceReader: null,
      faceApart: false,
    });
  });

  it('is empty without entries', () => {
    expect(pointsOf([])).to.deep.equal([]);
  });
});
