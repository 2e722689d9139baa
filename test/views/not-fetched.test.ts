import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { Failure } from '../../app/domain/failure/failure';
import type { Capabilities } from '../../app/services/capabilities';
import '../../app/views/import/import';
import '../../app/views/insights/insights';
import '../../app/views/print/print';
import '../../app/views/restore/restore';
import '../../app/views/settings/backup';
import '../../app/views/settings/device';
import '../../app/views/settings/export';
import '../../app/views/settings/storage';
import { expectAccessible } from '../support/accessible';
import { FakeServices } from '../support/fake-services';
import { deepElements, deepText, mount, unmountAll, until } from '../support/mount';
import { sampleEntries } from '../support/sample-entries';

/** What a screen cannot do without, and what is pressed before it needs it. */
type Case = readonly [screen: TemplateResult, missing: keyof Capabilities, press?: string];

describe('a screen whose capability cannot be fetched', () => {
  afterEach(unmountAll);

  const cases: Readonly<Record<string, Case>> = {
    insights: [html`<rv-insights></rv-insights>`, 'insights'],
    print: [html`<rv-print></rv-print>`, 'insights'],
    'import, when it is asked what there is': [html`<rv-import></rv-import>`, 'imports', 'Where to find the file'],
    restore: [html`<rv-restore></rv-restore>`, 'backups'],
    'backup, when it is opened': [html`<rv-settings-backup></rv-settings-backup>`, 'backups'],
    'backup, when one is saved': [html`<rv-settings-backup></rv-settings-backup>`, 'files', 'Save a backup'],
    device: [html`<rv-settings-device></rv-settings-device>`, 'device', 'Test this device'],
    export: [html`<rv-settings-export></rv-settings-export>`, 'exports', 'The whole journal'],
  };
  for (const [name, [screen, missing, press]] of Object.entries(cases)) {
    it(`says so, and that the journal is safe: ${name}`, async () => {
      const services = new FakeServices(sampleEntries(3));
      services.backupsGiven = { needsPassphrase: async () => false };
      Object.assign(services, { [missing]: () => Promise.reject(new Failure('not-fetched', 'offline')) });
      const element = await mount(html`${screen}`, services);
      if (press) {
        await until(() => deepText(element).includes(press), 'the button');
        deepElements(element.parentElement!)
          .find((one) => one.matches('button, summary') && deepText(one).startsWith(press))!
          .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      }
      await until(() => deepText(element).includes('This part of the app couldn’t be loaded.'), 'the notice');
      expect(deepText(element)).to.contain('Your journal is on this phone and isn’t affected.');
      await expectAccessible(element);
    });
  }

  it('says what it knows without it: the storage', async () => {
    const services = new FakeServices();
    services.device = () => Promise.reject(new Failure('not-fetched', 'offline'));
    const element = await mount(html`<rv-settings-storage .persisted=${true}></rv-settings-storage>`, services);
    await until(() => deepText(element).includes('this browser'), 'the promise');
  });
});
