import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { RvDialog } from '../../../app/elements/blocks/dialog';
import '../../../app/elements/blocks/dialog';
import { expectAccessible } from '../../support/accessible';
import { control, deepText, mount, unmountAll } from '../../support/mount';

describe('rv-dialog', () => {
  let answers: string[];
  let opener: HTMLButtonElement;

  beforeEach(() => {
    answers = [];
  });
  afterEach(unmountAll);

  async function open(typed = ''): Promise<RvDialog> {
    const stage = await mount(html`<div>
      <button>Open</button>
      <rv-dialog
        dangerous
        heading="Erase it?"
        confirm="Erase"
        dismiss="Keep"
        typed=${typed}
        @rv-confirm=${() => answers.push('yes')}
        @rv-dismiss=${() => answers.push('no')}
        >For good.</rv-dialog
      >
    </div>`);
    opener = stage.querySelector('button')!;
    opener.focus();
    const dialog = stage.querySelector('rv-dialog')!;
    await dialog.show();
    return dialog;
  }

  it('asks, and hears yes', async () => {
    const dialog = await open();
    expect(dialog.open).to.equal(true);
    expect(deepText(dialog)).to.equal('Erase it? For good. Erase Keep');
    control(dialog, 'Erase').click();
    expect(answers).to.deep.equal(['yes']);
    expect(dialog.open).to.equal(false);
  });

  it('starts at the safe answer and gives the focus back', async () => {
    const dialog = await open();
    expect(dialog.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Keep');
    await sendKeys({ press: 'Enter' });
    expect(answers).to.deep.equal(['no']);
    expect(document.activeElement).to.equal(opener);
  });

  it('takes Escape for no', async () => {
    await open();
    await sendKeys({ press: 'Escape' });
    expect(answers).to.deep.equal(['no']);
  });

  it('hears yes only after the word was typed', async () => {
    const dialog = await open('erase');
    const confirm = control(dialog, 'Erase') as HTMLButtonElement;
    expect(confirm.disabled).to.equal(true);
    dialog.shadowRoot!.querySelector('input')!.focus();
    await sendKeys({ type: 'Erase' });
    await dialog.updateComplete;
    expect(confirm.disabled).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(answers).to.deep.equal(['yes']);
  });

  it('is accessible', async () => {
    await expectAccessible(await open('erase'));
  });
});
