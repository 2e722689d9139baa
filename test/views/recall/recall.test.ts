import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { STEPS } from '../../../app/session/machine/snapshot';
import type { Recall } from '../../../app/views/recall/recall';
import type { NavigateEvent } from '../../../app/views/shared/navigate';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { FakeServices } from '../../support/fake-services';
import { FakeSession } from '../../support/fake-session';
import { control, deepText, mount, unmountAll, until } from '../../support/mount';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { sessionState } from '../../support/session-states';

describe('rv-recall', () => {
  let screen: MountedRecall;
  before(() => appStyles());
  afterEach(() => screen.remove());

  it('shows a screen of its own for each step', async () => {
    screen = await mountRecall({});
    const seen: string[] = [];
    for (const step of STEPS.filter((one) => one !== 'discarded')) {
      await screen.show({ step });
      seen.push(screen.step!.localName);
    }
    expect(seen).to.deep.equal(
      ['consent', 'prepare', 'baseline', 'talking', 'choose', 'recall', 'rest', 'report', 'review', 'saved'].map(
        (step) => `rv-step-${step}`,
      ),
    );
  });

  it('moves the focus to the new heading when the step changes, and leaves it alone when only time passes', async () => {
    screen = await mountRecall(sessionState('baseline'));
    const skip = screen.button('Skip');
    skip.focus();
    await screen.show({ elapsedMs: 5_000 });
    expect((screen.root as ShadowRoot).activeElement).to.equal(skip);
    await screen.show({ step: 'choose' });
    expect((screen.root as ShadowRoot).activeElement).to.equal(screen.root.querySelector('h1'));
  });

  it('moves the focus to the heading of the support, and back to that of the memory', async () => {
    screen = await mountRecall(sessionState('recall'));
    const focused = () => (screen.root as ShadowRoot).activeElement?.textContent;
    screen.button('I need to stop').focus();
    await screen.press('I need to stop');
    expect(focused()).to.equal('You’ve stopped, and that’s OK.');
    screen.button('Go back to the memory').focus();
    await screen.press('Go back to the memory');
    expect(screen.heading).to.not.contain('You have stopped');
    expect(focused()).to.equal(screen.heading);
  });

  for (const name of ['prepare-asking', 'prepare-ok', 'failure-camera-refused', 'baseline', 'choose']) {
    it(`can be cancelled in ${name}, where there is nothing yet to ask about`, async () => {
      screen = await mountRecall(sessionState(name));
      const paths: string[] = [];
      screen.host.addEventListener('rv-navigate', (event) => paths.push((event as NavigateEvent).detail.path));
      const heading = screen.heading;
      await screen.press('Cancel');
      expect(screen.asked).to.deep.equal(['leave']);
      expect(paths).to.deep.equal(['/']);
      expect(screen.heading, 'no screen in between').to.equal(heading);
      expect(screen.dialog.querySelector('dialog')!.open).to.equal(false);
    });
  }

  for (const [name, word] of [
    ['choose-named', 'Stop and delete'],
    ['rest', 'Stop and delete'],
    ['support', 'Stop and delete'],
    ['report', 'Delete'],
    ['review', 'Delete'],
  ] as const) {
    it(`offers to erase in ${name}, by one name, asks once, and does it`, async () => {
      screen = await mountRecall(sessionState(name));
      await screen.press(word);
      expect(screen.dialog.querySelector('h2')!.textContent).to.equal(`${word} this recall?`);
      expect(screen.dialog.querySelector('dialog')!.open).to.equal(true);
      expect(screen.asked).to.not.include('withdraw');
      screen.dialog.querySelector<HTMLButtonElement>('.danger')!.click();
      await screen.settled();
      expect(screen.asked.at(-1)).to.equal('withdraw');
      expect(screen.heading).to.equal('Deleted.');
    });
  }

  it('stops time while it asks, and lets it run again when the answer is no', async () => {
    screen = await mountRecall(sessionState('rest'));
    await screen.press('Stop and delete');
    expect(screen.asked).to.deep.equal(['pause']);
    screen.dialog.querySelector<HTMLButtonElement>('.quiet')!.click();
    await screen.settled();
    expect(screen.asked).to.deep.equal(['pause', 'resume']);
  });

  it('does not start what was standing still before it asked', async () => {
    screen = await mountRecall(sessionState('support'));
    await screen.press('Stop and delete');
    screen.dialog.querySelector<HTMLButtonElement>('.quiet')!.click();
    expect(screen.asked).to.deep.equal([]);
  });

  it('goes straight back to today when nothing was agreed to', async () => {
    screen = await mountRecall({});
    const paths: string[] = [];
    screen.host.addEventListener('rv-navigate', (event) => paths.push((event as NavigateEvent).detail.path));
    await screen.press('Not now');
    expect(screen.asked).to.deep.equal(['leave']);
    expect(paths).to.deep.equal(['/']);
  });

  it('begins a recall with a memory of one’s own when there is none under way', async () => {
    screen = await mountRecall(sessionState('saved'));
    expect(screen.services.calls).to.deep.equal([['start', null]]);
  });

  it('says where it could not be fetched, and begins when it is tried again', async () => {
    const services = new FakeServices();
    const { recalls } = services;
    services.recalls = () => Promise.reject(new Failure('not-fetched', 'offline'));
    services.session = new FakeSession(sessionState('report'));
    const view = await mount<Recall>(html`<rv-recall></rv-recall>`, services);
    await until(() => deepText(view).includes('couldn’t be loaded'), 'the notice');
    await expectAccessible(view);
    services.recalls = recalls;
    control(view, 'Try again').click();
    await until(() => view.renderRoot.querySelector('rv-step-report'), 'the step');
    unmountAll();
  });

  it('goes on with the one under way', async () => {
    screen = await mountRecall(sessionState('report'));
    expect(screen.services.calls).to.deep.equal([]);
  });

  it('follows the new session when something lighter is chosen', async () => {
    screen = await mountRecall(sessionState('saved-heavy'));
    const next = new FakeSession({ step: 'prepare' });
    screen.services.session = next;
    await until(() => screen.root.querySelector('.lighter'), 'something lighter');
    await screen.press('Relive it');
    await until(() => screen.services.calls.length > 1, 'another recall');
    await screen.settled();
    const [name, cueId] = screen.services.calls.at(-1)!;
    expect(name).to.equal('start');
    expect(cueId).to.be.a('string');
    expect(screen.heading).to.contain('Use the camera while you remember');
    expect(screen.session.listeners).to.equal(0);
  });

  it('stops watching whoever walks away, and listens no longer', async () => {
    screen = await mountRecall(sessionState('prepare-ok'));
    screen.remove();
    expect(screen.asked).to.deep.equal(['leave']);
    expect(screen.session.listeners).to.equal(0);
    screen = await mountRecall(sessionState('recall'));
    screen.remove();
    expect(screen.asked).to.deep.equal(['pause', 'settle']);
    screen = await mountRecall(sessionState('choose-named'));
    screen.remove();
    expect(screen.asked).to.deep.equal(['settle']);
  });
});
