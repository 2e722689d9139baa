import { expect } from 'chai';
import { FRAMINGS } from '../../../app/domain/face/framing';
import { framingWords } from '../../../app/words/face/framing-words';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { fakeReading } from '../../support/fake-face';
import { until } from '../../support/mount';
import { MountedRecall, mountRecall } from '../../support/mount-recall';
import { sessionState } from '../../support/session-states';

let screen: MountedRecall;
before(() => appStyles());
afterEach(() => screen.remove());

const text = (): string => screen.root.textContent!.replace(/\s+/g, ' ');

describe('what turning on the camera brings', () => {
  for (const [asks, downloadBytes, words] of [
    [true, 22_479_282, 'Turn on the camera your browser will ask; 22 MB download, once'],
    [true, 0, 'Turn on the camera your browser will ask for permission'],
    [false, 19_960_634, 'Turn on the camera 20 MB download, once'],
    [false, 0, 'Turn on the camera'],
  ] as const) {
    it(words, async () => {
      screen = new MountedRecall(sessionState('prepare-asking'));
      screen.services.onDevice.ahead = { asks, downloadBytes };
      await screen.settled();
      const shown = () =>
        [...screen.button('Turn on').childNodes]
          .filter((node) => node.nodeType !== Node.COMMENT_NODE)
          .map((node) => node.textContent!.trim())
          .join(' ')
          .trim();
      await until(() => shown() === words, words);
    });
  }
});

describe('the question of a recall', () => {
  const actions = () => screen.root.querySelector('rv-cue-actions')!;
  const act = (words: string) =>
    [...actions().renderRoot.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click();
  const choices = async () => (await screen.services.journal.settings()).cues;
  const newQuestion = async (before: string) => {
    await until(() => screen.heading !== before, 'another question');
    return screen.heading;
  };

  it('can be passed by, favoured and hidden', async () => {
    screen = await mountRecall(sessionState('choose'));
    const first = screen.heading;
    act('Another question');
    const second = await newQuestion(first);
    const { id } = screen.session.snapshot.cue!;
    act('Favourite');
    await until(() => actions().renderRoot.querySelector('[aria-pressed="true"]'), 'the favourite');
    expect((await choices()).favoured).to.deep.equal([id]);
    act('Don’t ask this again');
    await newQuestion(second);
    expect((await choices()).hidden).to.deep.equal([id]);
    expect((await choices()).favoured, 'nobody favours what they hid').to.deep.equal([]);
    expect(screen.asked.filter((name) => name === 'ask')).to.have.length(2);
  });

  it('can be one’s own, and what was answered stays', async () => {
    screen = await mountRecall(sessionState('choose-named'));
    const { title } = screen.session.snapshot.memory;
    act('Write my own');
    await until(() => screen.root.querySelector('rv-own-question'), 'the form');
    const form = screen.root.querySelector('rv-own-question')!;
    await form.updateComplete;
    form.renderRoot.querySelector('textarea')!.value = '  Who had the   blue bike? ';
    form.renderRoot.querySelector('form')!.requestSubmit();
    await until(() => screen.heading === 'Who had the blue bike?', 'the question');
    expect((await choices()).own).to.have.length(1);
    expect((await choices()).own[0]).to.include({ direction: 'past', valence: 'neutral' });
    expect(screen.session.snapshot.memory.title).to.equal(title);
  });

  it('can be asked for where one came with a memory of one’s own', async () => {
    screen = await mountRecall(sessionState('choose-own'));
    const first = screen.heading;
    act('Ask me a question');
    await newQuestion(first);
    expect(screen.session.snapshot.cue).not.to.equal(null);
  });
});

describe('consent', () => {
  const tick = async (part: string) => {
    screen.root.querySelector<HTMLInputElement>(`input[name=${part}]`)!.click();
    await screen.settled();
  };
  const ticked = () =>
    [...screen.root.querySelectorAll<HTMLInputElement>('input')].map(({ checked, disabled }) =>
      disabled ? null : checked,
    );

  it('is given part by part by an adult, nothing ticked beforehand, every point of it readable', async () => {
    screen = await mountRecall({});
    expect(() => screen.button('I’m 18')).to.throw();
    await screen.press('Continue');
    expect(screen.root.querySelectorAll('dt').length).to.equal(11);
    expect(screen.root.querySelector<HTMLAnchorElement>('#help a')!.href).to.equal('https://findahelpline.com/');
    expect((screen.root as ShadowRoot).activeElement).to.equal(screen.root.querySelector('h1'));
    expect(ticked(), 'what isn’t read can’t be kept').to.deep.equal([false, null]);
    await tick('face');
    await tick('readings');
    await tick('face');
    expect(ticked()).to.deep.equal([false, null]);
    await tick('face');
    expect(ticked()).to.deep.equal([true, false]);
    await screen.press('I’m 18 or older, and I agree');
    expect(screen.session.calls).to.deep.equal([['agree', { face: true, readings: false }]]);
  });

  it('may be given to nothing, and the recall goes on', async () => {
    screen = await mountRecall({});
    await screen.press('Continue');
    await screen.press('I’m 18 or older, and I’ll skip the camera');
    expect(screen.session.calls).to.deep.equal([['agree', { face: false, readings: false }]]);
  });

  it('can be looked at first, without a camera: a memory, one slider, a drawn face beside it', async () => {
    screen = await mountRecall({});
    screen.button('Try it first').click();
    await until(() => screen.root.querySelector('rv-demo'), 'the demo');
    const demo = screen.root.querySelector('rv-demo')!;
    const press = async (words: string) => {
      await demo.updateComplete;
      [...demo.renderRoot.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click();
      await demo.updateComplete;
    };
    const heading = () => demo.renderRoot.querySelector('h1')!;
    await demo.updateComplete;
    await expectAccessible(demo);
    demo.durationMs = 50;
    await press('Go back there');
    await until(() => heading().textContent === 'Your turn.', 'the end of it');
    expect((demo.renderRoot as ShadowRoot).activeElement).to.equal(heading());
    demo.renderRoot
      .querySelector('rv-affect-slider')!
      .dispatchEvent(new CustomEvent('rv-change', { detail: { raw: 90 } }));
    await press('See them side by side');
    expect(demo.renderRoot.querySelector('rv-agree-scale')).to.include({ you: 0.8 });
    await until(
      () => demo.renderRoot.querySelector('rv-scripted-motion')?.shadowRoot?.querySelector('svg'),
      'the face',
    );
    await expectAccessible(demo);
    await press('Continue');
    await screen.settled();
    expect(screen.heading).to.equal('May it read your face?');
    expect(screen.asked, 'nothing was asked of the session').to.deep.equal([]);
    expect(screen.services.journal.drafts.size + screen.services.journal.entries.size).to.equal(0);
  });

  it('can be paged back', async () => {
    screen = await mountRecall({});
    await screen.press('Continue');
    await screen.press('Back');
    expect(screen.heading).to.contain('Go back to a moment');
  });
});

describe('prepare', () => {
  it('explains before it asks for the camera, and offers to do without', async () => {
    screen = await mountRecall(sessionState('prepare-asking'));
    expect(text()).to.contain('No picture is kept.');
    await screen.press('Turn on the camera');
    await screen.press('Continue without the camera');
    expect(screen.asked).to.deep.equal(['openCamera', 'continueWithoutCamera']);
  });

  it('shows what is fetched, in bytes, and can be cancelled', async () => {
    screen = await mountRecall(sessionState('prepare-download'));
    const progress = screen.root.querySelector('rv-progress')!;
    expect([progress.loaded, progress.total]).to.deep.equal([4_200_000, 11_300_000]);
    await screen.press('Continue without the camera');
    expect(screen.asked).to.deep.equal(['continueWithoutCamera']);
  });

  it('says what the browser is asking while nothing is fetched yet', async () => {
    screen = await mountRecall(sessionState('prepare-permission'));
    expect(screen.heading).to.equal('Your browser is asking for permission.');
  });

  for (const framing of FRAMINGS) {
    it(`guides in words and shape: ${framing}`, async () => {
      screen = await mountRecall(sessionState(`prepare-${framing}`));
      const guidance = screen.root.querySelector('.guidance')!;
      expect(guidance.textContent!.trim()).to.equal(framingWords(framing));
      await until(() => guidance.querySelector('svg path'), 'the drawing');
      expect(guidance.querySelector('svg path')!.getAttribute('d')).to.match(/^M/);
      await screen.press(framing === 'ok' ? 'I’m ready' : 'Continue anyway');
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
    expect(text(), 'why there is a dot').to.contain(
      'The camera reads your face at rest, so that it can tell what changes.',
    );
    await screen.press('Skip');
    await screen.show({ step: 'rest' });
    await screen.press('Continue');
    expect(screen.asked).to.deep.equal(['finishStep', 'finishStep']);
  });
});

describe('recall', () => {
  it('shows nothing that reads the face: no chart, no meter, no expression', async () => {
    screen = await mountRecall({ ...sessionState('recall'), reading: sessionState('prepare-ok').reading });
    expect(screen.root.querySelector('video, rv-face-outline, rv-trace-chart, meter')).to.equal(null);
    expect(text()).to.contain('No pictures are recorded.');
    expect(text()).to.not.match(/neutral|happ|sad|%/);
  });

  it('says what it waits for while the camera comes on', async () => {
    screen = await mountRecall(sessionState('recall-opening'));
    expect(text()).to.contain('The camera is starting.');
  });

  it('ends early and keeps what was gathered', async () => {
    screen = await mountRecall(sessionState('recall'));
    await screen.press('Finish early');
    expect(screen.asked).to.deep.equal(['finishStep']);
  });

  it('has something to hold on to for whoever needs to stop, with every way out', async () => {
    screen = await mountRecall(sessionState('recall'));
    await screen.press('I need to stop');
    expect(screen.asked).to.deep.equal(['stop']);
    expect(screen.heading).to.equal('You’ve stopped, and that’s OK.');
    expect(text()).to.contain('nothing is being read').and.to.contain('nothing of your face is kept');
    expect(text()).to.contain('crisis line');
    const help = screen.root.querySelector<HTMLAnchorElement>('details a')!;
    expect([help.href, help.target, help.rel]).to.deep.equal([
      'https://findahelpline.com/',
      '_blank',
      'noopener noreferrer',
    ]);
    await screen.press('Go back to the memory');
    expect(screen.heading).to.equal('Go back there.');
    await screen.press('I need to stop');
    await screen.press('End here, and say how it was');
    expect(screen.asked).to.deep.equal(['stop', 'resume', 'stop', 'rateAlone']);
  });

  it('speaks of no face to somebody who needs to stop without a camera', async () => {
    screen = await mountRecall(sessionState('support-without'));
    expect(text()).to.contain('The clock has stopped.').and.not.to.contain('camera').and.not.to.contain('your face');
  });

  it('can be paused, which says that nothing runs, and gone on with, finished or stopped from there', async () => {
    screen = await mountRecall(sessionState('recall'));
    await screen.press('Pause');
    expect(screen.heading).to.equal('Paused.');
    expect(text()).to.contain('The clock has stopped. The camera is off, and nothing is being read.');
    expect(screen.root.querySelector('[role=timer]'), 'no time passes').to.equal(null);
    await screen.press('Go on');
    expect(screen.heading).to.equal('Go back there.');
    await screen.press('Pause');
    await screen.press('Finish early');
    await screen.press('I need to stop');
    expect(screen.heading).to.equal('You’ve stopped, and that’s OK.');
    expect(screen.asked).to.deep.equal(['pause', 'resume', 'pause', 'finishStep', 'stop']);
  });

  it('can be stopped from where the camera was lost', async () => {
    screen = await mountRecall(sessionState('failure-camera-lost'));
    await screen.press('I need to stop');
    expect(screen.heading).to.equal('You’ve stopped, and that’s OK.');
  });

  it('hides the time that is left from eyes and ears alike, and shows it again', async () => {
    screen = await mountRecall(sessionState('recall'));
    const sun = () => screen.root.querySelector('rv-countdown-sun')!;
    const ring = () => getComputedStyle(sun().shadowRoot!.querySelector('.ring')!).display;
    expect([screen.root.querySelector('[role=timer]')?.textContent, ring()]).to.deep.equal(['0:32', 'inline']);
    await screen.press('Hide the time');
    await screen.show({ elapsedMs: 36_000 });
    expect([screen.root.querySelector('[role=timer]'), ring()]).to.deep.equal([null, 'none']);
    expect(sun().shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('');
    await screen.press('Show the time');
    expect(screen.root.querySelector('[role=timer]')?.textContent).to.equal('0:09');
  });

  it('asks for the memory out loud where that was chosen, and says that nobody listens', async () => {
    screen = await mountRecall(sessionState('recall-aloud'));
    expect(screen.heading).to.equal('Go back there, and tell it.');
    expect(text()).to.contain('Nothing is listened to.').and.to.contain('No pictures and no sound are recorded.');
  });
});

describe('in silence or told aloud', () => {
  it('is chosen before the face at rest, with one tap', async () => {
    screen = await mountRecall(sessionState('prepare-ok'));
    const chosen = () =>
      screen.root.querySelector<HTMLInputElement>('.mode input:checked')!.parentElement!.textContent!.trim();
    expect(chosen()).to.equal('In silence');
    expect(text()).not.to.contain('microphone');
    screen.root.querySelectorAll<HTMLInputElement>('.mode input')[1]!.click();
    await screen.settled();
    expect(chosen()).to.equal('Telling it aloud');
    expect(text()).to.contain('the microphone stays off');
    await screen.press('I’m ready');
    expect(screen.session.calls).to.deep.equal([['relive', 'aloud'], ['ready']]);
  });

  it('has a second baseline in which one talks, with nobody listening', async () => {
    screen = await mountRecall(sessionState('talking'));
    expect(screen.heading).to.equal('Now talk a little.');
    expect(text()).to.contain('Nothing is listened to.');
    await screen.press('Skip');
    await screen.press('Pause');
    expect(screen.heading).to.equal('Paused.');
    expect(text()).to.contain('these few seconds start over');
    await screen.press('Go on');
    expect(screen.asked).to.deep.equal(['finishStep', 'pause', 'resume']);
  });
});
