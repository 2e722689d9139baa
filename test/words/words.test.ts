import { expect } from 'chai';
import { EXPRESSIONS, noScores } from '../../app/domain/face/expression';
import type { FaceSummary } from '../../app/domain/face/face-summary';
import { FRAMINGS } from '../../app/domain/face/framing';
import { FAILURES } from '../../app/domain/failure/failure';
import { CUE_VALENCES, DIRECTIONS, SPECIFICITIES, WHENS } from '../../app/domain/memory/memory';
import { FEELINGS } from '../../app/domain/report/report';
import { expressionLook, expressionWord } from '../../app/words/face/expression-words';
import { faceSentence } from '../../app/words/face/face-words';
import { framingWords } from '../../app/words/face/framing-words';
import { noSummaryWords } from '../../app/words/face/no-summary-words';
import { failureWords } from '../../app/words/failure/failure-words';
import { cueValenceWord, directionWord, specificityWord, whenWord } from '../../app/words/memory/memory-words';
import { feelingWord, intensityWord } from '../../app/words/report/feeling-words';
import { arousalWord, valenceWord } from '../../app/words/report/rating-words';

const distinct = (words: readonly string[]): void => {
  expect(words.every((word) => word.trim().length > 0)).to.equal(true);
  expect(new Set(words).size).to.equal(words.length);
};

describe('words', () => {
  it('has its own word for each value of a list', () => {
    distinct(EXPRESSIONS.map(expressionWord));
    distinct(EXPRESSIONS.map(expressionLook));
    distinct(FEELINGS.map(feelingWord));
    distinct(FRAMINGS.map(framingWords));
    distinct(WHENS.map(whenWord));
    distinct(SPECIFICITIES.map(specificityWord));
    distinct(DIRECTIONS.map(directionWord));
    distinct(CUE_VALENCES.map(cueValenceWord));
    distinct([1, 2, 3, 4, 5].map(intensityWord));
  });

  it("gives the person's own feeling back as written, whatever it is called", () => {
    expect(feelingWord('Fernweh ')).to.equal('Fernweh ');
    expect(feelingWord('toString')).to.equal('toString');
  });

  it('says for every failure what happened, what is safe and what to do', () => {
    distinct(FAILURES.map((code) => failureWords(code).what));
    for (const code of FAILURES) {
      const { what, safe, next } = failureWords(code);
      for (const sentence of [what, safe, next]) expect(sentence, code).to.match(/^\p{Lu}.*\.$/u);
    }
  });

  it('never calls an expression an emotion, nor tells a person what they feel', () => {
    const all = [
      ...EXPRESSIONS.map(expressionWord),
      ...FAILURES.flatMap((code) => Object.values(failureWords(code))),
      faceSentence({ summary: summary({}) }),
    ].join(' ');
    expect(all).not.to.match(/emotion|you felt|you feel|you were/i);
  });

  it('tells how much of the face is missing, never rounding up to enough', () => {
    expect(noSummaryWords({ reason: 'too-little-usable', usableMs: 8_400 })).to.contain('8 of the 20 seconds');
    expect(noSummaryWords({ reason: 'too-little-usable', usableMs: 19_999 })).to.contain('19 of the 20 seconds');
    for (const reason of ['no-camera', 'no-face', 'too-few-readings', 'several-faces', 'withdrawn'] as const) {
      expect(noSummaryWords({ reason, usableMs: 0 })).to.contain('What you say is what counts');
    }
  });

  it('names valence in steps of a seventh', () => {
    expect(valenceWord(0)).to.equal('neither pleasant nor unpleasant');
    expect(valenceWord(1 / 7)).to.equal('neither pleasant nor unpleasant');
    expect(valenceWord(-1 / 7 - 0.001)).to.equal('a little unpleasant');
    expect(valenceWord(1)).to.equal('very pleasant');
    expect(valenceWord(-1)).to.equal('very unpleasant');
    expect(arousalWord(-1)).to.equal('very calm');
  });
});

describe('faceSentence', () => {
  const turn = { atMs: 22_000, from: 'sadness', to: 'happiness', fromValence: -0.4, toValence: 0.6 } as const;

  it('speaks of the turn where the face turned, and of when', () => {
    expect(faceSentence({ summary: summary({ turn }) })).to.equal(
      'Your face went from sad to happy about halfway through.',
    );
    expect(faceSentence({ summary: summary({ turn: { ...turn, atMs: 17_999 } }) })).to.contain('early on');
    expect(faceSentence({ summary: summary({ turn: { ...turn, atMs: 27_001 } }) })).to.contain('towards the end');
  });

  it('takes a still face for the normal thing it is', () => {
    expect(faceSentence({ summary: summary({}) })).to.equal(
      'Your face stayed neutral, as many people’s do while they remember.',
    );
  });

  it('mentions the highest moment of an otherwise neutral face', () => {
    const peak = { expression: 'happiness', onsetMs: 1, apexMs: 2, offsetMs: 3, apexScore: 0.6 } as const;
    const lower = { ...peak, expression: 'surprise', apexScore: 0.4 } as const;
    expect(faceSentence({ summary: summary({ peaks: [lower, peak] }) })).to.contain('looked happy for a moment');
  });

  it('says so where no expression had half of the time', () => {
    const expression = { ...noScores(), happiness: 0.49, surprise: 0.51 };
    expect(faceSentence({ summary: summary({ expression }) })).to.equal('Your face looked mostly surprised.');
    const mixed = { ...noScores(), happiness: 0.49, surprise: 0.3, fear: 0.21 };
    expect(faceSentence({ summary: summary({ expression: mixed }) })).to.contain('several expressions');
  });

  it('gives the reason where there is no summary', () => {
    const outcome = { summary: null, reason: 'too-little-usable', usableMs: 3_000, usableShare: 0.1 } as const;
    expect(faceSentence(outcome)).to.contain('3 of the 20 seconds');
  });
});

function summary(change: Partial<FaceSummary>): FaceSummary {
  return {
    expression: { ...noScores(), neutral: 0.9, happiness: 0.1 },
    facialValence: 0.1,
    facialValenceHalfWidth: 0.05,
    baselineFacialValence: 0,
    usableShare: 1,
    usableMs: 45_000,
    readings: 450,
    peaks: [],
    turn: null,
    recallMs: 45_000,
    models: {},
    backend: 'wasm',
    ...change,
  };
}
