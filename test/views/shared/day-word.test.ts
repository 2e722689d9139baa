import { expect } from 'chai';
import { html, type LitElement } from 'lit';
import { HOUR_MS } from '../../../app/base/time';
import { sliderRating } from '../../../app/domain/report/rating';
import '../../../app/views/shared/day-word';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS } from '../../support/sample-entries';

const TODAY = '2026-11-22';

describe('rv-day-word', () => {
  afterEach(unmountAll);

  const shown = async (services: FakeServices, day = TODAY, today = true): Promise<LitElement> => {
    const element = await mount<LitElement>(html`<rv-day-word day=${day} ?today=${today}></rv-day-word>`, services);
    await until(() => element.renderRoot.childElementCount > 0, 'what there is');
    return element;
  };
  const field = (element: LitElement) => deepQuery<HTMLInputElement>(element.renderRoot, 'input[type=text]')!;
  const type = (element: LitElement, text: string): void => {
    field(element).value = text;
    field(element).dispatchEvent(new InputEvent('input'));
  };
  const evening = (services: FakeServices) =>
    Object.assign(services, { clock: { ...services.clock, epochMs: () => NOW_MS + 9 * HOUR_MS } });

  it('waits behind a button by day, and takes a word alone', async () => {
    const services = new FakeServices();
    const element = await shown(services);
    expect(field(element)).to.equal(null);
    control(element, 'A word for today').click();
    await until(() => field(element)?.matches(':focus'), 'the field');
    await expectAccessible(element);
    expect((control(element, 'Save') as HTMLButtonElement).disabled).to.equal(true);
    type(element, '  slow ');
    await until(() => !(control(element, 'Save') as HTMLButtonElement).disabled, 'that it can be kept');
    control(element, 'Save').click();
    await until(() => deepText(element).includes('Your word for today'), 'the word');
    await expectAccessible(element);
    const [entry] = services.journal.entries.values();
    expect(entry?.report).to.deep.include({ note: 'slow', valence: null });
  });

  it('asks by itself in the evening', async () => {
    const element = await shown(evening(new FakeServices()));
    expect(deepText(element)).to.contain('How was the day?');
    expect(deepText(element), 'no more than a field').not.to.contain('Save');
    await expectAccessible(element);
    type(element, 'long');
    await until(() => deepText(element).includes('Save'), 'the rest');
  });

  it('changes what was said, for an earlier day too, and can be left as it was', async () => {
    const services = new FakeServices();
    const words = await services.dayWords();
    await words.keep('2026-11-20', { note: 'grey', valence: sliderRating(40) });
    const element = await shown(services, '2026-11-20', false);
    control(element, 'Change the word for this day').click();
    await until(() => field(element)?.value === 'grey', 'what was said');
    type(element, 'grey, and then not');
    control(element, 'Cancel').click();
    await until(() => field(element) === null, 'that it closes');
    expect((await words.of('2026-11-20'))?.report.note).to.equal('grey');
    control(element, 'Change the word for this day').click();
    await until(() => field(element)?.value === 'grey', 'what was said, again');
    type(element, 'grey, and then not');
    field(element).form!.requestSubmit();
    await until(async () => (await words.of('2026-11-20'))?.report.note === 'grey, and then not', 'the change');
    expect((await words.of('2026-11-20'))?.report.valence?.raw).to.equal(40);
  });

  it('keeps what is being said while midnight passes, as a word for the day it is about', async () => {
    const services = evening(new FakeServices());
    const element = await shown(services);
    type(element, 'long');
    await until(() => deepText(element).includes('Save'), 'the rest');
    element.setAttribute('day', '2026-11-23');
    await element.updateComplete;
    expect(field(element).value).to.equal('long');
    field(element).form!.requestSubmit();
    const words = await services.dayWords();
    await until(async () => (await words.of(TODAY))?.report.note === 'long', 'the word for the day before');
    expect(await words.of('2026-11-23')).to.equal(null);
  });

  it('opens another day without what went wrong with the one before', async () => {
    const services = new FakeServices();
    services.dayWords = async () => ({ of: async () => null, keep: () => Promise.reject(new Error('full')) });
    const element = await shown(services, '2026-11-20', false);
    control(element, 'A word for this day').click();
    await until(() => field(element), 'the field');
    type(element, 'grey');
    field(element).form!.requestSubmit();
    await until(() => deepQuery(element.renderRoot, 'rv-notice'), 'the notice');
    element.setAttribute('day', '2026-11-19');
    await until(() => field(element) === null, 'that it closes');
    control(element, 'A word for this day').click();
    await until(() => field(element), 'the field for the other day');
    expect(deepQuery(element.renderRoot, 'rv-notice')).to.equal(null);
  });

  it('says so if it could not be kept, and loses no word', async () => {
    const services = new FakeServices();
    services.dayWords = async () => ({ of: async () => null, keep: () => Promise.reject(new Error('full')) });
    const element = await shown(services);
    control(element, 'A word for today').click();
    await until(() => field(element), 'the field');
    type(element, 'slow');
    field(element).form!.requestSubmit();
    await until(() => deepQuery(element.renderRoot, 'rv-notice'), 'the notice');
    expect(field(element).value).to.equal('slow');
  });
});
