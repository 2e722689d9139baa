import { expect } from 'chai';
import { html, render } from 'lit';
import { evidenceWords } from '../../../app/charts/kit/evidence-words';
import { type Pattern, STRENGTHS } from '../../../app/insights/findings/pattern';
import { lookedWords, notYetWords, patternWords } from '../../../app/views/insights/pattern-words';
import { patternsSection } from '../../../app/views/insights/patterns-section';
import { NEVER_SAID } from '../../charts/never-said';

const difference = {
  effect: 0.2,
  low: 0.1,
  high: 0.3,
  n: 600,
  evidence: { strength: 'likely', months: null },
} as const;
const upwards: readonly Pattern[] = [
  ...[0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ kind: 'weekday', weekday, ...difference }) as const),
  ...(['morning', 'afternoon', 'evening'] as const).map((part) => ({ kind: 'day-part', part, ...difference }) as const),
  { kind: 'day-after', feeling: 'tired', ...difference },
  { kind: 'neighbours', ...difference },
  { kind: 'level', day: '2026-03-08', before: 0, after: 0.3, n: 90, evidence: difference.evidence },
];
const downwards = upwards.map(
  (pattern): Pattern =>
    pattern.kind === 'level'
      ? { ...pattern, after: -0.3 }
      : { ...pattern, effect: -pattern.effect, low: -pattern.high, high: -pattern.low },
);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const said = [...upwards, ...downwards].map(patternWords);

describe('patternWords', () => {
  it('name what was seen with its number, its interval and how many it is from', () => {
    const monday = patternWords(downwards[0]!);
    expect(monday.sentence).to.equal('Monday tends to be rated lower than the other days.');
    expect(plain(monday.numbers)).to.equal('0.20 lower on average, 95% interval 0.10 to 0.30. That’s from 600 days.');
    expect(plain(patternWords(upwards[6]!).sentence)).to.match(/^Sunday tends to be rated higher/);
    expect(plain(patternWords(upwards[10]!).sentence)).to.contain('The day after “tired”');
    expect(plain(patternWords(downwards[11]!).sentence)).to.contain('differently');
    expect(plain(patternWords(downwards[11]!).numbers)).to.contain('Correlation −0.20, 95% interval −0.30');
    expect(plain(patternWords(upwards[12]!).sentence)).to.equal(
      'Around March 8, 2026 ratings moved up and stayed there.',
    );
    expect(plain(patternWords(upwards[12]!).numbers)).to.equal(
      'From 0.00 to 0.30 on average. There have been 90 days with an entry since.',
    );
  });

  it('has an interval that goes through 0 turn with the rest', () => {
    const unsure: Pattern = { kind: 'weekday', weekday: 2, ...difference, effect: -0.1, low: -0.25, high: 0.05 };
    expect(plain(patternWords(unsure).sentence)).to.contain('lower than the other days');
    expect(plain(patternWords(unsure).numbers)).to.contain('0.10 lower on average, 95% interval −0.05 to 0.25');
  });

  it('says something else of each kind and direction', () => {
    expect(new Set(said.map(({ sentence }) => sentence)).size).to.equal(said.length);
    for (const { numbers } of said) expect(numbers).to.match(/\d/);
  });

  it('says how sure it is in words, and by months where those can tell', () => {
    expect(evidenceWords({ strength: 'chance', months: { seen: 3, of: 7 } })).to.equal('This could well be chance.');
    expect(evidenceWords({ strength: 'steady', months: { seen: 9, of: 11 } })).to.equal(
      'This is very unlikely to be chance. It was seen in 9 of 11 months.',
    );
    const all = STRENGTHS.map((strength) => evidenceWords({ strength, months: null }));
    expect(new Set(all).size).to.equal(STRENGTHS.length);
  });

  it('judges nothing, advises nothing, blames nothing, and tells nobody what they feel', () => {
    const words = [
      ...said.flatMap(({ sentence, evidence, numbers }) => [sentence, evidence, numbers]),
      ...STRENGTHS.map((strength) => evidenceWords({ strength, months: { seen: 7, of: 9 } })),
      ...[1, 26].map(lookedWords),
      ...[1, 8].map(notYetWords),
    ];
    for (const sentence of words) expect(sentence).to.not.match(NEVER_SAID);
    expect('This makes you happier!').to.match(NEVER_SAID);
  });
});

describe('patternsSection', () => {
  const drawn = (patterns: readonly Pattern[], needs: number | null) => {
    const root = document.createElement('div');
    render(html`${patternsSection({ patterns, looked: 26, needs })}`, root);
    return root;
  };

  it('lists what there is, says what is missing, or is not there', () => {
    expect([...drawn(upwards.slice(0, 3), null).querySelectorAll('li')]).to.have.length(3);
    expect(drawn(upwards, null).textContent).to.contain('26 patterns were checked');
    expect(drawn([], 8).textContent).to.contain('after at least 8 more entries');
    expect(drawn([], 8).querySelector('li')).to.equal(null);
    expect(drawn([], null).childElementCount).to.equal(0);
  });
});
