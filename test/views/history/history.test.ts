import { expect } from 'chai';
import { html } from 'lit';
import { momentAt } from '../../../app/domain/moment/moment';
import { outlineOf } from '../../../app/journal/index/outline';
import { groupByMonth } from '../../../app/views/history/history';
import { groupByDay } from '../../../app/views/history/history-month';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { sampleCheckIn, sampleEntries, sampleRecall } from '../../support/sample-entries';

afterEach(unmountAll);

async function history(services: FakeServices): Promise<HTMLElement> {
  const element = await mount(html`<rv-history></rv-history>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
  return element;
}

const rows = (element: HTMLElement): Element[] =>
  deepElements(element.shadowRoot!).filter((one) => one.matches('rv-entry-row'));

/** From Tokyo on the morning of the 15th to Honolulu, where it was still the 14th, and on to its 15th; newest first. */
const journeyEast = () =>
  [
    ['honolulu', '2026-11-15T10:00-10:00', 'Pacific/Honolulu'],
    ['landed', '2026-11-14T22:00-10:00', 'Pacific/Honolulu'],
    ['tokyo', '2026-11-15T09:00+09:00', 'Asia/Tokyo'],
  ].map(([id, time, zone]) => sampleRecall({ id: id!, startedAt: momentAt(Date.parse(time!), zone!) }));

describe('groupByDay', () => {
  it('uses the calendar day the person lived, not that of the phone now', () => {
    // 23:30 in New York on the 14th, and half an hour earlier in Tokyo, where it was already the 15th.
    const newYork = sampleRecall({ id: 'a', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 30), 'America/New_York') });
    const tokyo = sampleRecall({ id: 'b', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 0), 'Asia/Tokyo') });
    const days = groupByDay([newYork, tokyo].map(outlineOf));
    expect(days.map(({ day }) => day)).to.deep.equal(['2026-11-14', '2026-11-15']);
  });

  it('has a day once that was lived twice, over the date line', () => {
    expect(
      groupByDay(journeyEast().map(outlineOf)).map(({ day, outlines }) => [day, outlines.map(({ id }) => id)]),
    ).to.deep.equal([
      ['2026-11-15', ['honolulu', 'tokyo']],
      ['2026-11-14', ['landed']],
    ]);
  });

  it('puts days under their months, newest first', () => {
    const months = groupByMonth(sampleEntries(34).map(outlineOf));
    expect(months.map(({ key }) => key)).to.deep.equal(['2026-11', '2026-10']);
  });
});

describe('rv-history', () => {
  it('lists entries by day with both kinds, in words and marks', async () => {
    const element = await history(new FakeServices([sampleCheckIn(), sampleRecall()]));
    expect(deepText(element)).to.match(/November 2026 Today .*check-in Calm .* Yesterday .* First snow on the hill/);
    await expectAccessible(element);
  });

  it('shows an entry of a zone this browser does not know, at the time it was there', async () => {
    const startedAt = { epochMs: Date.UTC(2026, 10, 20, 8, 5), zone: 'Etc/Unknown', offsetMinutes: 90 };
    const element = await history(new FakeServices([sampleRecall({ startedAt, savedAt: startedAt })]));
    expect(deepText(element)).to.match(/Friday .*9:35/);
  });

  it('writes a day that was lived twice once, with all of its entries below', async () => {
    const element = await history(new FakeServices(journeyEast()));
    const month = deepQuery<HTMLElement>(element.shadowRoot!, 'rv-history-month')!;
    const days = [...month.shadowRoot!.querySelectorAll('.day')];
    expect(days.map((day) => [...day.querySelectorAll('rv-entry-row')].map(({ outline }) => outline.id))).to.deep.equal(
      [['honolulu', 'tokyo'], ['landed']],
    );
  });

  it('says what will be here when there is nothing', async () => {
    const element = await history(new FakeServices());
    expect(deepText(element)).to.contain('Nothing here yet.');
    await expectAccessible(element);
  });

  it('draws only the months near the window, and the older ones as one gets there', async () => {
    const element = await history(new FakeServices(sampleEntries(400)));
    const months = () => deepElements(element.shadowRoot!).filter((one) => one.matches('rv-history-month'));
    await until(() => months().length > 10, 'the months');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(rows(element).length).to.be.within(5, 200);
    const last = months().at(-1) as HTMLElement;
    expect(last.shadowRoot!.querySelector('rv-entry-row')).to.equal(null);
    last.scrollIntoView();
    await until(() => last.shadowRoot!.querySelector('rv-entry-row'), 'the oldest entries');
    scrollTo(0, 0);
    await until(() => last.shadowRoot!.querySelector('rv-entry-row') === null, 'they give way again');
  });

  it('finds entries by their words as they are typed, and says how many', async () => {
    const element = await history(new FakeServices([sampleCheckIn(), sampleRecall()]));
    const field = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[type=search]')!;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('SLEDGE');
    await until(() => rows(element).length === 1, 'the entry whose note says so');
    expect(deepText(element)).to.contain('One entry').and.to.contain('First snow on the hill');
    type('desert');
    await until(() => deepText(element).includes('No entries match.'), 'that there is none');
    await expectAccessible(element);
    type('');
    await until(() => rows(element).length === 2, 'all of them');
  });

  it('says which entries cannot be read, and does not call the journal empty', async () => {
    const services = new FakeServices();
    services.journal.unreadable = [{ id: 'x1', problem: 'no report' }];
    const element = await history(services);
    expect(deepText(element)).to.contain('One entry can’t be read.').and.to.contain('x1: no report');
    expect(deepText(element)).not.to.contain('Your entries will appear here');
    await expectAccessible(element);
  });

  it('follows the journal', async () => {
    const services = new FakeServices([sampleRecall()]);
    const element = await history(services);
    await services.journal.save(sampleCheckIn(), null);
    await until(() => rows(element).length === 2, 'the new entry');
  });

  it('shows the calendar of what is listed, opens a day, the year, and any other day', async () => {
    const element = await history(new FakeServices([sampleCheckIn(), sampleRecall()]));
    control(element, 'Calendar').click();
    await until(() => deepQuery(element.shadowRoot!, 'rv-history-calendar')?.shadowRoot?.querySelector('h2'), 'it');
    const calendar = deepQuery(
      element.shadowRoot!,
      'rv-history-calendar',
    ) as HTMLElementTagNameMap['rv-history-calendar'];
    const says = () => deepText(calendar.shadowRoot!);
    expect(says()).to.contain('November 2026');
    await expectAccessible(element);
    const days = [...calendar.renderRoot.querySelectorAll<HTMLElement>('button.day')];
    expect(days.map((one) => one.getAttribute('aria-label'))).to.deep.equal([
      'Saturday, November 21, 2026: One entry, very pleasant',
      'Sunday, November 22, 2026: One entry, a little pleasant',
    ]);
    days[0]!.click();
    await until(() => says().includes('First snow on the hill'), 'the entry of that day');
    await expectAccessible(element);

    control(calendar, 'Show the whole year').click();
    await until(() => calendar.renderRoot.querySelector('.year'), 'the year');
    expect(calendar.renderRoot.querySelectorAll('.year button')).to.have.length(12);
    await expectAccessible(element);
    calendar.renderRoot.querySelector<HTMLElement>('.year button')!.click();
    await until(() => says().includes('January 2026'), 'January');

    const field = calendar.renderRoot.querySelector<HTMLInputElement>('input[type="date"]')!;
    field.value = '2024-02-29';
    field.dispatchEvent(new Event('change'));
    await until(() => says().includes('February 2024'), 'that month');
    expect(says()).to.contain('Nothing on that day.');
  });

  it('narrows the list, says how many are left, and shows everything again', async () => {
    const element = await history(new FakeServices([sampleCheckIn(), sampleRecall()]));
    control(element, 'Filter').click();
    await until(
      () => deepQuery(element.shadowRoot!, 'rv-history-filters')?.shadowRoot?.querySelector('select'),
      'them',
    );
    const filters = deepQuery(element.shadowRoot!, 'rv-history-filters') as HTMLElementTagNameMap['rv-history-filters'];
    await expectAccessible(element);
    const kind = filters.renderRoot.querySelector('select')!;
    kind.value = 'check-in';
    kind.dispatchEvent(new Event('change'));
    await until(() => rows(element).length === 1, 'the check-in alone');
    expect(deepText(element)).to.contain('One entry');
    await filters.updateComplete;
    [...filters.renderRoot.querySelectorAll('button')].find((one) => one.textContent === 'Show everything')!.click();
    await until(() => rows(element).length === 2, 'both');
  });

  it('shows what was on this day in earlier years, unless something is searched for', async () => {
    const lastYear = sampleRecall({ id: 'then', startedAt: momentAt(Date.UTC(2025, 10, 22, 12), 'Europe/Berlin') });
    const element = await history(new FakeServices([sampleCheckIn(), lastYear]));
    expect(deepText(element)).to.match(/On this day November 22, 2025 First snow/);
    await expectAccessible(element);
    const field = deepQuery(element.shadowRoot!, 'input[type="search"]') as HTMLInputElement;
    field.value = 'snow';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => !deepText(element).includes('On this day'), 'the list alone');
  });
});
