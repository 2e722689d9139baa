import { expect } from 'chai';
import { html } from 'lit';
import { Failure, type FailureCode } from '../../../app/domain/failure/failure';
import { failureWords } from '../../../app/words/failure/failure-words';
import '../../../app/views/shell/journal-failure';
import { expectAccessible } from '../../support/accessible';
import { control, deepText, mount, unmountAll } from '../../support/mount';

afterEach(unmountAll);

describe('rv-journal-failure', () => {
  for (const code of [
    'journal-unreadable',
    'journal-newer',
    'journal-full',
    'journal-blocked',
  ] satisfies FailureCode[]) {
    it(`says what happened, what is safe and what to do: ${code}`, async () => {
      const failure = new Failure(code, 'the technical reason');
      const element = await mount(html`<rv-journal-failure .failure=${failure}></rv-journal-failure>`);
      const { what, safe, next } = failureWords(code);
      expect(deepText(element)).to.contain(`${what} ${safe} ${next}`).and.to.contain('the technical reason');
      expect(control(element, 'Try again')).to.exist;
    });
  }

  it('is accessible, as a whole page', async () => {
    const failure = new Failure('journal-newer');
    await expectAccessible(await mount(html`<rv-journal-failure .failure=${failure}></rv-journal-failure>`), {
      page: true,
    });
  });
});
