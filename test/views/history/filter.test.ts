import { expect } from 'chai';
import { outlineOf } from '../../../app/journal/index/outline';
import { type Filter, feelingsIn, filtered, NO_FILTER, narrowedBy, tagsIn } from '../../../app/views/history/filter';
import { sampleCheckIn, sampleFace, sampleRecall, sampleReport } from '../../support/sample-entries';

const memory = sampleRecall().memory;
const hard = sampleRecall({ id: 'hard', memory: { ...memory, cueId: 'goodbye' }, report: sampleReport(-0.9) });
const ahead = sampleRecall({
  id: 'ahead',
  memory: { ...memory, cueId: 'own-1', direction: 'future', ownCue: { question: 'When?', valence: 'positive' } },
  report: sampleReport(0.9, { feelings: [{ name: 'excited', intensity: 3 }] }),
  face: { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 },
});
const free = sampleRecall({
  id: 'free',
  memory: { ...memory, cueId: null },
  report: sampleReport(null),
  face: sampleFace(),
});
const checkIn = sampleCheckIn({
  id: 'check-in',
  report: sampleReport(0.1, { feelings: [], tags: [{ kind: 'person', name: 'Ana' }] }),
});
const all = [hard, ahead, free, checkIn].map(outlineOf);

const kept = (change: Partial<Filter>) => filtered(all, { ...NO_FILTER, ...change }).map(({ id }) => id);

describe('a filter of the history', () => {
  it('lets everything through where nothing is chosen', () => {
    expect(filtered(all, NO_FILTER)).to.equal(all);
    expect(narrowedBy(NO_FILTER)).to.equal(0);
    expect(narrowedBy({ ...NO_FILTER, withFace: false, lowest: 1 })).to.equal(2);
  });

  it('narrows by each of its fields', () => {
    expect(kept({ kind: 'check-in' })).to.deep.equal(['check-in']);
    expect(kept({ kind: 'recall' })).to.deep.equal(['hard', 'ahead', 'free']);
    expect(kept({ feeling: 'excited' })).to.deep.equal(['ahead']);
    expect(kept({ tag: 'Ana' })).to.deep.equal(['check-in']);
    expect(kept({ cueClass: 'negative' })).to.deep.equal(['hard']);
    expect(kept({ cueClass: 'positive' }), 'also by a question of one’s own').to.deep.equal(['ahead']);
    expect(kept({ direction: 'future' })).to.deep.equal(['ahead']);
    expect(kept({ withFace: true })).to.deep.equal(['hard', 'free']);
    expect(kept({ withFace: false })).to.deep.equal(['ahead', 'check-in']);
  });

  it('narrows by a range of ratings, in which what was not rated never is', () => {
    expect(kept({ lowest: 3 })).to.deep.equal(['ahead', 'check-in']);
    expect(kept({ highest: 3 })).to.deep.equal(['hard', 'check-in']);
    expect(kept({ lowest: 3, highest: 3 })).to.deep.equal(['check-in']);
    expect(kept({ lowest: 5, highest: 1 })).to.deep.equal([]);
  });

  it('takes all of its fields together', () => {
    expect(kept({ kind: 'recall', withFace: false })).to.deep.equal(['ahead']);
    expect(kept({ kind: 'check-in', direction: 'past' })).to.deep.equal([]);
  });

  it('offers the feelings there are, the most frequent first', () => {
    expect(feelingsIn(all)).to.deep.equal(['grateful', 'wistful', 'excited']);
    expect(tagsIn(all)).to.deep.equal(['Ana']);
  });
});
