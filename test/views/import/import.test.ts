import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/import/import';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { chooseFile } from './choose-file';

const DAYLIO = `full_date,date,weekday,time,mood,activities,note_title,note
2021-03-27,March 27,Saturday,20:39,rad,"friends | movies","Choir","Loud"
2021-03-26,March 26,Friday,8:20 am,irritable,"","",""
2021-02-30,March 2,Tuesday,2:00 pm,meh,"","",""`;

describe('rv-import', () => {
  afterEach(unmountAll);

  const screen = (services: FakeServices) => mount(html`<rv-import></rv-import>`, services);

  const heading = (element: HTMLElement) => deepText(deepQuery(element.shadowRoot!, 'h1')!);
  const shows = (element: HTMLElement, words: string) => until(() => deepText(element).includes(words), words);

  async function select(element: HTMLElement, words: string, value: string): Promise<HTMLSelectElement> {
    const label = deepElements(element.shadowRoot!).find(
      (one) => one.matches('label') && deepText(one).includes(words),
    );
    const field = label!.querySelector('select')!;
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('change'));
    return field;
  }

  it('looks first: what it holds, what cannot be read, and nothing added', async () => {
    const services = new FakeServices();
    const element = await screen(services);
    await expectAccessible(element);
    chooseFile(element, DAYLIO, 'daylio_export.csv');
    await shows(element, 'can be added');
    expect(heading(element)).to.equal('2 entries can be added.');
    const text = deepText(element);
    expect(text).to.match(/From .*26.* to .*27.*2021/);
    expect(text).to.contain('row 4').and.to.contain('“2021-02-30” is not a date');
    expect(services.journal.entries.size).to.equal(0);
    await expectAccessible(element);
  });

  it('takes moods for what the person says, without losing the place', async () => {
    const services = new FakeServices();
    const element = await screen(services);
    chooseFile(element, DAYLIO);
    await shows(element, 'How pleasant is each mood?');
    const field = await select(element, 'irritable', '2');
    expect(deepQuery(element.shadowRoot!, 'rv-import-review')!.shadowRoot!.activeElement).to.equal(field);
    control(element, 'Add 2 entries').click();
    await shows(element, '2 entries were added.');
    const kept = [...services.journal.entries.values()];
    expect(kept.map(({ report }) => report.valence?.value)).to.deep.equal([1, -0.5]);
    expect(kept[0]).to.have.nested.property('origin.mood', 'rad');
    await expectAccessible(element);
  });

  it('says how far the look is, and is back at the choice as soon as that is cancelled', async () => {
    const services = new FakeServices();
    const imports = await services.imports();
    services.imports = async () => ({
      ...imports,
      preview: (_file, { signal, onCount }) => {
        onCount(1_200);
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    const element = await screen(services);
    chooseFile(element, DAYLIO);
    await shows(element, '1,200 rows');
    await expectAccessible(element);
    control(element, 'Cancel').click();
    await shows(element, 'Choose a file');
    expect(services.journal.entries.size).to.equal(0);
  });

  it('brings nothing in twice', async () => {
    const services = new FakeServices();
    const element = await screen(services);
    for (const added of [2, 0]) {
      chooseFile(element, DAYLIO.split('\n').slice(0, 3).join('\n'));
      await shows(element, added > 0 ? 'can be added' : 'All of this is already in your journal.');
      if (added === 0) break;
      control(element, 'Add 2 entries').click();
      await shows(element, 'were added');
      control(element, 'Import another file').click();
      await shows(element, 'Choose a file');
    }
    expect(services.journal.entries.size).to.equal(2);
    expect(deepText(element)).not.to.contain('Add ');
  });

  it('says at once what another scale would mean', async () => {
    const element = await screen(new FakeServices());
    chooseFile(element, 'date,valence\n2026-11-22,7\n2026-11-23,2\n');
    await shows(element, '2 entries can be added.');
    await select(element, 'Rating scale', '1');
    await shows(element, 'One entry can be added.');
    expect(deepText(element)).to.contain('valence: 7 is not between 1 and 5.');
    await expectAccessible(element);
  });

  it('says what is wrong with a file, that nothing was added, and lets another be chosen', async () => {
    const element = await screen(new FakeServices());
    chooseFile(element, '<!doctype html><p>Sign in');
    await shows(element, 'This is a web page, not a table.');
    expect(deepText(element)).to.contain('Nothing was added.');
    await expectAccessible(element);
    chooseFile(element, DAYLIO);
    await shows(element, 'can be added');
    control(element, 'Choose another file').click();
    await shows(element, 'Choose a file');
    expect(deepText(element)).not.to.contain('web page');
  });

  it('tells how far it came when saving fails', async () => {
    const services = new FakeServices();
    services.journal.saveAll = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    const element = await screen(services);
    chooseFile(element, DAYLIO);
    await shows(element, 'can be added');
    control(element, 'Add 2 entries').click();
    await shows(element, '0 entries were added.');
    expect(deepText(element)).to.contain('couldn’t be saved').and.to.contain('only the rest is added');
  });

  it('shows what differs beside what is here, and updates only what was chosen', async () => {
    const services = new FakeServices();
    const element = await screen(services);
    chooseFile(element, DAYLIO);
    await shows(element, 'can be added');
    control(element, 'Add 2 entries').click();
    await shows(element, 'take this import back');
    control(element, 'Import another file').click();
    await shows(element, 'Choose a file');
    chooseFile(element, DAYLIO.replace('movies', 'cinema').replace('Loud', 'Quiet'));
    await shows(element, 'One entry differs from yours.');
    const text = deepText(element);
    expect(text)
      .to.match(/friends.{1,5}movies/)
      .and.to.match(/friends.{1,5}cinema/);
    expect(text).to.contain('Loud').and.to.contain('Quiet');
    expect(text, 'nothing is changed unasked').not.to.match(/Update one entry|Add one/);
    await expectAccessible(element);
    const all = deepElements(element.shadowRoot!).filter((one) => one.matches('label.chip'));
    all
      .find((one) => deepText(one).includes('Take the file’s'))!
      .querySelector('input')!
      .click();
    await shows(element, 'Update one entry');
    control(element, 'Update one entry').click();
    await shows(element, 'One entry was updated.');
    const notes = [...services.journal.entries.values()].map(({ report }) => report.note);
    expect(notes).to.include('Choir\nQuiet').and.not.to.include('Choir\nLoud');
  });

  it('says how many would have no rating before anything is added, and asks for the order of dates', async () => {
    const element = await screen(new FakeServices());
    chooseFile(element, 'date,mood\n3/4/2021,strange\n5/6/2021,good\n');
    await shows(element, '2 entries can be added.');
    expect(deepText(element)).to.contain('One of them would have no rating');
    await select(element, 'strange', '2');
    await until(() => !deepText(element).includes('no rating, because'), 'all are rated');
    expect(deepText(element)).to.contain('Please check.');
    await select(element, 'How dates are written', 'day first: 3/4 is 3 April');
    await shows(element, 'April');
    await expectAccessible(element);
  });
});
