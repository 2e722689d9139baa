import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/settings/imports';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepText, mount, unmountAll, until } from '../../support/mount';

const TABLE = 'date,note\n2021-03-27,one\n2021-03-28,two\n';

async function imported(): Promise<FakeServices> {
  const services = new FakeServices();
  const imports = await services.imports();
  const work = { signal: new AbortController().signal, onCount: () => undefined, toAdd: 2, fileName: 'diary.csv' };
  await imports.bringIn(await imports.open(new Blob([TABLE])), work);
  return services;
}

describe('rv-settings-imports', () => {
  afterEach(unmountAll);

  const shows = (element: HTMLElement, words: string) => until(() => deepText(element).includes(words), words);

  it('lists each import with its file, its day and its count, and takes it back after a question', async () => {
    const services = await imported();
    const element = await mount(html`<rv-settings-imports></rv-settings-imports>`, services);
    await shows(element, 'diary.csv');
    expect(deepText(element)).to.contain('2 added').and.to.match(/2026/);
    await expectAccessible(element);
    control(element, 'Take it back').click();
    await shows(element, '2 entries will be deleted');
    expect(services.journal.entries.size, 'it only asks').to.equal(2);
    await expectAccessible(element);
    confirm(element);
    await shows(element, 'It’s taken back: 2 entries are gone.');
    expect(services.journal.entries.size).to.equal(0);
    expect(deepText(element)).not.to.contain('diary.csv');
  });

  it('names an entry that was changed since, and leaves it', async () => {
    const services = await imported();
    const [one] = [...services.journal.entries.values()];
    await services.journal.save({ ...one!, report: { ...one!.report, note: 'mine now' } }, null);
    const element = await mount(html`<rv-settings-imports></rv-settings-imports>`, services);
    await shows(element, 'diary.csv');
    control(element, 'Take it back').click();
    await shows(element, 'You’ve changed one entry since, so it stays:');
    expect(deepText(element)).to.contain('mine now');
    confirm(element);
    await shows(element, 'one entry is gone');
    expect([...services.journal.entries.keys()]).to.deep.equal([one!.id]);
  });

  it('says what will be here where nothing is', async () => {
    const element = await mount(html`<rv-settings-imports></rv-settings-imports>`, new FakeServices());
    await shows(element, 'Nothing so far.');
    await expectAccessible(element);
  });

  function confirm(element: HTMLElement): void {
    element.shadowRoot!.querySelector('rv-dialog')!.dispatchEvent(new CustomEvent('rv-confirm'));
  }
});
