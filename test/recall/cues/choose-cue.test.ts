import { expect } from 'chai';
import fc from 'fast-check';
import { CUE_VALENCES, type CueValence } from '../../../app/domain/memory/memory';
import { chooseCue, cueOrder, RECENT_RECALLS } from '../../../app/recall/cues/choose-cue';
import { CUE_DECK, cueById } from '../../../app/recall/cues/cue-deck';
import { cueWords, ownMemoryWords } from '../../../app/recall/cues/cue-words';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const deckRecall = fc.constantFrom(...CUE_DECK).map(({ id, valence }) => ({ cueId: id as string | null, valence }));
const ownRecall = fc.record({
  cueId: fc.constantFrom(null, 'a-cue-of-the-future'),
  valence: fc.option(fc.constantFrom<CueValence>(...CUE_VALENCES)),
});
const recall = fc.oneof(deckRecall, ownRecall);
const wish = fc.record({ day, recent: fc.array(recall, { maxLength: 30 }) });

describe('the cue deck', () => {
  it('has at least four cues of each valence, and both directions in each', () => {
    for (const valence of CUE_VALENCES) {
      const cues = CUE_DECK.filter((cue) => cue.valence === valence);
      expect(cues.length).to.be.at.least(4);
      expect(new Set(cues.map((cue) => cue.direction)).size).to.equal(2);
    }
  });

  it('has one id, one question and one invitation per cue', () => {
    const questions = CUE_DECK.map((cue) => cueWords(cue).question);
    expect(new Set(CUE_DECK.map((cue) => cue.id)).size).to.equal(CUE_DECK.length);
    expect(new Set(questions).size).to.equal(CUE_DECK.length);
    for (const question of questions) expect(question).to.match(/\?$/);
    for (const cue of CUE_DECK) expect(cueWords(cue).invitation).to.match(/[.?]$/);
  });

  it('asks an open question for a cue of another version', () => {
    expect(cueById('a-cue-of-the-future')).to.equal(null);
    expect(cueWords({ id: 'a-cue-of-the-future' })).to.deep.equal(ownMemoryWords());
    expect(cueWords({ id: 'constructor' })).to.deep.equal(ownMemoryWords());
  });
});

describe('chooseCue', () => {
  it('offers the same cue all day long, and not the same one every day', () => {
    fc.assert(fc.property(wish, (input) => chooseCue(input) === chooseCue({ ...input, steps: 0 })));
    const month = Array.from({ length: 28 }, (_, i) => chooseCue({ day: `2025-02-${i + 1}`, recent: [] }).id);
    expect(new Set(month).size).to.be.greaterThan(8);
    expect(new Set(month.map((id) => cueById(id)?.valence)).size).to.equal(3);
  });

  it('offers no negative cue after a negative recall, however often another is asked for', () => {
    fc.assert(
      fc.property(wish, fc.nat(100), ({ day, recent }, steps) => {
        const after = [{ cueId: null, valence: 'negative' as const }, ...recent];
        return chooseCue({ day, recent: after, steps }).valence !== 'negative';
      }),
    );
  });

  it('walks through every allowed cue before one comes again', () => {
    fc.assert(
      fc.property(wish, (input) => {
        const allowed = input.recent[0]?.valence === 'negative' ? 12 : CUE_DECK.length;
        const ids = Array.from({ length: allowed }, (_, steps) => chooseCue({ ...input, steps }).id);
        expect(new Set(ids).size).to.equal(allowed);
        expect(chooseCue({ ...input, steps: allowed }).id).to.equal(ids[0]);
      }),
    );
  });

  it('never follows one negative cue by another, the end and the beginning included', () => {
    fc.assert(
      fc.property(wish, (input) => {
        const order = cueOrder(input).map((cue) => cue.valence);
        order.forEach((valence, i) => {
          if (valence === 'negative') expect(order[(i + 1) % order.length]).not.to.equal('negative');
        });
      }),
    );
  });

  it('does not open with a cue of the last recalls', () => {
    fc.assert(
      fc.property(wish, (input) => {
        const lately = input.recent.slice(0, RECENT_RECALLS).map((recall) => recall.cueId);
        expect(lately).not.to.include(chooseCue(input).id);
      }),
    );
  });

  it('refuses a deck with nothing to offer', () => {
    expect(() => chooseCue({ day: '2025-01-01', recent: [] }, [])).to.throw(RangeError);
  });
});
