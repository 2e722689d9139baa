import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Memory } from '../../../app/domain/memory/memory';
import { INTERVIEW } from '../../../app/recall/interview/open-questions';
import type { StepChoose } from '../../../app/views/recall/choose';
import { whileStubbed } from '../../journal/support/with-journal';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { deepQuery, until } from '../../support/mount';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { sampleRecall } from '../../support/sample-entries';
import { sessionState } from '../../support/session-states';

let screen: MountedRecall;
before(() => appStyles());
afterEach(() => screen.remove());

const text = (): string => screen.root.textContent!.replace(/\s+/g, ' ');
const named = (page: string, change: Partial<Memory> = {}) => {
  const state = sessionState('choose');
  return mountRecall({ ...state, page, memory: { ...state.memory, title: 'Stove', ...change } });
};
const said = (): Partial<Memory> => screen.session.snapshot.memory;
const page = (): string | null => screen.session.snapshot.page;
const focused = () => (screen.root as ShadowRoot).activeElement;
const scale = () => screen.root.querySelector('rv-scale-picker')!;
const picker = () => screen.root.querySelector('rv-tag-picker')!;

describe('the name of a memory', () => {
  it('is waited for, with the camera off', async () => {
    screen = await mountRecall(sessionState('choose'));
    expect(text()).to.contain('The camera is off');
    expect(screen.heading).to.equal('Which moment in a kitchen has stayed with you?');
    expect(screen.button('Step into it').disabled).to.equal(true);
  });

  it('is enough to start, by keyboard, and every stroke is kept with the page', async () => {
    screen = await mountRecall(sessionState('choose'));
    screen.root.querySelector<HTMLInputElement>('input')!.focus();
    await sendKeys({ type: ' Stove ' });
    await screen.settled();
    expect([said().title, page()]).to.deep.equal([' Stove ', 'title']);
    await sendKeys({ press: 'Enter' });
    const [name, memory] = screen.session.calls.at(-1)!;
    expect(name).to.equal('choose');
    expect((memory as Memory).title).to.equal('Stove');
    expect((memory as Memory).specificity).to.equal(null);
  });
});

describe('the interview', () => {
  it('goes on with each answer by itself, as far as questions make sense, and all of it stays optional', async () => {
    screen = await mountRecall(sessionState('choose'));
    const field = screen.root.querySelector<HTMLInputElement>('input')!;
    field.value = 'Stove';
    field.dispatchEvent(new InputEvent('input'));
    await screen.settled();
    await screen.press('Add a few details');
    await screen.press('It happened');
    await screen.press('years ago');
    expect(screen.heading).to.equal('Which time of your life was it?');
    await screen.press('my twenties');
    await screen.press('yes');
    await screen.press('no');
    expect(page()).to.equal('people');
    await screen.press('Skip');
    await screen.press('Skip');
    await screen.press('a bit of both');
    scale().shadowRoot!.querySelectorAll('input')[5]!.click();
    await screen.settled();
    await screen.press('unpleasant');
    expect(screen.heading).to.equal('Ready when you are.');
    await screen.press('Step into it');
    expect(screen.session.calls.at(-1)).to.deep.equal([
      'choose',
      {
        title: 'Stove',
        cueId: 'kitchen',
        direction: 'past',
        when: 'years',
        specificity: 'extended',
        selfRelevance: 6,
        expectedValence: 'negative',
        vividness: null,
        lifePeriod: 'twenties',
        oneOccasion: true,
        perspective: 'both',
      },
    ]);
  });

  it('can be skipped through with nothing said', async () => {
    screen = await named('direction');
    const before = said();
    for (const question of INTERVIEW.filter((one) => !['timeAhead', 'lifePeriod', 'withinADay'].includes(one))) {
      expect(page()).to.equal(question);
      // The direction is always known.
      await screen.press(question === 'direction' ? 'Next question' : 'Skip');
    }
    expect(page()).to.equal('ready');
    expect(said()).to.deep.equal(before);
  });

  it('can be left at any question for the last look, which leads back to each answer', async () => {
    screen = await named('when', { perspective: 'observer' });
    await screen.press('That’s enough');
    expect(text()).to.match(/How you see it\s+from outside, with me in it/);
    expect(text()).not.to.contain('Kind of memory');
    await screen.press('How you see it');
    expect(page()).to.equal('perspective');
  });

  it('has a way back to the title that keeps what was answered, and shows it', async () => {
    screen = await named('when');
    await screen.press('as a child');
    await screen.press('primary school');
    for (const before of ['lifePeriod', 'when', 'direction', 'title']) {
      await screen.press('Back');
      expect(page()).to.equal(before);
      const pressed = screen.root.querySelector('.answer[aria-pressed=true]');
      if (before === 'when') expect(pressed!.textContent!.trim()).to.equal('as a child');
    }
    expect(said()).to.include({ when: 'childhood', lifePeriod: 'primary-school' });
    await screen.press('Add a few details');
    await screen.press('Next question');
    await screen.press('as a child');
    expect(said(), 'the same again changes nothing').to.include({ when: 'childhood', lifePeriod: 'primary-school' });
  });

  it('takes an answer back, and stays', async () => {
    screen = await named('perspective', { perspective: 'field' });
    await screen.press('Clear');
    expect(said()).not.to.have.property('perspective');
    expect(page()).to.equal('perspective');
    expect(() => screen.button('Clear')).to.throw();
    expect(screen.button('Skip')).to.be.instanceOf(HTMLButtonElement);
  });

  it('knows that what is to come lies ahead, and asks no "when"', async () => {
    screen = await named('direction', { when: 'years', date: '1998' });
    await screen.press('It’s still to come');
    expect(said()).to.include({ direction: 'future', when: 'ahead' });
    expect(said()).not.to.have.property('date');
    expect(screen.heading).to.equal('When will it be, roughly?');
    await screen.press('in the coming weeks');
    expect(said()).to.include({ when: 'ahead', timeAhead: 'weeks' });
    expect(screen.heading).to.equal('Is it a single occasion?');
    await screen.press('That’s enough');
    expect(text()).to.match(/When\s+in the coming weeks/);
  });

  it('tells a screen reader the question and how far it is, wherever the person turns', async () => {
    screen = await named('perspective');
    for (const words of ['through my own eyes', 'Back', 'Next question']) {
      await screen.press(words);
      const heading = screen.root.querySelector('h1')!;
      expect(focused(), words).to.equal(heading);
      const count = (screen.root as ShadowRoot).getElementById(heading.getAttribute('aria-describedby')!)!;
      expect(count.textContent).to.match(/^\d of 8, all optional$/);
    }
  });

  it('is answered by keyboard alone, and never goes on because arrow keys came by a number', async () => {
    screen = await named('perspective');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    expect(page()).to.equal('perspective');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await screen.settled();
    expect([said().perspective, page()]).to.deep.equal(['observer', 'selfRelevance']);
    await scale().updateComplete;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await screen.settled();
    expect([said().selfRelevance, page()]).to.deep.equal([3, 'selfRelevance']);
    await sendKeys({ press: 'Enter' });
    await screen.settled();
    expect([said().selfRelevance, page()]).to.deep.equal([3, 'expectedValence']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await screen.settled();
    expect([said().expectedValence, page()]).to.deep.equal(['positive', 'ready']);
  });

  it('stands still for those who want less motion', async () => {
    // What has begun, because on a busy machine it may be over before it is looked for.
    const { animate } = Element.prototype;
    let begun = 0;
    const counted = function (this: Element, ...given: Parameters<typeof animate>) {
      if (this.matches('.turned')) begun += 1;
      return animate.apply(this, given);
    };
    screen = await named('perspective');
    await whileStubbed(Element.prototype, 'animate', counted, async () => {
      await screen.press('Skip');
      expect(begun).to.equal(1);
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        await screen.press('Skip');
        expect(begun).to.equal(1);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  });

  it('begins at the page of the draft, and at the title where this version does not know it', async () => {
    screen = await named('place');
    expect(screen.heading).to.equal('Where does it take you?');
    screen.remove();
    screen = await named('what-a-later-version-asks');
    expect(screen.heading).to.equal('Which moment in a kitchen has stayed with you?');
  });

  for (const question of [...INTERVIEW, 'ready'])
    it(`is accessible at ${question}, light and dark, with room for thumbs`, async () => {
      screen = await named(question, { when: 'years', oneOccasion: true, perspective: 'both' });
      expect(page()).to.equal(question);
      await expectAccessible(screen.view);
      for (const control of screen.root.querySelectorAll('button, summary, select, input')) {
        if (!control.checkVisibility()) continue;
        expect(control.getBoundingClientRect().height, control.textContent!.trim()).to.be.at.least(43.9);
      }
    });
});

describe('when it was', () => {
  const day = () => screen.root.querySelector<HTMLInputElement>('input[type=date]')!;
  const year = () => screen.root.querySelector<HTMLInputElement>('[name=year]')!;
  const month = () => screen.root.querySelector<HTMLSelectElement>('[name=month]')!;
  const give = async (field: HTMLInputElement | HTMLSelectElement, value: string) => {
    field.closest('details')!.open = true;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.settled();
  };

  it('may be unsure, which is an answer', async () => {
    screen = await named('when');
    await screen.press('I’m not sure');
    expect(said()).to.include({ whenUnsure: true, when: null });
    expect(page()).to.equal('lifePeriod');
  });

  it('may be a day, in the browser’s own field, and never one to come', async () => {
    screen = await named('when');
    expect(day().max).to.equal('2026-11-22');
    await give(day(), '2026-11-20');
    expect(said()).to.include({ date: '2026-11-20', when: 'this-week' });
    expect(page(), 'they may go on').to.equal('when');
    expect(screen.root.querySelector('.answer[aria-pressed=true]')!.textContent).to.contain('this week');
    await give(day(), '2026-11-23');
    expect(said().date, 'not taken').to.equal('2026-11-20');
    await give(day(), '');
    expect(said()).to.include({ when: null });
    expect(said()).not.to.have.property('date');
  });

  it('may be a year, with or without its month', async () => {
    screen = await named('when');
    await give(month(), '07');
    expect(said(), 'of any year').not.to.have.property('date');
    await give(year(), '1998');
    expect(said()).to.include({ date: '1998-07', when: 'years' });
    await give(month(), '');
    expect(said().date).to.equal('1998');
    await give(year(), '12');
    expect(said().date, 'not a year yet').to.equal('1998');
    await give(year(), '2026');
    await give(month(), '12');
    expect(month().validationMessage).to.equal('That’s still to come.');
    expect(said().date).to.equal('2026');
    await give(month(), '11');
    expect(said()).to.include({ date: '2026-11', when: 'this-month' });
    await screen.press('Next question');
    expect(screen.heading, 'the time of life is clear').to.equal('Is it a single occasion?');
  });
});

describe('people and places', () => {
  it('are tags of the entry and nowhere else, offered again from entries of before', async () => {
    screen = await named('people');
    const before = sampleRecall();
    const tags = [{ kind: 'person', name: 'Ana' }] as const;
    await screen.services.journal.save({ ...before, report: { ...before.report, tags } }, null);
    await until(() => deepQuery(screen.root, '.chip'), 'Ana');
    deepQuery(screen.root, '.chip')!.click();
    await screen.settled();
    expect(screen.session.snapshot.report.tags).to.deep.equal(tags);
    expect(page(), 'there may be more of them').to.equal('people');
    picker().renderRoot.querySelector('input')!.value = 'my sister';
    await screen.press('Next question');
    expect(page()).to.equal('place');
    const people = [...tags, { kind: 'person', name: 'my sister' }];
    expect(screen.session.snapshot.report.tags, 'what was written counts').to.deep.equal(people);
    picker().renderRoot.querySelector('input')!.value = 'the lake';
    await screen.press('Back');
    expect(screen.session.snapshot.report.tags).to.deep.equal([...people, { kind: 'place', name: 'the lake' }]);
    await screen.press('That’s enough');
    expect(text()).to.match(/People\s+Ana, my sister\s+Places\s+the lake/);
    expect((screen.step as StepChoose).snapshot.memory).not.to.have.property('people');
  });
});
