import { expect } from 'chai';
import { html } from 'lit';
import { momentAt } from '../../../app/domain/moment/moment';
import type { RvEntryRow } from '../../../app/views/history/entry-row';
import '../../../app/views/history/history';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleCheckIn, sampleEntries, sampleRecall, ZONE } from '../../support/sample-entries';
import { journeyEast } from './journey-east';

afterEach(unmountAll);

async function history(services: FakeServices): Promise<HTMLElement> {
  const element = await mount(html`<rv-history></rv-history>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the heading');
  return element;
}

const rows = (element: HTMLElement): RvEntryRow[] =>
  deepElements(element.shadowRoot!).filter((one): one is RvEntryRow => one.matches('rv-entry-row'));

const framesPass = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A check-in in each of so many months, newest first. */
const lifeOf = (months: number) =>
  Array.from({ length: months }, (_, at) =>
    sampleCheckIn({ id: `month-${at}`, startedAt: momentAt(Date.UTC(2026, 10 - at, 15, 12), ZONE) }),
  );

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

  it('draws only what is near of a day with hundreds of entries, under one heading', async () => {
    const startedAt = momentAt(NOW_MS, ZONE);
    const entries = Array.from({ length: 400 }, (_, at) => sampleCheckIn({ id: `same-day-${at}`, startedAt }));
    const element = await history(new FakeServices(entries));
    await until(() => rows(element).length > 0, 'the first rows');
    await framesPass();
    expect(rows(element).length).to.be.within(12, 150);
    const month = deepQuery<HTMLElement>(element.shadowRoot!, 'rv-history-month')!;
    expect(month.shadowRoot!.querySelectorAll('h3')).to.have.length(1);
    const height = month.offsetHeight;
    month.scrollIntoView({ block: 'end' });
    await until(() => rows(element).some(({ outline }) => outline.id === 'same-day-399'), 'the last of the day');
    expect(month.offsetHeight).to.be.closeTo(height, height / 10);
    scrollTo(0, 0);
  });

  it('makes a life of months in several tasks, with room for those that follow', async () => {
    const element = await mount(html`<rv-history></rv-history>`, new FakeServices(lifeOf(120)));
    const list = () => element.shadowRoot!.querySelector('.months');
    const months = () => list()?.querySelectorAll('rv-history-month').length ?? 0;
    const counts: number[] = [];
    const watch = new MutationObserver(() => counts.push(months()));
    watch.observe(element.shadowRoot!, { childList: true, subtree: true });
    await until(() => months() > 0, 'the first months');
    const early = list()!.clientHeight;
    await until(() => months() === 120, 'all of them');
    watch.disconnect();
    expect(counts.find((count) => count > 0)).to.be.below(60);
    expect(list()!.querySelector('.later')).to.equal(null);
    expect(list()!.clientHeight).to.be.closeTo(early, early / 5);
  });

  it('draws what is near again when a search is taken back, and not the rows of every month it had found', async () => {
    const busy = lifeOf(24).flatMap((entry, month) =>
      Array.from({ length: 30 }, (_, at) => ({
        ...entry,
        id: `${month}-${at}`,
        report: { ...entry.report, note: at === 0 ? 'lighthouse' : 'river' },
      })),
    );
    const element = await history(new FakeServices(busy));
    await until(() => rows(element).length > 0, 'the first rows');
    const field = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[type=search]')!;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('lighthouse');
    await until(() => deepText(element).includes('24 entries'), 'what was found');
    await until(() => rows(element).length > 5, 'its rows');
    let most = 0;
    const watch = new MutationObserver(() => (most = Math.max(most, rows(element).length)));
    const roots = deepElements(element.shadowRoot!).filter((one) => one.matches('rv-history-month'));
    for (const month of roots) watch.observe(month.shadowRoot!, { childList: true, subtree: true });
    type('');
    await until(() => !deepText(element).includes('24 entries'), 'the whole list');
    await framesPass();
    watch.disconnect();
    expect(most).to.be.within(1, 150);
  });

  it('ends a search when the next letter is typed', async () => {
    const services = new FakeServices([sampleCheckIn(), sampleRecall()]);
    const signals: AbortSignal[] = [];
    const { search } = services.journal;
    services.journal.search = (text, nameFeeling, signal) => {
      signals.push(signal!);
      return search.call(services.journal, text, nameFeeling, signal);
    };
    const element = await history(services);
    const field = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[type=search]')!;
    for (const text of ['s', 'sl', 'sledge']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(() => signals.length > 0 && !signals.at(-1)!.aborted, 'the search');
    }
    await until(() => rows(element).length === 1 && signals.length === 3, 'what the last one found');
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, true, false]);
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

describe('the search of rv-history', () => {
  const search = (element: HTMLElement, words: string): void => {
    const field = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[type=search]')!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
  };
  const brought = sampleCheckIn({
    id: 'brought',
    report: { ...sampleCheckIn().report, note: 'A long day.\nWe met at Łódź station' },
    origin: { source: 'daylio', key: 'k', mood: 'wobbly', activities: ['friends', 'movies'] },
  });

  it('finds what came from another app, and shows what was found in its line', async () => {
    const element = await history(new FakeServices([brought, sampleRecall()]));
    for (const [words, hit] of [
      ['movie', 'movie'],
      ['WOBBLY', 'wobbly'],
      ['lodz', 'Łódź'],
    ] as const) {
      search(element, words);
      await until(() => rows(element).length === 1 && rows(element)[0]!.hit?.match === hit, words);
      await rows(element)[0]!.updateComplete;
      expect(rows(element)[0]!.shadowRoot!.querySelector('mark')!.textContent).to.equal(hit);
    }
    expect(rows(element)[0]!.hit).to.deep.equal({ before: 'We met at ', match: 'Łódź', after: ' station' });
    await expectAccessible(element);
  });

  it('and the place in the list are as they were for whoever comes back from an entry', async () => {
    const services = new FakeServices([brought, sampleRecall()]);
    const element = await history(services);
    search(element, 'movies');
    await until(() => rows(element).length === 1, 'one is found');
    const link = rows(element)[0]!.shadowRoot!.querySelector('a')!;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    unmountAll();
    const again = await history(services);
    await until(() => rows(again).length === 1, 'it is found again');
    expect(deepQuery<HTMLInputElement>(again.shadowRoot!, 'input[type=search]')!.value).to.equal('movies');
    unmountAll();
    const fresh = await history(services);
    await until(() => rows(fresh).length === 2, 'whoever comes from elsewhere sees all');
  });
});

describe('a history that somebody comes back to', () => {
  it('stands where it was left, and at its top for who comes from elsewhere', async () => {
    const services = new FakeServices(sampleEntries(80));
    const element = await history(services);
    await until(() => document.documentElement.scrollHeight > innerHeight + 1_200, 'a long list');
    scrollTo(0, 1_000);
    await until(() => scrollY === 1_000, 'the place');
    const seen = rows(element).find((row) => row.getBoundingClientRect().top > 100)!;
    const top = Math.round(seen.getBoundingClientRect().top);
    const link = seen.shadowRoot!.querySelector('a')!;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    const { href } = link;
    unmountAll();
    scrollTo(0, 0);
    const again = await history(services);
    await until(() => scrollY === 1_000, 'the same place');
    const same = rows(again).find((row) => row.shadowRoot!.querySelector('a')!.href === href)!;
    expect(Math.round(same.getBoundingClientRect().top), 'the entry that was opened').to.equal(top);
    unmountAll();
    scrollTo(0, 0);
    const fresh = await history(services);
    await until(() => rows(fresh).length > 0, 'the list');
    await framesPass();
    expect(scrollY).to.equal(0);
    unmountAll();
  });
});

describe('a history that stays open', () => {
  it('says another day once it is seen on another day', async () => {
    const services = new FakeServices([sampleCheckIn()]);
    const element = await history(services);
    await until(() => / Today /.test(deepText(element)), 'today');
    services.clock.epochMs = () => NOW_MS + 86_400_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => / Yesterday /.test(deepText(element)), 'yesterday');
  });
});
