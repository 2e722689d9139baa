import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { FAILURES } from '../../../app/domain/failure';
import { failureWords } from '../../../app/domain/failure-words';
import { FRAMINGS } from '../../../app/domain/framing';
import { framingWords } from '../../../app/domain/framing-words';
import type { Memory } from '../../../app/domain/memory';
import type { AffectSlider } from '../../../app/elements/affect-slider';
import { appStyles } from '../../support/app-styles';
import { fakeReading } from '../../support/fake-face';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { sessionState } from '../../support/session-states';

let screen: MountedRecall;
before(() => appStyles());
afterEach(() => screen.remove());

const text = (): string => screen.root.textContent!.replace(/\s+/g, ' ');

describe('consent', () => {
  it('takes three panels to the agreement, every point of it readable, for adults', async () => {
    screen = await mountRecall({});
    expect(() => screen.button('I am 18')).to.throw();
    await screen.press('Go on');
    expect(screen.heading).to.equal('Nothing leaves this phone.');
    await screen.press('Go on');
    expect(screen.root.querySelectorAll('dt').length).to.equal(11);
    expect((screen.root as ShadowRoot).activeElement).to.equal(screen.root.querySelector('h1'));
    await screen.press('I am 18 or older, and I agree');
    expect(screen.asked).to.deep.equal(['agree']);
  });

  it('can be paged back', async () => {
    screen = await mountRecall({});
    await screen.press('Go on');
    await screen.press('Back');
    expect(screen.heading).to.contain('Go back to a moment');
  });
});

describe('prepare', () => {
  it('explains before it asks for the camera, and offers to do without', async () => {
    screen = await mountRecall(sessionState('prepare-asking'));
    expect(text()).to.contain('No picture is kept');
    await screen.press('Open the camera');
    await screen.press('Go on without the camera');
    expect(screen.asked).to.deep.equal(['openCamera', 'continueWithoutCamera']);
  });

  it('shows what is fetched, in bytes, and can be cancelled', async () => {
    screen = await mountRecall(sessionState('prepare-download'));
    const progress = screen.root.querySelector('rv-progress')!;
    expect([progress.loaded, progress.total]).to.deep.equal([4_200_000, 11_300_000]);
    await screen.press('Cancel');
    expect(screen.asked).to.deep.equal(['continueWithoutCamera']);
  });

  it('says what the browser is asking while nothing is fetched yet', async () => {
    screen = await mountRecall(sessionState('prepare-permission'));
    expect(screen.heading).to.equal('Your browser asks now.');
  });

  for (const framing of FRAMINGS) {
    it(`guides in words and shape: ${framing}`, async () => {
      screen = await mountRecall(sessionState(`prepare-${framing}`));
      const guidance = screen.root.querySelector('.guidance')!;
      expect(guidance.textContent!.trim()).to.equal(framingWords(framing));
      expect(guidance.querySelector('svg path')!.getAttribute('d')).to.match(/^M/);
      await screen.press(framing === 'ok' ? 'I’m ready' : 'Go on anyway');
      expect(screen.asked).to.deep.equal(['ready']);
    });
  }

  it('lets the picture run on while readings come: the stream is set once', async () => {
    screen = await mountRecall(sessionState('prepare-ok'));
    const video = screen.root.querySelector('video')!;
    let begun = 0;
    video.addEventListener('emptied', () => (begun += 1));
    for (let count = 0; count < 5; count += 1) await screen.show({ reading: fakeReading() });
    expect(begun).to.equal(0);
    expect(screen.root.querySelector('video')).to.equal(video);
  });

  it('lays the outline over the mirror, in its own measure', async () => {
    screen = await mountRecall(sessionState('prepare-ok'));
    const video = screen.root.querySelector('video')!;
    const outline = screen.root.querySelector('rv-face-outline')!;
    expect(video.srcObject).to.equal(screen.session.snapshot.media);
    expect(video.muted).to.equal(true);
    expect(getComputedStyle(video).transform).to.equal(getComputedStyle(outline).transform);
    expect(outline.getBoundingClientRect()).to.deep.equal(video.getBoundingClientRect());
    Object.defineProperties(video, { videoWidth: { value: 480 }, videoHeight: { value: 640 } });
    video.dispatchEvent(new Event('resize'));
    await screen.settled();
    expect([outline.frameWidth, outline.frameHeight]).to.deep.equal([480, 640]);
  });
});

describe('baseline and rest', () => {
  it('show the time that is left, quietly, and can be passed', async () => {
    screen = await mountRecall(sessionState('baseline'));
    const timer = screen.root.querySelector('[role=timer]')!;
    expect(timer.textContent).to.equal('0:06');
    expect(timer.getAttribute('aria-live')).to.equal('off');
    await screen.press('Go on now');
    await screen.show({ step: 'rest' });
    await screen.press('Go on');
    expect(screen.asked).to.deep.equal(['finishStep', 'finishStep']);
  });
});

describe('choose', () => {
  it('says that the camera is off, and waits for a name', async () => {
    screen = await mountRecall(sessionState('choose'));
    expect(text()).to.contain('The camera is off');
    expect(screen.heading).to.equal('What stays with you from a kitchen?');
    expect(screen.button('Be there again').disabled).to.equal(true);
  });

  it('starts after the name alone, by keyboard, and keeps every stroke', async () => {
    screen = await mountRecall(sessionState('choose'));
    screen.root.querySelector<HTMLInputElement>('input')!.focus();
    await sendKeys({ type: ' Stove ' });
    await screen.settled();
    expect(screen.session.snapshot.memory.title).to.equal(' Stove ');
    await sendKeys({ press: 'Enter' });
    const [name, memory] = screen.session.calls.at(-1)!;
    expect(name).to.equal('choose');
    expect((memory as Memory).title).to.equal('Stove');
    expect((memory as Memory).specificity).to.equal(null);
  });

  it('asks the rest one at a time, as far as it makes sense, and all of it stays optional', async () => {
    screen = await mountRecall(sessionState('choose'));
    const field = screen.root.querySelector<HTMLInputElement>('input')!;
    field.value = 'Stove';
    field.dispatchEvent(new InputEvent('input'));
    await screen.settled();
    await screen.press('Say a little more');
    await screen.press('Next');
    await screen.press('as a child');
    await screen.press('Next');
    await screen.press('yes');
    await screen.press('Next');
    await screen.press('no');
    await screen.press('Next');
    screen.root.querySelector('rv-scale-picker')!.shadowRoot!.querySelectorAll('input')[5]!.click();
    await screen.press('Next');
    await screen.press('unpleasant');
    expect(() => screen.button('Next')).to.throw();
    await screen.press('Be there again');
    expect(screen.session.calls.at(-1)).to.deep.equal([
      'choose',
      {
        title: 'Stove',
        cueId: 'kitchen',
        direction: 'past',
        when: 'childhood',
        specificity: 'extended',
        selfRelevance: 6,
        expectedValence: 'negative',
        vividness: null,
      },
    ]);
  });

  it('knows that what is to come lies ahead, and asks no "when"', async () => {
    screen = await mountRecall(sessionState('choose-named'));
    await screen.press('Say a little more');
    await screen.press('something that may come');
    expect(screen.session.snapshot.memory.direction).to.equal('future');
    expect(screen.session.snapshot.memory.when).to.equal('ahead');
    await screen.press('Next');
    expect(screen.heading).to.equal('Is it one particular occasion?');
  });
});

describe('recall', () => {
  it('shows nothing that reads the face: no chart, no meter, no expression', async () => {
    screen = await mountRecall({ ...sessionState('recall'), reading: sessionState('prepare-ok').reading });
    expect(screen.root.querySelector('video, rv-face-outline, rv-trace-chart, meter')).to.equal(null);
    expect(text()).to.contain('Nothing is recorded as a picture.');
    expect(text()).to.not.match(/neutral|happ|sad|%/);
  });

  it('says what it waits for while the camera comes on', async () => {
    screen = await mountRecall(sessionState('recall-opening'));
    expect(text()).to.contain('The camera is coming on.');
  });

  it('ends early and keeps what was gathered', async () => {
    screen = await mountRecall(sessionState('recall'));
    await screen.press('Stop');
    expect(screen.asked).to.deep.equal(['finishStep']);
  });

  it('has something to hold on to for whoever needs to stop, with every way out', async () => {
    screen = await mountRecall(sessionState('recall'));
    await screen.press('I need to stop');
    expect(screen.asked).to.deep.equal(['pause']);
    expect(screen.heading).to.equal('You have stopped. That is all right.');
    expect(text()).to.contain('crisis line');
    await screen.press('Go back into the memory');
    expect(screen.heading).to.equal('Be there again.');
    await screen.press('I need to stop');
    await screen.press('End here, and keep it');
    expect(screen.asked).to.deep.equal(['pause', 'resume', 'pause', 'finishStep']);
  });
});

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
    await screen.press('Go on');
    await screen.press('Go on');
    await screen.press('See both side by side');
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
    await screen.press('Go on');
    const picker = screen.root.querySelector('rv-feeling-picker')!;
    await picker.updateComplete;
    picker.renderRoot.querySelector<HTMLButtonElement>('.chip')!.click();
    await screen.press('Go on');
    screen.root.querySelector('rv-scale-picker')!.shadowRoot!.querySelectorAll('input')[3]!.click();
    const note = screen.root.querySelector('textarea')!;
    note.value = 'rain';
    note.dispatchEvent(new InputEvent('input'));
    const { report, memory } = screen.session.snapshot;
    expect(report.feelings).to.deep.equal([{ name: 'joyful', intensity: 3 }]);
    expect(memory.vividness).to.equal(4);
    expect(report.note).to.equal('rain');
  });
});

describe('review', () => {
  const kept = (): unknown => screen.session.calls.at(-1);

  it('speaks of the face, uncertainly, and shows both beside each other', async () => {
    screen = await mountRecall(sessionState('review'));
    expect(screen.heading).to.equal('Your face turned from sad to glad about half way.');
    const scale = screen.root.querySelector('rv-agree-scale')!;
    expect(scale.you).to.be.closeTo(0.72, 1e-9);
    expect(scale.face).to.be.closeTo(0.4, 1e-9);
    expect(scale.halfWidth).to.equal(0.15);
    await screen.root.querySelector('rv-trace-sentence')!.updateComplete;
    expect(screen.root.querySelector('rv-trace-sentence')!.renderRoot.textContent).to.contain('it can be wrong');
  });

  it('keeps it, with or without the trace', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Keep');
    expect(kept()).to.deep.equal(['keep', { trace: true, faceDisputed: false }]);
    await screen.press('Keep without trace');
    expect(kept()).to.deep.equal(['keep', { trace: false, faceDisputed: false }]);
  });

  it('lets the person set the face aside, and think better of it', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('That isn’t right');
    expect(text()).to.contain('never counted');
    await screen.press('Keep');
    expect(kept()).to.deep.equal(['keep', { trace: true, faceDisputed: true }]);
    await screen.press('That isn’t right');
    expect(text()).to.not.contain('never counted');
  });

  it('says why there is no summary, how much was missing, and keeps the words all the same', async () => {
    screen = await mountRecall(sessionState('review-without'));
    expect(text()).to.contain('12 of the 20 seconds');
    expect(() => screen.button('That isn’t right')).to.throw();
    await screen.press('Keep');
    expect(kept()).to.deep.equal(['keep', { trace: false, faceDisputed: false }]);
  });

  it('goes back to the words', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Change my words');
    expect(screen.asked).to.deep.equal(['back']);
  });

  it('asks before it discards', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Discard');
    expect(screen.dialog.querySelector('dialog')!.open).to.equal(true);
    expect(screen.asked).to.deep.equal([]);
  });

  it('does not keep twice while it is being written', async () => {
    screen = await mountRecall(sessionState('review-saving'));
    expect(screen.button('Keeping').getAttribute('aria-disabled')).to.equal('true');
    await screen.press('Keeping');
    expect(screen.asked).to.deep.equal([]);
  });

  it('tries again with the same choice when it could not be kept, and everything is still there', async () => {
    screen = await mountRecall(sessionState('review'));
    await screen.press('Keep without trace');
    await screen.show({ failure: 'journal-full' });
    expect(screen.root.querySelector('rv-notice')!.what).to.equal(failureWords('journal-full').what);
    expect(screen.heading).to.contain('Your face turned');
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
    expect(screen.root.querySelector('.lighter')).to.not.equal(null);
  });

  it('goes by what was expected where nothing was rated', async () => {
    const { memory } = sessionState('saved');
    screen = await mountRecall({ step: 'saved', memory: { ...memory, expectedValence: 'negative' } });
    expect(screen.root.querySelector('.lighter')).to.not.equal(null);
  });
});

describe('failures', () => {
  for (const code of FAILURES) {
    it(`${code}: says what happened, what is safe and what to do, and can be tried again`, async () => {
      screen = await mountRecall(sessionState(`failure-${code}`));
      const { what, safe, next } = failureWords(code);
      const panel = screen.view.renderRoot.querySelector('rv-session-failure') ?? screen.step!;
      await panel.updateComplete;
      const notice = panel.renderRoot.querySelector('rv-notice');
      await notice?.updateComplete;
      const words = (notice ?? panel).renderRoot.textContent!;
      for (const part of [what, safe, next]) expect(words).to.contain(part);
      const buttons = [...panel.renderRoot.querySelectorAll('button')];
      buttons.find((button) => /Try again|Go on$/.test(button.textContent!.trim()))!.click();
      expect(screen.asked).to.deep.equal([code === 'save-failed' ? 'keep' : 'resume']);
    });
  }

  for (const code of FAILURES.filter((one) => /^(camera|model|runtime|page)/.test(one))) {
    it(`${code}: the path without the camera is open`, async () => {
      screen = await mountRecall(sessionState(`failure-${code}`));
      await screen.press('Go on without the camera');
      expect(screen.asked).to.deep.equal(['continueWithoutCamera']);
    });
  }

  it('leaves the words in sight when only the draft could not be kept', async () => {
    screen = await mountRecall(sessionState('failure-journal-full'));
    expect(screen.step!.localName).to.equal('rv-step-report');
  });
});
