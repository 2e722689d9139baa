import { expect } from 'chai';
import { FAILURES } from '../../../app/domain/failure/failure';
import { failureWords } from '../../../app/words/failure/failure-words';
import { appStyles } from '../../support/app-styles';
import { type MountedRecall, mountRecall } from '../../support/mount-recall';
import { sessionState } from '../../support/session-states';

let screen: MountedRecall;
before(() => appStyles());
afterEach(() => screen.remove());

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
      buttons.find((button) => /Try again|Continue$/.test(button.textContent!.trim()))!.click();
      expect(screen.asked).to.deep.equal([code === 'save-failed' ? 'keep' : 'resume']);
    });
  }

  for (const code of FAILURES.filter((one) => /^(camera|model|runtime|page)/.test(one))) {
    it(`${code}: the path without the camera is open`, async () => {
      screen = await mountRecall(sessionState(`failure-${code}`));
      await screen.press('Continue without the camera');
      expect(screen.asked).to.deep.equal(['continueWithoutCamera']);
    });
  }

  it('leaves the words in sight when only the draft could not be kept', async () => {
    screen = await mountRecall(sessionState('failure-journal-full'));
    expect(screen.step!.localName).to.equal('rv-step-report');
  });
});
