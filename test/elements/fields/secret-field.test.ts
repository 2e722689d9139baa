import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/fields/secret-field';
import type { SecretField } from '../../../app/elements/fields/secret-field';
import { mount, unmountAll } from '../../support/mount';

describe('the field for a secret', () => {
  afterEach(unmountAll);

  it('sends the form around it by Enter, once, and not while letters are composed', async () => {
    let sent = 0;
    const form = await mount<HTMLFormElement>(html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        sent++;
      }}
    >
      <rv-secret-field label="Passphrase"></rv-secret-field>
    </form>`);
    const field = form.querySelector('rv-secret-field')!;
    await field.updateComplete;
    field.focus();
    await sendKeys({ type: 'words' });
    expect(sent).to.equal(0);
    await sendKeys({ press: 'Enter' });
    expect(sent).to.equal(1);
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    field.renderRoot.querySelector('input')!.dispatchEvent(composing);
    expect(sent).to.equal(1);
  });

  it('does nothing by Enter where no form is around it', async () => {
    const field = await mount<SecretField>(html`<rv-secret-field label="Passphrase"></rv-secret-field>`);
    field.focus();
    await sendKeys({ type: 'words' });
    await sendKeys({ press: 'Enter' });
    expect(field.value).to.equal('words');
  });

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
