import { expect } from 'chai';
import '../../app/charts/again/again';
import '../../app/charts/apart/apart';
import '../../app/charts/by-cue/by-cue';
import '../../app/charts/company/company';
import '../../app/charts/compared/compared';
import '../../app/charts/days/days';
import type { DrawnChapter } from '../../app/charts/drawing/drawn-chapter';
import '../../app/charts/map/map';
import '../../app/charts/tired/tired';
import '../../app/charts/together/together';
import '../../app/charts/week-hours/week-hours';
import { EVERYTHING } from '../../app/insights/readers/book';
import type { InsightsDesk } from '../../app/insights/worker/insights-desk';
import { expectAccessible } from '../support/accessible';
import { NOW_MS } from '../support/sample-entries';
import { clearPage, inside, openTable, preparePage, show } from './page';
import { deskOf, madeUp } from './told';

const WIDTH = 342;
const half = NOW_MS - 250 * 86_400_000;

/** Each element with what it is given. */
const CHAPTERS: readonly (readonly [tag: string, data: (desk: InsightsDesk) => Promise<unknown>])[] = [
  ['rv-days-chapter', (desk) => desk.chapter('days', EVERYTHING)],
  ['rv-map-chapter', (desk) => desk.chapter('map', EVERYTHING)],
  ['rv-week-hours-chapter', (desk) => desk.chapter('week-hours', EVERYTHING)],
  ['rv-by-cue-chapter', (desk) => desk.chapter('by-cue', EVERYTHING)],
  ['rv-together-chapter', (desk) => desk.chapter('together', EVERYTHING)],
  ['rv-apart-chapter', (desk) => desk.chapter('apart', EVERYTHING)],
  ['rv-company-chapter', (desk) => desk.chapter('company', EVERYTHING)],
  ['rv-again-chapter', (desk) => desk.chapter('again', EVERYTHING)],
  ['rv-tired-chapter', (desk) => desk.chapter('tired', EVERYTHING)],
  ['rv-compared-chapter', (desk) => desk.compared({ ...EVERYTHING, fromMs: half }, { ...EVERYTHING, toMs: half })],
];

describe('the chapters', () => {
  let desk: InsightsDesk;
  before(async () => {
    await preparePage();
    desk = await deskOf(madeUp(1));
  });
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    clearPage();
  });

  const chapter = async (tag: string, data: unknown): Promise<DrawnChapter<unknown>> => {
    const element = document.createElement(tag) as DrawnChapter<unknown>;
    element.data = data;
    return show(element, WIDTH);
  };
  /** Each of its words lies within it. */
  const expectWordsWithin = (svg: SVGSVGElement): void => {
    const box = svg.getBoundingClientRect();
    for (const word of svg.querySelectorAll('text')) {
      const own = word.getBoundingClientRect();
      expect(own.left, `${word.textContent} begins`).to.be.at.least(box.left - 2);
      expect(own.right, `${word.textContent} ends`).to.be.at.most(box.right + 2);
      expect(own.bottom, `${word.textContent} stands`).to.be.at.most(box.bottom + 2);
    }
  };
  const press = async (element: DrawnChapter<unknown>, key: string): Promise<string> => {
    inside(element, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await element.updateComplete;
    return inside(element, '.look').textContent!.trim();
  };

  for (const [tag, dataOf] of CHAPTERS) {
    it(`${tag} says its finding, is drawn within its width, and axe finds nothing, also with its table open`, async () => {
      const element = await chapter(tag, await dataOf(desk));
      expect(inside(element, 'h2').textContent!.trim()).to.not.equal('');
      const svg = inside<SVGSVGElement>(element, '.plot svg');
      expect(svg.getAttribute('aria-labelledby')).to.equal('finding');
      expect(svg.getBoundingClientRect().width).to.equal(WIDTH);
      expectWordsWithin(svg);
      const kinds = [...svg.children].map(({ localName }) => localName);
      expect(kinds.lastIndexOf('path'), 'a mark over a word').to.be.below(kinds.indexOf('text'));
      const rows = await openTable(element);
      expect(rows.length).to.be.above(1);
      await expectAccessible(element);
    });

    it(`${tag} keeps its words within its width where a language runs from right to left`, async () => {
      document.documentElement.dir = 'rtl';
      const element = await chapter(tag, await dataOf(desk));
      expectWordsWithin(inside<SVGSVGElement>(element, '.plot svg'));
    });

    it(`${tag} can be gone through by keyboard, from end to end and away`, async () => {
      const element = await chapter(tag, await dataOf(desk));
      expect(inside(element, '.plot').getAttribute('tabindex')).to.equal('0');
      const first = await press(element, 'ArrowRight');
      expect(first).to.match(/\S: \S/);
      const last = await press(element, 'End');
      expect(await press(element, 'ArrowRight')).to.equal(last);
      expect(await press(element, 'Home')).to.equal(first);
      expect(inside(element, '.ring')).to.exist;
      expect(await press(element, 'Escape')).to.equal('');
    });
  }

  it('lead to the entries that are looked at, newest first', async () => {
    const data = await desk.chapter('days', EVERYTHING);
    const element = await chapter('rv-days-chapter', data);
    const asked = new Promise<readonly string[]>((resolve) =>
      element.addEventListener('rv-point', ({ detail }) => resolve(detail.entryIds), { once: true }),
    );
    await press(element, 'Home');
    await press(element, 'Enter');
    const { entryIds } = data.days.find(({ day }) => new Date(day * 86_400_000).getUTCFullYear() === 2026)!;
    expect(await asked).to.deep.equal(entryIds.toReversed());
  });

  it('show what is touched', async () => {
    const element = await chapter('rv-map-chapter', await desk.chapter('map', EVERYTHING));
    const box = inside(element, '.plot').getBoundingClientRect();
    const mark = inside(element, 'path[fill="var(--ember)"]').getBoundingClientRect();
    const at = { clientX: mark.x + mark.width / 2, clientY: mark.y + mark.height / 2, bubbles: true };
    expect(at.clientX).to.be.within(box.left, box.right);
    inside(element, '.plot').dispatchEvent(new MouseEvent('click', at));
    await element.updateComplete;
    expect(inside(element, '.look').textContent).to.contain('Open the entry');
  });

  it('make a picture on the device, of what is drawn and its finding', async () => {
    const element = await chapter('rv-company-chapter', await desk.chapter('company', EVERYTHING));
    await openTable(element);
    const made = new Promise<Blob>((resolve) =>
      element.addEventListener('rv-picture', ({ detail }) => resolve(detail.picture), { once: true }),
    );
    inside<HTMLButtonElement>(element, '.save').click();
    const picture = await createImageBitmap(await made);
    expect(picture.width).to.equal(2 * (WIDTH + 48));
    expect(picture.height).to.be.above(500);
  });

  for (const [tag, name] of [
    ['rv-map-chapter', 'map'],
    ['rv-together-chapter', 'together'],
  ] as const)
    it(`${tag} has no word over a mark`, async () => {
      const svg = inside(await chapter(tag, await desk.chapter(name, EVERYTHING)), '.plot svg');
      const marks = [...svg.querySelectorAll('path[fill^=var]')].map((mark) => mark.getBoundingClientRect());
      expect(marks.length).to.be.above(1);
      for (const word of svg.querySelectorAll('text')) {
        const own = word.getBoundingClientRect();
        const under = marks.filter(
          ({ left, right, top, bottom }) =>
            left < own.right && right > own.left && top < own.bottom && bottom > own.top,
        );
        expect(under, word.textContent!).to.deep.equal([]);
      }
    });

  it('say what every square of the week and of the days stands for', async () => {
    const keys = [];
    for (const [tag, name] of [
      ['rv-days-chapter', 'days'],
      ['rv-week-hours-chapter', 'week-hours'],
    ] as const) {
      const element = await chapter(tag, await desk.chapter(name, EVERYTHING));
      keys.push([...element.renderRoot.querySelectorAll('.legend li')].map((key) => key.textContent!.trim()));
    }
    expect(keys).to.deep.equal([
      ['unpleasant', 'in between', 'pleasant', 'an entry without a rating'],
      ['less pleasant than usual', 'as usual', 'more pleasant than usual', 'small: few entries'],
    ]);
  });

  it('list all that they count, also what is too much to draw', async () => {
    const large = await deskOf(madeUp(1, 900));
    const [apart, tired] = [await large.chapter('apart', EVERYTHING), await large.chapter('tired', EVERYTHING)];
    expect(apart.n).to.be.above(250);
    expect(apart.pairs.length).to.equal(apart.n);
    expect(tired.n).to.be.above(200);
    expect(tired.recalls.length).to.equal(tired.n);
  });

  it('mark the person by filled circles in ember and the face by hollow diamonds in dusk', async () => {
    const element = await chapter('rv-map-chapter', await desk.chapter('map', EVERYTHING));
    const paths = [...inside(element, '.plot svg').querySelectorAll('path')];
    const [you, face] = ['a', 'l'].map((curve) =>
      paths.filter((path) => new RegExp(`^M[\\d. -]+${curve}`).test(path.getAttribute('d')!)),
    );
    expect(new Set(you!.map((path) => path.getAttribute('fill')))).to.deep.equal(new Set(['var(--ember)']));
    expect(new Set(face!.map((path) => [path.getAttribute('fill'), path.getAttribute('stroke')].join()))).to.deep.equal(
      new Set(['none,var(--dusk)']),
    );
  });
});
