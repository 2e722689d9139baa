import { expect } from 'chai';
import { phaseLengthMs, phaseRows } from '../../../app/domain/face/phase-rows';
import { withTraces } from '../../../app/insights/sample/relived';
import { readTrace } from '../../../app/journal/parse/trace';
import { mean } from '../../../app/statistics/mean';
import { madeUp } from '../../charts/told';

const entries = madeUp(1);
const kept = withTraces(entries);
const withTrace = kept.flatMap(({ entry, trace }) => (trace && entry.kind === 'recall' ? [{ entry, trace }] : []));

describe('the recalls of the sample that have their readings', () => {
  it('are the first and the last of six memories, and no other entry is touched', () => {
    expect(kept.map(({ entry }) => entry.id)).to.deep.equal(entries.map(({ id }) => id));
    for (const [at, { entry, trace }] of kept.entries()) if (!trace) expect(entry).to.equal(entries[at]);
    expect(withTrace).to.have.length(12);
    const titles = new Set(withTrace.map(({ entry }) => entry.memory.title));
    expect(titles.size).to.equal(6);
    for (const title of titles) {
      const own = entries.filter(
        (entry) => entry.kind === 'recall' && entry.memory.title === title && entry.face.summary && !entry.faceDisputed,
      );
      const ids = withTrace.filter(({ entry }) => entry.memory.title === title).map(({ entry }) => entry.id);
      expect(ids).to.deep.equal([own[0]!.id, own.at(-1)!.id]);
    }
  });

  it('come to what their summaries say, and the journal reads them', () => {
    for (const { entry, trace } of withTrace) {
      const summary = entry.face.summary!;
      expect(entry.hasTrace).to.equal(true);
      expect(readTrace(trace)).to.deep.equal(trace);
      expect(phaseLengthMs(trace.segments, 'recall')).to.equal(summary.recallMs);
      const rows = phaseRows(trace, 'recall').flatMap(({ rows: own }) => own);
      expect(rows.length).to.equal(summary.readings);
      expect(mean(rows.map((row) => trace.facialValence[row]!))).to.be.closeTo(summary.facialValence, 1e-5);
      expect(Math.min(...trace.expression)).to.be.at.least(0);
      for (const row of rows) {
        const scores = trace.expression.subarray(8 * row, 8 * row + 8);
        expect(scores.reduce((sum, score) => sum + score, 0)).to.be.closeTo(1, 1e-5);
      }
    }
  });

  it('are few and small', () => {
    const bytes = withTrace
      .flatMap(({ trace }) => Object.values(trace))
      .reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);
    expect(bytes).to.be.below(120_000);
  });
});
