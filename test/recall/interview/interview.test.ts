import { expect } from 'chai';
import fc from 'fast-check';
import { withoutGaps } from '../../../app/base/without-gaps';
import type { Memory } from '../../../app/domain/memory/memory';
import { TIMES_AHEAD } from '../../../app/domain/memory/recollection';
import {
  asOneOccasion,
  atTimeAhead,
  atWhen,
  inDirection,
  onDate,
  unsureWhen,
  withinADay,
} from '../../../app/recall/interview/answers';
import {
  INTERVIEW,
  type InterviewPage,
  lifePeriodsFor,
  oneOccasionOf,
  openQuestions,
  pageAfter,
  pageBefore,
  pageNamed,
  withinADayOf,
} from '../../../app/recall/interview/open-questions';

const TODAY = '2026-11-22';
const blank = (change: Partial<Memory> = {}): Memory => ({
  title: 'Stove',
  cueId: null,
  direction: 'past',
  when: null,
  specificity: null,
  selfRelevance: null,
  expectedValence: null,
  vividness: null,
  ...change,
});
const after = (memory: Memory, change: Partial<Memory>): Memory => withoutGaps({ ...memory, ...change });

describe('which questions are open', () => {
  it('is told from what was said', () => {
    expect(openQuestions(blank())).to.deep.equal(
      INTERVIEW.filter((question) => !['timeAhead', 'lifePeriod', 'withinADay'].includes(question)),
    );
    const ahead = openQuestions(blank({ direction: 'future', when: 'ahead' }));
    expect(ahead).to.include('timeAhead').and.not.to.include('when');
    expect(openQuestions(blank({ direction: 'future', whenUnsure: true }))).not.to.include('lifePeriod');
    for (const change of [{ when: 'years' }, { when: 'childhood' }, { whenUnsure: true }] as const)
      expect(openQuestions(blank(change)), JSON.stringify(change)).to.include('lifePeriod');
    expect(openQuestions(blank({ when: 'years', date: '1998' })), 'a date says more').not.to.include('lifePeriod');
    expect(openQuestions(blank({ when: 'this-year' }))).not.to.include('lifePeriod');
    expect(openQuestions(blank({ oneOccasion: true }))).to.include('withinADay');
    expect(openQuestions(blank({ specificity: 'extended' })), 'of an older journal').to.include('withinADay');
    expect(openQuestions(blank({ oneOccasion: false, specificity: 'categoric' }))).not.to.include('withinADay');
  });

  it('offers a childhood its own times of life', () => {
    expect(lifePeriodsFor(blank({ when: 'childhood' }))).to.deep.equal(['before-school', 'primary-school', 'teens']);
    expect(lifePeriodsFor(blank({ when: 'years' }))).to.have.length(8);
    expect(lifePeriodsFor(blank({ direction: 'future', when: 'ahead' }))).to.deep.equal([]);
  });

  it('leads from the title to the last look and back, and takes an unknown page for the title', () => {
    const memory = blank({ when: 'years', oneOccasion: true });
    const there: InterviewPage[] = ['title'];
    while (there.at(-1) !== 'ready') there.push(pageAfter(there.at(-1)!, memory));
    expect(there).to.deep.equal(['title', ...INTERVIEW.filter((question) => question !== 'timeAhead'), 'ready']);
    expect(pageAfter('ready', memory)).to.equal('ready');
    for (const [at, page] of there.entries()) expect(pageBefore(page, memory)).to.equal(there[Math.max(0, at - 1)]);
    expect(pageNamed('perspective', memory)).to.equal('perspective');
    expect([pageNamed(null, memory), pageNamed('tomorrow', memory), pageNamed('lifePeriod', blank())]).to.deep.equal([
      'title',
      'title',
      'title',
    ]);
  });
});

describe('an answer', () => {
  it('about the future takes back what the past alone has, and the past nothing', () => {
    const told = blank({ when: 'years', lifePeriod: 'teens', feelsNow: 'weaker' });
    expect(after(told, inDirection(told, 'past'))).to.deep.equal(told);
    const ahead = after(told, inDirection(told, 'future'));
    expect(ahead).to.deep.equal(blank({ direction: 'future', when: 'ahead' }));
    expect(after(ahead, inDirection(ahead, 'past'))).to.deep.equal(blank());
  });

  it('keeps one time ahead of three: roughly, unsure, or none', () => {
    const ahead = blank({ direction: 'future', when: 'ahead' });
    const weeks = after(blank({ direction: 'future' }), atTimeAhead('weeks'));
    expect(weeks, 'of a question about the future').to.deep.equal({ ...ahead, timeAhead: 'weeks' });
    expect(after(weeks, inDirection(weeks, 'future')), 'said again').to.deep.equal(weeks);
    const unsure = after(weeks, atTimeAhead('unsure'));
    expect(unsure).to.deep.equal({ ...ahead, whenUnsure: true });
    expect(after(unsure, atTimeAhead('later'))).to.deep.equal({ ...ahead, timeAhead: 'later' });
    expect(after(unsure, atTimeAhead(null))).to.deep.equal(ahead);
    expect(after(weeks, inDirection(weeks, 'past')), 'it happened after all').to.deep.equal(blank());
  });

  it('keeps one time of three: roughly, exactly, or unsure', () => {
    const years = after(blank(), atWhen(blank(), 'years'));
    const teens = { ...years, lifePeriod: 'teens' } as const;
    expect(after(teens, atWhen(teens, 'years'))).to.deep.equal(teens);
    expect(after(teens, atWhen(teens, 'this-week'))).to.deep.equal(blank({ when: 'this-week' }));
    const dated = after(teens, onDate(teens, '2019-07', TODAY));
    expect(dated).to.deep.equal(blank({ when: 'years', date: '2019-07' }));
    expect(after(dated, atWhen(dated, 'years')), 'roughly is what they say now').to.deep.equal(years);
    expect(after(dated, onDate(dated, null, TODAY))).to.deep.equal(blank());
    expect(after(years, onDate(years, null, TODAY)), 'there was no date').to.deep.equal(years);
    const unsure = after(dated, unsureWhen(dated));
    expect(unsure).to.deep.equal(blank({ whenUnsure: true }));
    expect(after(unsure, atWhen(unsure, 'today'))).to.deep.equal(blank({ when: 'today' }));
    expect(after(unsure, onDate(unsure, '2026-11-22', TODAY))).to.deep.equal(
      blank({ when: 'today', date: '2026-11-22' }),
    );
    const child = blank({ when: 'childhood' });
    expect(after(child, onDate(child, '1986', TODAY)).when, 'what they call it').to.equal('childhood');
    expect(after(child, onDate(child, '2026', TODAY)).when).to.equal('this-year');
  });

  it('tells the specificity from two plain questions, and leaves it open as long as it is', () => {
    const once = after(blank(), asOneOccasion(blank(), true));
    expect(once).to.deep.equal(blank({ oneOccasion: true }));
    const specific = after(once, withinADay(true));
    expect(specific.specificity).to.equal('specific');
    expect(after(once, withinADay(false)).specificity).to.equal('extended');
    expect(after(specific, withinADay(null))).to.deep.equal(once);
    expect(after(specific, asOneOccasion(specific, true)), 'said again').to.deep.equal(specific);
    const often = after(specific, asOneOccasion(specific, false));
    expect(often).to.deep.equal(blank({ oneOccasion: false, specificity: 'categoric' }));
    expect(after(often, asOneOccasion(often, null))).to.deep.equal(blank());
    expect(oneOccasionOf(blank({ specificity: 'categoric' }))).to.equal(false);
    expect(withinADayOf(blank({ specificity: 'categoric' }))).to.equal(null);
  });

  it('never leaves a memory at odds with itself, whatever is said in whatever order', () => {
    const steps = fc.array(
      fc.oneof(
        fc.constantFrom('past' as const, 'future' as const).map((one) => (memory: Memory) => inDirection(memory, one)),
        fc
          .constantFrom('today' as const, 'years' as const, 'childhood' as const, null)
          .map((when) => (memory: Memory) => (memory.direction === 'past' ? atWhen(memory, when) : {})),
        fc
          .constantFrom('1986', '2019-07', '2026-11-22', null)
          .map((date) => (memory: Memory) => (memory.direction === 'past' ? onDate(memory, date, TODAY) : {})),
        fc.constant((memory: Memory) => (memory.direction === 'past' ? unsureWhen(memory) : {})),
        fc
          .constantFrom(...TIMES_AHEAD, 'unsure' as const, null)
          .map((time) => (memory: Memory) => (memory.direction === 'future' ? atTimeAhead(time) : {})),
        fc.nat(7).map((at) => (memory: Memory) => {
          const lifePeriod = lifePeriodsFor(memory)[at];
          return lifePeriod && openQuestions(memory).includes('lifePeriod') ? { lifePeriod } : {};
        }),
        fc.option(fc.boolean()).map((once) => (memory: Memory) => asOneOccasion(memory, once)),
        fc.option(fc.boolean()).map((day) => (memory: Memory) => (oneOccasionOf(memory) ? withinADay(day) : {})),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (answers) => {
        const memory = answers.reduce((so, answer) => after(so, answer(so)), blank());
        const { direction, when, date, lifePeriod, whenUnsure, timeAhead, oneOccasion, specificity } = memory;
        expect(direction === 'future').to.equal(when === 'ahead');
        if (whenUnsure)
          expect([when, date, timeAhead]).to.deep.equal([
            direction === 'future' ? 'ahead' : null,
            undefined,
            undefined,
          ]);
        if (timeAhead) expect([direction, date, lifePeriod]).to.deep.equal(['future', undefined, undefined]);
        if (date) expect([whenUnsure, lifePeriod]).to.deep.equal([undefined, undefined]);
        if (lifePeriod) expect(lifePeriodsFor(memory)).to.include(lifePeriod);
        expect(specificity === 'categoric').to.equal(oneOccasion === false);
        if (specificity === 'specific' || specificity === 'extended') expect(oneOccasion).to.equal(true);
      }),
    );
  });
});
