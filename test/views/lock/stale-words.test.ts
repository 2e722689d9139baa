import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import '../../../app/elements/fields/new-passphrase';
import type { SecretField } from '../../../app/elements/fields/secret-field';
import '../../../app/elements/fields/unlock';
import type { Unlocker } from '../../../app/services/types';
import '../../../app/views/lock/lock';
import type { RvLock } from '../../../app/views/lock/lock';
import '../../../app/views/lock/lock-setup';
import type { RvLockSetup } from '../../../app/views/lock/lock-setup';
import { FakeServices } from '../../support/fake-services';
import { deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';

const LONG = 'four quite unrelated words';

/** Types into the field that has the focus, after what stands there is taken out. */
async function type(text: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'a' });
  await sendKeys({ up: 'Control' });
  await sendKeys({ type: text });
}

const problem = (element: HTMLElement): string => deepText(deepQuery(element.shadowRoot!, '[role=alert]')!);

function lockThatRefuses(): Unlocker & { readonly tried: string[] } {
  const tried: string[] = [];
  return {
    tried,
    state: new FakeServices().lock.state,
    waitMs: () => 0,
    unlock: async (typed: string) => {
      tried.push(typed);
      throw new Failure('secret-wrong', 'not this one');
    },
    unlockByPasskey: async () => undefined,
  };
}

describe('Enter sends what was typed, and what was wrong with it is said no longer than it stands there', () => {
  afterEach(unmountAll);

  it('on the lock screen', async () => {
    const lock = lockThatRefuses();
    const view = await mount<RvLock>(html`<rv-lock .lock=${lock}></rv-lock>`);
    await until(() => deepQuery<HTMLInputElement>(view.shadowRoot!, '#secret')?.matches(':focus'), 'the field');
    await type('wrong');
    await sendKeys({ press: 'Enter' });
    await until(() => problem(view) !== '', 'the answer');
    expect(lock.tried).to.deep.equal(['wrong']);
    await until(() => deepQuery<HTMLInputElement>(view.shadowRoot!, '#secret')?.matches(':focus'), 'the field again');
    await sendKeys({ type: 'x' });
    await view.updateComplete;
    expect(problem(view)).to.equal('');
  });

  it('where a passphrase is chosen', async () => {
    const view = await mount<RvLockSetup>(html`<rv-lock-setup what="new"></rv-lock-setup>`, new FakeServices());
    view.renderRoot.querySelector<HTMLButtonElement>('.primary')!.click();
    await view.updateComplete;
    view.renderRoot.querySelector<SecretField>('rv-secret-field')!.focus();
    await type('short');
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    expect(problem(view)).to.contain('10 characters');
    await type(LONG);
    await view.updateComplete;
    expect(deepText(view.shadowRoot!)).to.contain('Strong');
    expect(problem(view)).to.equal('');
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    expect(view.renderRoot.querySelector('h1')!.textContent).to.equal('Write this down.');
  });

  it('where one group of the code is asked for again', async () => {
    const view = await mount<RvLockSetup>(html`<rv-lock-setup what="new"></rv-lock-setup>`, new FakeServices());
    view.renderRoot.querySelector<HTMLButtonElement>('.primary')!.click();
    await view.updateComplete;
    view.renderRoot.querySelector<SecretField>('rv-secret-field')!.focus();
    await type(LONG);
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    view.renderRoot.querySelector<HTMLButtonElement>('.primary')!.click();
    await view.updateComplete;
    view.renderRoot.querySelector<HTMLInputElement>('#group')!.focus();
    await type('XXXX');
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    expect(problem(view)).to.contain('doesn’t match');
    await type('CCC');
    await view.updateComplete;
    expect(problem(view)).to.equal('');
  });

  it('for the passphrase of a file', async () => {
    const chosen: string[] = [];
    const view = await mount(
      html`<rv-new-passphrase @rv-passphrase=${({ detail }: CustomEvent<string>) => chosen.push(detail)}></rv-new-passphrase>`,
    );
    const fields = ['#first', '#second'].map((id) => view.shadowRoot!.querySelector<HTMLInputElement>(id)!);
    fields[0]!.focus();
    await type(LONG);
    await sendKeys({ press: 'Enter' });
    await until(() => problem(view) !== '', 'that the two differ');
    fields[1]!.focus();
    await type(LONG);
    await until(() => problem(view) === '', 'that nothing is wrong any more');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([LONG]);
  });

  it('for a sealed backup', async () => {
    const typed: string[] = [];
    const view = await mount(
      html`<rv-unlock
        .openedBy=${new Set(['passphrase'])}
        @rv-typed=${({ detail }: CustomEvent<string>) => typed.push(detail)}
      ></rv-unlock>`,
    );
    await until(() => deepQuery<HTMLInputElement>(view.shadowRoot!, '#secret')?.matches(':focus'), 'the field');
    await type(LONG);
    await sendKeys({ press: 'Enter' });
    expect(typed).to.deep.equal([LONG]);
  });
});
