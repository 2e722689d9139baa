import { expect } from 'chai';
import { html } from 'lit';
import { momentAt } from '../../app/domain/moment';
import { groupByDay, PAGE_SIZE } from '../../app/views/history';
import { expectAccessible } from '../support/accessible';
import { FakeServices } from '../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../support/mount';
import { sampleCheckIn, sampleEntries, sampleRecall } from '../support/sample-entries';

afterEach(unmountAll);

async function history(services: FakeServices): Promise<HTMLElement> {
  const element = await mount(html`<rv-history></rv-history>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
  return element;
}

const rows = (element: HTMLElement): Element[] =>
  deepElements(element.shadowRoot!).filter((one) => one.matches('rv-entry-row'));

describe('groupByDay', () => {
  it('uses the calendar day the person lived, not that of the phone now', () => {
    // 23:30 in New York on the 14th, and half an hour earlier in Tokyo, where it was already the 15th.
    const newYork = sampleRecall({ id: 'a', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 30), 'America/New_York') });
    const tokyo = sampleRecall({ id: 'b', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 0), 'Asia/Tokyo') });
    const days = groupByDay([newYork, tokyo]).flatMap((month) => month.days);
    expect(days.map(({ day }) => day)).to.deep.equal(['2026-11-14', '2026-11-15']);
  });

  it('puts days under their months, newest first', () => {
    const months = groupByDay(sampleEntries(34));
    expect(months.map(({ name }) => name)).to.deep.equal(['November 2026', 'October 2026']);
  });
});

describe('rv-history', () => {
  it('lists entries by day with both kinds, in words and marks', async () => {
    const element = await history(new FakeServices([sampleCheckIn(), sampleRecall()]));
    expect(deepText(element)).to.match(/November 2026 Today .*check-in Calm .* Yesterday .* First snow on the hill/);
    await expectAccessible(element);
  });

  it('says what will be here when there is nothing', async () => {
    const element = await history(new FakeServices());
    expect(deepText(element)).to.contain('Nothing kept yet.');
    await expectAccessible(element);
  });

  it('draws a page at a time, and the older ones on request', async () => {
    const element = await history(new FakeServices(sampleEntries(PAGE_SIZE + 5)));
    expect(rows(element)).to.have.length(PAGE_SIZE);
    control(element, 'Show older').click();
    await until(() => rows(element).length === PAGE_SIZE + 5, 'the older entries');
    expect(deepText(element)).not.to.contain('Show older');
  });

  it('says which entries cannot be read, and does not call the journal empty', async () => {
    const services = new FakeServices();
    services.journal.unreadable = [{ id: 'x1', problem: 'no report' }];
    const element = await history(services);
    expect(deepText(element)).to.contain('One entry cannot be read.').and.to.contain('x1: no report');
    expect(deepText(element)).not.to.contain('Each day will have its place here');
    await expectAccessible(element);
  });

  it('follows the journal', async () => {
    const services = new FakeServices([sampleRecall()]);
    const element = await history(services);
    await services.journal.save(sampleCheckIn(), null);
    await until(() => rows(element).length === 2, 'the new entry');
  });
});
