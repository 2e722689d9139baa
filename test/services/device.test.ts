import { expect } from 'chai';
import { PageDevice } from '../../app/services/device';
import { FakeReader } from '../session/support/fake-reader';
import { FakeSession } from '../support/fake-session';
import { SamplePage } from './support/page';

describe('the device of a page', () => {
  let page: SamplePage;
  let reader: FakeReader;
  let device: PageDevice;
  beforeEach(() => {
    page = new SamplePage();
    reader = new FakeReader();
    device = new PageDevice(page, reader);
  });

  it('tests on the backend that is chosen now, which takes a reader that is opened again', async () => {
    page.settings.now = { ...page.settings.now, backend: 'wasm' };
    const report = await device.test(() => undefined);
    expect(reader.calls).to.deep.equal(['close', 'open wasm']);
    expect(report.backend).to.equal('wasm');
  });

  it('does not take the reader from a recall that is under way', async () => {
    page.live.recalls.show(new FakeSession());
    await device.test(() => undefined);
    expect(reader.calls).to.deep.equal(['open auto']);
  });

  it('says what the reader last said of itself, also when it says no more', async () => {
    reader.report = () => Promise.reject(new Error('closed'));
    expect(await device.report()).to.equal(null);
    const report = await device.test(() => undefined);
    expect(await device.report()).to.equal(report);
  });

  it('says how much room the journal has', async () => {
    expect(await device.storage()).to.have.keys('persisted', 'usedBytes', 'quotaBytes');
  });
});
