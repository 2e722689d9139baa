import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/blocks/progress';
import { expectAccessible } from '../../support/accessible';
import { control, deepQuery, deepText, mount, unmountAll } from '../../support/mount';

afterEach(unmountAll);

describe('rv-progress', () => {
  it('says how far it is, in bytes and to screen readers', async () => {
    const progress = await mount(
      html`<rv-progress label="Fetching" .loaded=${4_200_000} .total=${8_400_000}></rv-progress>`,
    );
    expect(deepText(progress)).to.contain('4.2 MB of 8.4 MB');
    const bar = deepQuery(progress.shadowRoot!, '[role="progressbar"]')!;
    expect(bar.getAttribute('aria-valuenow')).to.equal('50');
    expect(bar.getAttribute('aria-valuetext')).to.equal('4.2 MB of 8.4 MB');
    await expectAccessible(progress);
  });

  it('does not pretend to know before the total is known', async () => {
    const progress = await mount(html`<rv-progress label="Fetching"></rv-progress>`);
    expect(deepText(progress)).to.contain('Starting…');
    expect(deepQuery(progress.shadowRoot!, '[role="progressbar"]')!.hasAttribute('aria-valuenow')).to.equal(false);
  });

  it('can be cancelled where that is offered', async () => {
    const fixed = await mount(html`<rv-progress label="Fetching"></rv-progress>`);
    expect(deepQuery(fixed.shadowRoot!, 'button')).to.equal(null);
    let cancelled = 0;
    const progress = await mount(
      html`<rv-progress label="Fetching" cancellable @rv-cancel=${() => (cancelled += 1)}></rv-progress>`,
    );
    control(progress, 'Cancel').click();
    expect(cancelled).to.equal(1);
  });
});
