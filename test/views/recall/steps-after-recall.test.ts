import { expect } from 'chai';
import type { Memory } from '../../../app/domain/memory/memory';
import { emptyReport } from '../../../app/domain/report/report';
import type { AffectSlider } from '../../../app/elements/fields/affect-slider';
import { failureWords } from '../../../app/words/failure/failure-words';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { until } from '../../support/mount';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { sessionState } from '../../support/session-states';

let screen: MountedRecall;
before(() => appStyles());
afterEach(() => screen.remove());

const text = (): string => screen.root.textContent!.replace(/\s+/g, ' ');

describe('report', () => {
  const sliders = (): AffectSlider[] => [...screen.root.querySelectorAll('rv-affect-slider')];
  const slide = (slider: AffectSlider, raw: number): void => {
    const input = slider.renderRoot.querySelector('input')!;
    input.value = String(raw);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  it('shows both scales together, and keeps null for the one that is left alone', async () => {
    screen = await mountRecall(sessionState('report'));
    expect(sliders().map(({ scale }) => scale)).to.deep.equal(['valence', 'arousal']);
    slide(sliders()[0]!, 75);
    await screen.press('Continue');
    await screen.press('Continue');
    await screen.press('See them side by side');
    const { valence, arousal } = screen.session.snapshot.report;
    expect(valence).to.include({ raw: 75, value: 0.5, instrument: 'reverie-slider' });
    expect(arousal).to.equal(null);
    expect(screen.asked.at(-1)).to.equal('finishReport');
  });

  it('takes a rating back to null', async () => {
    screen = await mountRecall(sessionState('report-filled'));
    await sliders()[0]!.updateComplete;
    sliders()[0]!.renderRoot.querySelector('button')!.click();
    expect(screen.session.calls.at(-1)).to.deep.equal(['draft', { report: { valence: null } }]);
  });

  it('keeps feelings, vividness and note as they come', async () => {
    screen = await mountRecall(sessionState('report'));
    await screen.press('Continue');
    const picker = screen.root.querySelector('rv-feeling-picker')!;
    await picker.updateComplete;
    picker.renderRoot.querySelector<HTMLButtonElement>('.chip')!.click();
    await screen.press('Continue');
    screen.root.querySelector('rv-scale-picker')!.shadowRoot!.querySelectorAll('input')[3]!.click();
    const note = screen.root.querySelector('textarea')!;
    note.value = 'rain';
    note.dispatchEvent(new InputEvent('input'));
    const { report, memory } = screen.session.snapshot;
    expect(report.feelings).to.deep.equal([{ name: 'joyful', intensity: 3 }]);
    expect(memory.vividness).to.equal(4);
    expect(report.note).to.equal('rain');
  });

  it('begins at the page of the draft, and keeps the one that is turned to', async () => {
    screen = await mountRecall({ ...sessionState('report'), page: 'feelings' });
    expect(screen.heading).to.equal('What did you feel?');
    await screen.press('Continue');
    expect(screen.session.snapshot.page).to.equal('words');
    await screen.press('Back');
    await screen.press('Back');
    expect(screen.session.snapshot.page).to.equal('affect');
    await screen.show({ page: 'of-a-later-version' });
    expect(screen.heading).to.equal('Your turn.');
  });

  const answer = async (words: string, at = 0) => {
    const all = [...screen.root.querySelectorAll<HTMLElement>('.answer')];
    all.filter((one) => one.textContent!.trim() === words)[at]!.click();
    await screen.settled();
  };
  const scale = (label: string) =>
    [...screen.root.querySelectorAll('rv-scale-picker')].find((one) => one.label === label)!;
  const onMore = async (change: Partial<Memory>) => {
    const state = sessionState('report');
    screen = await mountRecall({ ...state, page: 'words', memory: { ...state.memory!, ...change } });
    screen.root.querySelector('details')!.open = true;
    return screen.settled();
  };

  it('asks how it was to be back there, folded, and everything left alone stays missing', async () => {
    await onMore({ specificity: 'specific' });
    const before = screen.session.snapshot.memory;
    expect(text(), 'it was said before').not.to.contain('Is it a single occasion?');
    await expectAccessible(screen.view);
    const reliving = scale('How much did it feel like being there again?');
    reliving.renderRoot.querySelectorAll('input')[6]!.click();
    scale('How often does it come to mind?').renderRoot.querySelectorAll('input')[0]!.click();
    await answer('gentler');
    expect(screen.session.snapshot.memory).to.deep.equal({ ...before, reliving: 7, rehearsal: 1, feelsNow: 'weaker' });
    await reliving.updateComplete;
    reliving.renderRoot.querySelector('button')!.click();
    await answer('gentler');
    expect(screen.session.snapshot.memory, 'taken back').to.deep.equal({ ...before, rehearsal: 1 });
    expect(screen.session.snapshot.page).to.equal('words');
  });

  it('asks whether it was one occasion where the interview left that open, and of the future not how it felt then', async () => {
    await onMore({ specificity: null, direction: 'future' });
    expect(text()).not.to.contain('compared with then');
    await answer('yes');
    expect(screen.session.snapshot.memory).to.include({ oneOccasion: true, specificity: null });
    await answer('yes', 1);
    expect(screen.session.snapshot.memory.specificity).to.equal('specific');
    await answer('no');
    expect(screen.session.snapshot.memory, 'still asked').to.include({ oneOccasion: false, specificity: 'categoric' });
    await answer('no');
    expect(screen.session.snapshot.memory.specificity).to.equal(null);
  });
});

describe('review', () => {
  const kept = (): unknown => screen.session.calls.at(-1);

  it('speaks of the face, uncertainly, and shows both beside each other', async () => {
    screen = await mountRecall(sessionState('review'));
    expect(screen.heading).to.equal('Your face went from sad to happy about halfway through.');
    const scale = screen.root.querySelector('rv-agree-scale')!;
    expect(scale.you).to.be.closeTo(0.72, 1e-9);
    expect(scale.face).to.be.closeTo(0.4, 1e-9);
    expect(scale.halfWidth).to.equal(0.15);
    await screen.root.querySelector('rv-trace-sentence')!.updateComplete;
    expect(screen.root.querySelector('rv-trace-sentence')!.renderRoot.textContent).to.contain('it can be wrong');
  });

  it('has the scale first, the person’s own words beside it, and the course of the face folded below', async () => {
    screen = await mountRecall(sessionState('review'));
    const places = ['h1', 'rv-agree-scale', '.said', '.feelings', 'rv-trace-sentence', 'details'].map(
      (selector) => screen.root.querySelector(selector)!.getBoundingClientRect().top,
    );
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
    const said = screen.root.querySelector('rv-agree-scale')!.closest('section')!;
    expect(said.textContent).to.contain(screen.session.snapshot.report.note);
    expect(screen.root.querySelector('rv-trace-chart')).to.equal(null);
    screen.root.querySelector('summary')!.click();
    await until(() => screen.root.querySelector('rv-trace-chart'), 'the chart');
  });

  it('without a camera has their words and no word of a face', async () => {
    const { memory, report } = sessionState('review');
    const face = { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 } as const;
    screen = await mountRecall({ step: 'review', camera: 'without', memory, report, face, trace: null });
    expect(screen.heading).to.equal(memory!.title);
    await screen.root.querySelector('rv-agree-scale')!.updateComplete;
    const shown = text() + screen.root.querySelector('rv-agree-scale')!.renderRoot.textContent;
    expect(shown).to.contain(report!.note.replace(/\s+/g, ' '));
    expect(shown).to.not.match(/face|camera/i);
  });

  it('says where nothing was said, rather than nothing', async () => {
    const { memory } = sessionState('review');
    screen = await mountRecall({ step: 'review', camera: 'without', memory, report: emptyReport() });
    expect(text()).to.contain('only has a name');
  });

  it('keeps it, with or without the trace', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Save');
    expect(kept()).to.deep.equal(['keep', { trace: true, faceDisputed: false }]);
    await screen.press('Save without the curve');
    expect(kept()).to.deep.equal(['keep', { trace: false, faceDisputed: false }]);
  });

  it('lets the person set the face aside, and think better of it', async () => {
    screen = await mountRecall(sessionState('review'));
    const compared = (): string => screen.root.querySelector('rv-trace-sentence')!.renderRoot.textContent!;
    await screen.root.querySelector('rv-trace-sentence')!.updateComplete;
    expect(compared()).to.contain('You rated it more pleasant');
    await screen.press('Mark as misread');
    expect(text()).to.contain('isn’t counted');
    await screen.root.querySelector('rv-trace-sentence')!.updateComplete;
    expect(compared(), 'nothing is compared with it').to.not.contain('You rated');
    expect(screen.root.querySelector('h1')!.nextElementSibling!.textContent, 'said where one looks').to.contain(
      'isn’t counted',
    );
    expect(screen.root.querySelector('rv-agree-scale')!.face).to.equal(null);
    await screen.press('Save');
    expect(kept()).to.deep.equal(['keep', { trace: true, faceDisputed: true }]);
    await screen.press('Mark as misread');
    expect(text()).to.not.contain('isn’t counted');
  });

  it('keeps a movement that the person says was not there as misread', async () => {
    screen = await mountRecall(sessionState('review'));
    const misread = [{ unit: 'AU12', onsetMs: 24_000, offsetMs: 44_900 }] as const;
    screen.root.querySelector('summary')!.click();
    await until(() => screen.root.querySelector('rv-motion'), 'the movements');
    screen.root.querySelector('rv-motion')!.dispatchEvent(new CustomEvent('rv-misread', { detail: misread }));
    await screen.press('Save');
    expect(kept()).to.deep.equal(['keep', { trace: true, faceDisputed: false, misread }]);
  });

  it('says why there is no summary, how much was missing, and keeps the words all the same', async () => {
    screen = await mountRecall(sessionState('review-without'));
    expect(text()).to.contain('12 of the 20 seconds');
    expect(() => screen.button('Mark as misread')).to.throw();
    await screen.press('Save');
    expect(kept()).to.deep.equal(['keep', { trace: false, faceDisputed: false }]);
  });

  it('goes back to the words', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Edit my answers');
    expect(screen.asked).to.deep.equal(['back']);
  });

  it('asks before it discards', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Delete');
    expect(screen.dialog.querySelector('dialog')!.open).to.equal(true);
    expect(screen.asked).to.deep.equal([]);
  });

  it('does not keep twice while it is being written', async () => {
    screen = await mountRecall(sessionState('review-saving'));
    expect(screen.button('Saving').getAttribute('aria-disabled')).to.equal('true');
    await screen.press('Saving');
    expect(screen.asked).to.deep.equal([]);
  });

  it('tries again with the same choice when it could not be kept, and everything is still there', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Save without the curve');
    await screen.show({ failure: 'journal-full' });
    expect(screen.root.querySelector('rv-notice')!.what).to.equal(failureWords('journal-full').what);
    expect(screen.heading).to.contain('Your face went');
    await screen.press('Try again');
    expect(screen.session.calls).to.deep.equal([
      ['keep', { trace: false, faceDisputed: false }],
      ['keep', { trace: false, faceDisputed: false }],
    ]);
  });
});

describe('saved', () => {
  it('ends quietly, with the way to the entry', async () => {
    screen = await mountRecall(sessionState('saved'));
    expect(screen.root.querySelector('a')!.getAttribute('href')).to.equal('/entry/recall-1');
    expect(screen.root.querySelector('.lighter')).to.equal(null);
  });

  it('has something lighter at hand after a heavy one, as the person rated it', async () => {
    screen = await mountRecall(sessionState('saved-heavy'));
    await until(() => screen.root.querySelector('.lighter'), 'something lighter');
  });

  it('goes by what was expected where nothing was rated', async () => {
    const { memory } = sessionState('saved');
    screen = await mountRecall({ step: 'saved', memory: { ...memory, expectedValence: 'negative' } });
    await until(() => screen.root.querySelector('.lighter'), 'something lighter');
  });
});
