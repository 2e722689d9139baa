import { expect } from 'chai';
import { html } from 'lit';
import { Failure } from '../../../app/domain/failure/failure';
import { openImportFile } from '../../../app/portability/read/import-file';
import '../../../app/views/settings/export';
import { allOf, entriesOf } from '../../portability/journals';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleEntries, sampleTrace } from '../../support/sample-entries';

/** Takes what would be saved, instead of letting it land in the downloads of whoever runs the tests. */
class Downloads {
  readonly names: string[] = [];
  readonly files: Blob[] = [];
  readonly #click = HTMLAnchorElement.prototype.click;
  readonly #url = URL.createObjectURL;

  constructor() {
    const { names, files } = this;
    HTMLAnchorElement.prototype.click = function click() {
      names.push(this.download);
    };
    URL.createObjectURL = (content) => {
      files.push(content as Blob);
      return this.#url.call(URL, content);
    };
  }

  restore(): void {
    HTMLAnchorElement.prototype.click = this.#click;
    URL.createObjectURL = this.#url;
  }
}

describe('rv-settings-export', () => {
  let downloads: Downloads;
  beforeEach(() => {
    downloads = new Downloads();
  });
  afterEach(() => {
    downloads.restore();
    unmountAll();
  });

  const section = (services: FakeServices) => mount(html`<rv-settings-export></rv-settings-export>`, services);
  const way = (element: HTMLElement, words: string) => control(element, words);

  it('saves the whole journal as a file that can be brought in again', async () => {
    const services = new FakeServices(sampleEntries(12));
    for (const id of services.journal.entries.keys()) services.journal.traces.set(id, sampleTrace(id));
    services.journal.unreadable = [{ id: 'x', problem: 'broken' }];
    const element = await section(services);
    await expectAccessible(element);
    way(element, 'The whole journal').click();
    await until(() => deepText(element).includes('Save it again'), 'the file');
    expect(downloads.names).to.deep.equal(['reverie-2026-11-22.json']);
    expect(deepText(element)).to.contain('12 entries and 10 face curves').and.to.contain('One entry couldn’t be read');
    const opened = await openImportFile(downloads.files[0]!);
    if (opened.kind !== 'journal') throw new Error(opened.kind);
    expect(entriesOf(await allOf(opened.journal.rows()))).to.deep.equal((await services.journal.list()).entries);
    await expectAccessible(element);
  });

  it('saves a data set', async () => {
    const element = await section(new FakeServices(sampleEntries(3)));
    way(element, 'A data set').click();
    await until(() => downloads.names.length > 0, 'the file');
    expect(downloads.names).to.deep.equal(['reverie-data-2026-11-22.zip']);
    expect(new Uint8Array(await downloads.files[0]!.slice(0, 4).arrayBuffer())).to.deep.equal(
      Uint8Array.of(80, 75, 3, 4),
    );
  });

  it('shows how far it is, and stops when it is told to', async () => {
    const services = new FakeServices(sampleEntries(4));
    let goOn: () => void = () => undefined;
    const list = services.journal.list.bind(services.journal);
    services.journal.list = async (range) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return list(range);
    };
    const element = await section(services);
    way(element, 'The whole journal').click();
    await until(() => deepQuery(element.shadowRoot!, 'rv-progress'), 'the progress');
    await expectAccessible(element);
    control(element, 'Cancel').click();
    await until(() => String(goOn).includes('native'), 'the reading');
    goOn();
    await until(() => !deepQuery(element.shadowRoot!, 'rv-progress'), 'the end');
    expect(downloads.names).to.deep.equal([]);
    expect(deepText(element)).not.to.contain('could not');
  });

  it('says so when the journal cannot be read, and saves nothing', async () => {
    const services = new FakeServices(sampleEntries(2));
    const element = await section(services);
    services.journal.failure = new Failure('journal-unreadable', 'broken');
    way(element, 'A data set').click();
    await until(() => deepText(element).includes('couldn’t be read'), 'the failure');
    expect(downloads.names).to.deep.equal([]);
    expect((way(element, 'A data set') as HTMLButtonElement).disabled).to.equal(false);
  });

  it('leads to paper and to bringing in', async () => {
    const element = await section(new FakeServices());
    expect(way(element, 'Print').getAttribute('href')).to.equal('/print');
    expect(way(element, 'Import').getAttribute('href')).to.equal('/import');
  });
});
