import { expect } from 'chai';
import { outlineOf } from '../../app/journal/index/outline';
import { capabilities } from '../../app/services/capabilities';
import { sampleEntries } from '../support/sample-entries';
import { SamplePage } from './support/page';

describe('the capabilities', () => {
  it('are fetched when they are asked for, each as what it says it is', async () => {
    const { recalls, checkIns, device, files, imports, exports, insights } = capabilities(new SamplePage());
    expect((await recalls()).underWay).to.equal(null);
    expect((await checkIns()).underWay).to.equal(null);
    expect(await (await device()).report()).to.equal(null);
    expect((await files()).takeOpened(() => undefined)).to.be.a('function');
    expect((await imports()).exampleTable()).to.contain('valence');
    const { file } = await (await exports()).write('journal', {
      signal: new AbortController().signal,
      onCount: () => undefined,
    });
    expect(await file.text()).to.contain('"format":"reverie-journal"');
    const { points } = await (await insights()).valence(sampleEntries(34).map(outlineOf));
    expect(points).not.to.be.empty;
    const reading = (await insights()).read();
    const { finding } = await reading.chapter('over-time', { fromMs: null, toMs: null, only: null });
    expect(finding.kind).to.equal('too-few');
    reading.close();
  });

  it('share one device: what was opened for a recall is what Settings shows', async () => {
    const { recalls, device } = capabilities(new SamplePage());
    await recalls();
    expect(await device()).to.equal(await device());
  });
});
