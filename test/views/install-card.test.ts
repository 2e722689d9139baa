import { expect } from 'chai';
import { html } from 'lit';
import type { RvInstallCard } from '../../app/views/install-card';
import '../../app/views/install-card';
import { expectAccessible } from '../support/accessible';
import { FakeServices } from '../support/fake-services';
import { control, deepText, mount, unmountAll } from '../support/mount';

describe('rv-install-card', () => {
  let services: FakeServices;
  beforeEach(() => {
    services = new FakeServices();
  });
  afterEach(unmountAll);

  const card = (entries: number, dismissed = false) =>
    mount<RvInstallCard>(
      html`<rv-install-card .entries=${entries} .dismissed=${dismissed}></rv-install-card>`,
      services,
    );

  it('waits for the first entry, then installs', async () => {
    services.shell.change({ installable: true });
    expect(deepText(await card(0))).to.equal('');
    const element = await card(1);
    expect(deepText(element)).to.contain('Keep it at hand?');
    await expectAccessible(element);
    control(element, 'Install').click();
    expect(services.shell.calls).to.deep.equal(['install']);
  });

  it('remembers that it was dismissed', async () => {
    services.shell.change({ installable: true });
    const element = await card(1);
    control(element, 'Not now').click();
    await element.updateComplete;
    expect(deepText(element)).to.equal('');
    expect((await services.journal.settings()).installCardDismissed).to.equal(true);
    expect(deepText(await card(1, true))).to.equal('');
  });

  it('gives way to the update card', async () => {
    services.shell.change({ installable: true });
    const element = await card(1);
    services.shell.change({ updateReady: true });
    await element.updateComplete;
    expect(deepText(element)).to.equal('');
  });

  it('on iOS says how, before the first entry only: the installed app starts empty', async () => {
    services.shell.change({ manualInstall: true });
    const element = await card(0);
    expect(deepText(element)).to.contain('Add to Home Screen').and.to.contain('empty journal');
    await expectAccessible(element);
    expect(deepText(await card(1))).to.equal('');
  });
});
