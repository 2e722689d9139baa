import { expect } from 'chai';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { SESSION_STATES, sessionState } from '../../support/session-states';

describe('every screen of a recall', () => {
  let screen: MountedRecall;
  afterEach(() => screen.remove());

  for (const name of Object.keys(SESSION_STATES)) {
    it(`${name}: one heading that has the focus, no style attribute, and no axe violation in light and dark`, async () => {
      await appStyles();
      screen = await mountRecall(sessionState(name));
      expect(screen.root.querySelectorAll('h1').length).to.equal(1);
      expect(screen.heading).to.not.equal('');
      expect((screen.root as ShadowRoot).activeElement).to.equal(screen.root.querySelector('h1'));
      expect(screen.root.querySelectorAll('[style]').length).to.equal(0);
      await expectAccessible(screen.view);
    });
  }

  for (const name of Object.keys(SESSION_STATES)) {
    it(`${name}: every control is large enough for a thumb`, async () => {
      await appStyles();
      screen = await mountRecall(sessionState(name));
      for (const control of screen.root.querySelectorAll('button, a, summary')) {
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), control.textContent?.trim()).to.be.at.least(43.9);
      }
    });
  }
});
