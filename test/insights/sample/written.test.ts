import { expect } from 'chai';
import { SAMPLE_TRUTHS } from '../../../app/insights/sample/truths';
import { written } from '../../../app/insights/sample/written';
import { SAMPLE_BOOK } from '../../../app/words/sample/books/en';
import { madeJournal } from '../truths/journals';

const words = {
  ...SAMPLE_BOOK,
  tags: [
    { kind: 'activity', name: 'walk' },
    { kind: 'place', name: 'garden' },
  ] as const,
};
const made = madeJournal(1, 400, SAMPLE_TRUTHS);
const entries = written(made, words, 7);

describe('written', () => {
  it('leaves every number as it is', () => {
    const numbersOf = ({ report }: (typeof entries)[0]) => [report.valence, report.arousal, report.feelings];
    expect(entries.map(numbersOf)).to.deep.equal(made.map(({ entry }) => numbersOf(entry)));
    expect(entries.map(({ startedAt }) => startedAt)).to.deep.equal(made.map(({ entry }) => entry.startedAt));
  });

  it('gives each recall a title that fits its question', () => {
    for (const entry of entries) {
      if (entry.kind !== 'recall') continue;
      const { direction, expectedValence, title } = entry.memory;
      expect(words[direction][expectedValence ?? 'neutral']).to.include(title);
    }
  });

  it('writes notes that fit the rating, beside a quarter of the entries', () => {
    const noted = entries.filter(({ report }) => report.note !== '');
    expect(noted.length / entries.length).to.be.within(0.18, 0.32);
    for (const { report } of noted) {
      const value = report.valence?.value ?? 0;
      const tone = value > 0.2 ? 'pleasant' : value < -0.2 ? 'unpleasant' : 'between';
      expect(words.notes[tone]).to.include(report.note);
    }
  });

  it('has tags for the labels that the book knows, and for no other', () => {
    for (const [at, { report }] of entries.entries())
      expect(report.tags).to.deep.equal(words.tags.filter(({ name }) => made[at]!.labels.includes(name)));
  });
});
