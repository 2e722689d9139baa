import { expect } from 'chai';
import { EXPRESSIONS } from '../../app/domain/face/expression';
import { baselineOf, NOTHING_READ, seldomReadOf } from '../../app/variables/read-seldom';
import { packedSeldomRead } from '../../app/variables/seldom-read';
import { sampleCheckIn, sampleFace, sampleRecall } from '../support/sample-entries';

const origin = { source: 'daylio', key: 'k', mood: 'good', activities: ['friends', '[1,"odd"'] } as const;

describe('what is seldom read of an entry', () => {
  it('comes back as it was, scores to a thousandth', () => {
    const recall = sampleRecall();
    const summary = sampleFace().summary!;
    const back = seldomReadOf(packedSeldomRead(recall));
    expect(back).to.deep.include({
      specificity: 'specific',
      selfRelevance: 5,
      vividness: 6,
      baseline: 'neutral',
      units: ['AU1', 'AU12', 'AU25'],
      blinksPerMinute: 12.8,
      closedShare: null,
      activities: null,
    });
    for (const [at, name] of EXPRESSIONS.entries())
      expect(back.expression![at]).to.be.closeTo(summary.expression[name], 0.0005);
  });

  it('leaves out the units that the person marked as misread', () => {
    const misread = [{ unit: 'AU12', onsetMs: 24_000, offsetMs: 44_900 }] as const;
    expect(seldomReadOf(packedSeldomRead(sampleRecall({ misread }))).units).to.deep.equal(['AU1', 'AU25']);
  });

  it('has how much of the recall the face was quiet, without what was marked as misread', () => {
    const summary = sampleFace().summary!;
    const quiet = [
      { onsetMs: 0, offsetMs: 12_000 },
      { onsetMs: 20_000, offsetMs: 32_000 },
    ];
    const states = { ...summary.states!, stretches: { ...summary.states!.stretches, quiet } };
    const face = { summary: { ...summary, states, recallMs: 48_000 } };
    const stillOf = (change: Parameters<typeof sampleRecall>[0]) =>
      seldomReadOf(packedSeldomRead(sampleRecall({ face, ...change }))).stillShare;
    expect(stillOf({})).to.equal(0.5);
    expect(stillOf({ misread: [{ state: 'quiet', ...quiet[0]! }] })).to.equal(0.25);
    const { states: _none, ...earlier } = summary;
    expect(stillOf({ face: { summary: earlier } })).to.equal(null);
  });

  it('says the baseline without the rest being read', () => {
    const summary = { ...sampleFace().summary!, baselineFacialValence: null };
    const bare = packedSeldomRead(sampleRecall({ face: { summary } }));
    expect([baselineOf(bare), seldomReadOf(bare).baseline]).to.deep.equal(['none', 'none']);
    expect(baselineOf(packedSeldomRead(sampleRecall()))).to.equal('neutral');
    expect(baselineOf(packedSeldomRead(sampleRecall({ mode: 'aloud' })))).to.equal('talking');
    expect(baselineOf(packedSeldomRead(sampleRecall({ mode: 'aloud', face: { summary } })))).to.equal('none-aloud');
    const imported = packedSeldomRead(sampleCheckIn({ origin }));
    expect([baselineOf(imported), baselineOf(null)]).to.deep.equal([null, null]);
    expect(seldomReadOf(imported).activities).to.deep.equal(origin.activities);
  });

  it('is nothing of a check-in, and of a recall in which nothing was answered and no face read', () => {
    expect(packedSeldomRead(sampleCheckIn())).to.equal(null);
    const memory = { ...sampleRecall().memory, specificity: null, selfRelevance: null, vividness: null };
    const face = { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 } as const;
    expect(packedSeldomRead(sampleRecall({ memory, face }))).to.equal(null);
    expect(seldomReadOf(null)).to.equal(NOTHING_READ);
    expect(seldomReadOf(packedSeldomRead(sampleRecall({ face })))).to.deep.equal({
      ...NOTHING_READ,
      specificity: 'specific',
      selfRelevance: 5,
      vividness: 6,
    });
  });
});
