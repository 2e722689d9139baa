import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/fields/secret-field';
import type { SecretField } from '../../../app/elements/fields/secret-field';
import { mount, unmountAll } from '../../support/mount';

describe('the field for a secret', () => {
  afterEach(unmountAll);

  it('hides what is typed until asked, and leaves room for the button that asks', async () => {
    const field = await mount<SecretField>(html`<rv-secret-field label="Passphrase"></rv-secret-field>`);
    const input = field.renderRoot.querySelector('input')!;
    const button = field.renderRoot.querySelector('button')!;
    const room = (): number => Number.parseFloat(getComputedStyle(input).paddingInlineEnd);
    for (const type of ['password', 'text', 'password']) {
      expect(input.type).to.equal(type);
      const buttonTakes = input.getBoundingClientRect().right - button.getBoundingClientRect().left;
      expect(room(), type).to.be.at.least(buttonTakes);
      button.click();
      await field.updateComplete;
    }
  });
});
