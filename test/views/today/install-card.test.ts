import { expect } from 'chai';
import { html } from 'lit';
import type { RvInstallCard } from '../../../app/views/today/install-card';
import '../../../app/views/today/install-card';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepText, mount, unmountAll } from '../../support/mount';

describe('rv-install-card', () => {
  let services: FakeServices;
  beforeEach(() => {
    services = new FakeServices();
  });
  afterEach(unmountAll);

  const card = (byHand = false) =>
    mount<RvInstallCard>(html`<rv-install-card ?byHand=${byHand}></rv-install-card>`, services);

  it('installs', async () => {
    const element = await card();
    expect(deepText(element)).to.contain('Keep it handy?');
    await expectAccessible(element);
    control(element, 'Install').click();
    expect(services.shell.calls).to.deep.equal(['install']);
  });

  it('remembers that it was put aside', async () => {
    const element = await card();
    control(element, 'Not now').click();
    await element.updateComplete;
    expect([deepText(element), element.hidden]).to.deep.equal(['', true]);
    expect((await services.journal.settings()).installCardDismissed).to.equal(true);
  });

  it('on iOS says how, and that the installed app starts empty', async () => {
    const element = await card(true);
    expect(deepText(element)).to.contain('Add to Home Screen').and.to.contain('empty journal');
    await expectAccessible(element);
  });

  it('on iOS says after the first entry why it still matters, and how the entries come along', async () => {
    const element = await mount<RvInstallCard>(html`<rv-install-card byHand late></rv-install-card>`, services);
    const words = deepText(element);
    expect(words).to.contain('Safari may clear').and.to.contain('Restore the backup');
    expect(words.indexOf('Save a backup')).to.be.lessThan(words.indexOf('Add to Home Screen'));
    await expectAccessible(element);
  });
});
