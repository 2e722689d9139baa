import { expect } from 'chai';
import { html } from 'lit';
import { momentAt } from '../../../app/domain/moment/moment';
import { twoYears } from '../../../app/insights/sample/two-years';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import { open as openReviews } from '../../../app/services/reviews';
import { monthToRead } from '../../../app/views/looking-back/month-link';
import '../../../app/views/looking-back/looking-back';
import '../../../app/views/looking-back/to-read';
import { SAMPLE_BOOK } from '../../../app/words/sample/books/en';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';
import { NOW_MS, sampleCheckIn, sampleEntries, ZONE } from '../../support/sample-entries';

const entries = twoYears({
  now: momentAt(NOW_MS, ZONE),
  cues: CUE_DECK,
  words: SAMPLE_BOOK,
  appVersion: '0.1.0',
});

async function page(name: string, kept = entries): Promise<HTMLElement> {
  const services = new FakeServices(kept);
  const element = await mount(html`<rv-looking-back period=${name}></rv-looking-back>`, services);
  await until(() => deepQuery(element.shadowRoot!, 'h1'), 'the page');
  return element;
}

/** What stands below a question. */
const below = (element: HTMLElement, question: string): string => {
  const section = deepElements(element.shadowRoot!).find(
    (one) => one.localName === 'section' && deepText(one).startsWith(question),
  );
  return section ? deepText(section) : '';
};

describe('rv-looking-back', function () {
  this.timeout(20_000);
  afterEach(unmountAll);

  it('answers five questions of a fresh reader about the sample, each in a sentence with how sure it is', async () => {
    const element = await page('2026');
    expect(below(element, 'Is there a hard day of the week?')).to.match(
      /Monday is your lowest day: 0\.\d\d below the others .*(unlikely to be|more than) chance/,
    );
    expect(below(element, 'Does your face follow your words?')).to.match(/mostly move together\. In \d+ recalls/);
    expect(below(element, 'What changed since 2025?')).to.match(
      /Around .*(March|April|May).* your ratings moved up and stayed there/,
    );
    expect(below(element, 'What goes with good days?')).to.match(
      /Entries with “a walk” tend to be rated higher .*(unlikely to be|more than) chance/,
    );
    expect(below(element, 'What happened on this day?')).to.match(/November.*2025/);
  });

  for (const name of ['2026-10', '2026', '2024-12', '2020']) {
    it(`is accessible: ${name}`, async () => expectAccessible(await page(name)));
  }

  it('says the same in the table as in the drawing and the sentence', async () => {
    const element = await page('2026-10');
    const table = deepQuery(element.shadowRoot!, 'tbody')!;
    const values = [...table.querySelectorAll('tr')].map((row) => [
      Number(row.querySelector('th')!.textContent),
      row.querySelector('td')!.textContent!.trim(),
    ]);
    const sky = deepQuery<HTMLElementTagNameMap['rv-sky']>(element.shadowRoot!, 'rv-sky')!;
    expect(sky.suns.filter(({ valence }) => valence !== null)).to.have.length(values.length);
    const number = (text: unknown): number => Number(String(text).replace('−', '-'));
    const [, highest] = values.toSorted((a, b) => number(a[1]) - number(b[1])).at(-1)!;
    expect(below(element, 'How did the days go?')).to.contain(`(${highest})`);
  });

  it('of little says what is missing, and of nothing that nothing was written', async () => {
    const few = await page('2026-11', sampleEntries(3));
    expect(deepText(few)).to.contain('November, in your own words and numbers.');
    expect(below(few, 'What changed since October?')).to.contain('There’s nothing from October 2026 to compare with.');
    expect(below(few, 'Is there a hard day of the week?')).to.match(/at least \d+ more entries/);
    expect(deepText(await page('2020-05'))).to.contain('Nothing was written in May.');
    expect(deepText(await page('no-month'))).to.contain('There’s no page here.');
  });

  it('says nothing that judges or advises', async () => {
    const text = deepText(await page('2026'));
    expect(text).to.not.match(/\b(should|ought|try to|keep it up|well done|good job|congratulations|unfortunately)\b/i);
  });
});

describe('rv-to-read', () => {
  afterEach(unmountAll);

  it('names the years and months there are, and what was a year ago today', async () => {
    const element = await mount(html`<rv-to-read></rv-to-read>`, new FakeServices(entries));
    await until(() => deepText(element).includes('To read on a Sunday'), 'the covers');
    expect(deepText(element)).to.match(/A year ago today.*November.*2025/);
    const paths = deepElements(element.shadowRoot!).flatMap((one) => one.getAttribute('href') ?? []);
    expect(paths).to.include.members(['/insights/2026', '/insights/2025', '/insights/2026-11', '/insights/2026-06']);
    await expectAccessible(element);
  });

  it('counts years by the clock on the wall, also on the last evening of a year', async () => {
    const zone = 'America/New_York';
    const [then, now] = [2026, 2027].map((year) => Date.UTC(year, 0, 1, 2)) as [number, number];
    const services = new FakeServices([sampleCheckIn({ startedAt: momentAt(then, zone) })]);
    const clock = { epochMs: () => now, monotonicMs: () => 0, zone: () => zone };
    const reviews = async () => openReviews({ journal: services.journal, clock });
    const element = await mount(html`<rv-to-read></rv-to-read>`, Object.assign(services, { clock, reviews }));
    await until(() => deepText(element).includes('ago today'), 'what was on this day');
    expect(deepText(element)).to.contain('A year ago today');
  });

  it('is empty where nothing was written', async () => {
    const element = await mount(html`<rv-to-read></rv-to-read>`, new FakeServices());
    await new Promise(requestAnimationFrame);
    expect(deepText(element)).to.equal('');
  });
});

describe('rv-month-link', () => {
  afterEach(unmountAll);
  const day = (date: string): number => Date.parse(date) / 86_400_000;

  it('names the month that ends, or has just ended', () => {
    expect(monthToRead(day('2026-11-28'))).to.equal(null);
    expect(monthToRead(day('2026-11-29'))!.name).to.equal('2026-11');
    expect(monthToRead(day('2026-12-05'))!.name).to.equal('2026-11');
    expect(monthToRead(day('2026-12-06'))).to.equal(null);
  });

  it('leads there, and is not there where little was written', async () => {
    const at = (ms: number, kept = entries): FakeServices =>
      Object.assign(new FakeServices(kept), { clock: { epochMs: () => ms, monotonicMs: () => 0, zone: () => ZONE } });
    const end = Date.UTC(2026, 9, 31, 12);
    const link = await mount(html`<rv-month-link></rv-month-link>`, at(end));
    await until(() => deepText(link).includes('October, to read'), 'the link');
    expect(deepQuery(link.shadowRoot!, 'a')!.getAttribute('href')).to.equal('/insights/2026-10');
    await expectAccessible(link);
    const none = await mount(html`<rv-month-link></rv-month-link>`, at(end, sampleEntries(2)));
    await new Promise(requestAnimationFrame);
    expect(deepText(none)).to.equal('');
  });
});
