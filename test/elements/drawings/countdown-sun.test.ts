import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../app/elements/drawings/countdown-sun';
import type { CountdownSun } from '../../../app/elements/drawings/countdown-sun';
import { appStyles } from '../../support/app-styles';

describe('rv-countdown-sun', () => {
  let sun: CountdownSun;
  const at = async (elapsedMs: number): Promise<void> => {
    sun.elapsedMs = elapsedMs;
    await sun.updateComplete;
  };
  const spoken = (): string => sun.renderRoot.querySelector('[role=status]')!.textContent!.trim();
  const offset = (): number => Number(sun.renderRoot.querySelector('.ring')!.getAttribute('stroke-dashoffset'));

  // Said here: the browser keeps what another file's tests emulated.
  before(() => emulateMedia({ reducedMotion: 'no-preference' }));
  beforeEach(async () => {
    await appStyles();
    sun = document.createElement('rv-countdown-sun');
    sun.durationMs = 45_000;
    document.body.append(sun);
    await sun.updateComplete;
  });
  afterEach(() => sun.remove());

  it('closes its ring with the time, and never beyond it', async () => {
    expect(offset()).to.equal(0);
    await at(22_500);
    expect(offset()).to.equal(50);
    await at(50_000);
    expect(offset()).to.equal(100);
  });

  it('speaks at half a minute and at ten seconds only', async () => {
    const heard: string[] = [];
    for (let elapsed = 0; elapsed <= 45_000; elapsed += 500) {
      await at(elapsed);
      if (spoken() !== heard.at(-1)) heard.push(spoken());
    }
    expect(heard).to.deep.equal(['', '30 seconds left', '10 seconds left']);
  });

  it('says nothing of a time as long as the step itself', async () => {
    sun.durationMs = 10_000;
    await at(1_000);
    expect(spoken()).to.equal('');
  });

  it('breathes slowly, and stands still while paused', async () => {
    const disc = sun.renderRoot.querySelector('.disc')!;
    expect(Number.parseFloat(getComputedStyle(disc).animationDuration)).to.be.at.least(6);
    sun.paused = true;
    await sun.updateComplete;
    expect(getComputedStyle(disc).animationPlayState).to.equal('paused');
  });
});
