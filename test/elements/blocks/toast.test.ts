import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/blocks/toast';
import { TOAST_MS } from '../../../app/elements/blocks/toast';
import { expectAccessible } from '../../support/accessible';
import { control, deepText, mount, unmountAll } from '../../support/mount';

describe('rv-toast', () => {
  let heard: string[];
  const real = window.setTimeout;
  let expire: (() => void) | undefined;

  beforeEach(() => {
    heard = [];
    expire = undefined;
    // Time is the test's: the toast's own timer is caught, all others run.
    window.setTimeout = ((callback: () => void, ms?: number, ...rest: unknown[]) => {
      if (ms !== TOAST_MS) return real(callback, ms, ...rest);
      expire = callback;
      return 0;
    }) as typeof window.setTimeout;
  });
  afterEach(() => {
    window.setTimeout = real;
    unmountAll();
  });

  const toast = () =>
    mount(
      html`<rv-toast text="Erased" action="Undo" @rv-act=${() => heard.push('act')} @rv-close=${() => heard.push('close')}></rv-toast>`,
    );

  it('says its word politely and goes by itself', async () => {
    const element = await toast();
    expect(deepText(element)).to.equal('Erased Undo');
    expire!();
    expect(heard).to.deep.equal(['close']);
    await expectAccessible(element);
  });

  it('offers one action', async () => {
    const element = await toast();
    control(element, 'Undo').click();
    expect(heard).to.deep.equal(['act', 'close']);
  });

  it('shows nothing without a text, but stays ready to be heard', async () => {
    const element = await mount(html`<rv-toast></rv-toast>`);
    expect(deepText(element)).to.equal('');
    expect(element.shadowRoot!.querySelector('[role="status"]')).to.exist;
  });
});
