import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import '../../../app/views/history/history';
import '../../../app/views/insights/insights';
import '../../../app/views/sample/band';
import '../../../app/views/settings/settings';
import '../../../app/views/shell/app-shell';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleEntries } from '../../support/sample-entries';

describe('the sample journal on the screens', () => {
  const startedAt = location.href;
  afterEach(() => {
    unmountAll();
    history.replaceState({}, '', startedAt);
  });

  for (const { place, tag, path } of [
    { place: 'empty Insights', tag: html`<rv-insights></rv-insights>`, path: '/insights' },
    { place: 'empty History', tag: html`<rv-history></rv-history>`, path: '/history' },
  ]) {
    it(`is offered in ${place}, which then shows it`, async () => {
      const services = new FakeServices();
      const element = await mount(tag, services);
      await until(() => deepText(element).includes('See what a year looks like'), 'the offer');
      await expectAccessible(element);
      control(element, 'See what a year looks like').click();
      await until(() => services.calls.length > 0, 'a call');
      expect(services.calls).to.deep.equal([['enterSample', path]]);
    });
  }

  it('is offered in Settings where its part is opened, and says so where there is no room', async () => {
    const services = new FakeServices();
    services.samples = async () => ({
      enter: () => Promise.reject(new Failure('journal-full')),
      leave: async () => undefined,
    });
    const element = await mount(html`<rv-settings></rv-settings>`, services);
    await until(() => deepQuery(element.shadowRoot!, 'fieldset'), 'the settings');
    expect(customElements.get('rv-settings-sample')).to.equal(undefined);
    const details = deepElements(element.shadowRoot!).find(
      (one): one is HTMLDetailsElement =>
        one instanceof HTMLDetailsElement && deepText(one).startsWith('A sample journal'),
    )!;
    details.open = true;
    await until(() => deepText(element).includes('Two made-up years'), 'its part');
    control(element, 'See what a year looks like').click();
    await until(() => deepText(element).includes('Try again'), 'the failure');
    await expectAccessible(details);
  });

  for (const path of ['/', '/insights', '/check-in']) {
    it(`is called one at ${path}, with the way out`, async () => {
      const services = new FakeServices(sampleEntries(8));
      services.inSample = true;
      history.replaceState({}, '', path);
      const app = await mount(html`<rv-app .services=${services}></rv-app>`);
      await until(() => deepQuery(app.shadowRoot!, 'h1'), 'the screen');
      expect(deepText(app)).to.contain('A made-up sample journal');
      await expectAccessible(deepQuery(app.shadowRoot!, 'rv-sample-band')!);
      control(app, 'Leave it').click();
      await until(() => services.calls.some(([name]) => name === 'leaveSample'), 'leaving');
    });
  }

  for (const path of ['/settings', '/import', '/restore', '/lock/new']) {
    it(`has a page about itself at ${path}, and nothing of one’s own journal`, async () => {
      const services = new FakeServices(sampleEntries(8));
      services.inSample = true;
      history.replaceState({}, '', path);
      const app = await mount(html`<rv-app .services=${services}></rv-app>`);
      await until(() => deepText(app).includes('This is a sample journal.'), 'the page about it');
      for (const own of ['Delete everything', 'Save a backup', 'Set a passphrase', 'Choose a file'])
        expect(deepText(app)).to.not.contain(own);
      await expectAccessible(deepQuery(app.shadowRoot!, 'rv-about-sample')!);
    });
  }

  it('offers no sample in the sample', async () => {
    const services = new FakeServices();
    services.inSample = true;
    const element = await mount(html`<rv-history></rv-history>`, services);
    await until(() => deepText(element).includes('Nothing here yet.'), 'History');
    expect(deepQuery(element.shadowRoot!, 'rv-sample-offer')).to.equal(null);
  });
});
