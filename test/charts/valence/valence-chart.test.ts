import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Chart } from 'chart.js';
import '../../../app/charts/valence/valence-chart';
import type { ValencePoint } from '../../../app/insights/statistics/valence-point';
import { expectAccessible } from '../../support/accessible';
import { clearPage, frame, inside, openTable, pixelsOf, preparePage, show } from '../page';

const DAY_MS = 86_400_000;

const pointsOf = (n: number): ValencePoint[] =>
  Array.from({ length: n }, (_, i) => ({
    entryId: `entry-${i}`,
    epochMs: Date.parse('2026-10-12T10:00:00Z') + i * DAY_MS,
    offsetMinutes: 120,
    self: Math.sin(i),
    face: i % 3 === 2 ? null : 0.5 * Math.sin(i + 0.3),
    faceHalfWidth: 0.15,
    faceReader: 'emotion 1, facemesh 1',
    faceApart: false,
  }));

describe('rv-valence-chart', () => {
  before(preparePage);
  afterEach(clearPage);

  const chartOf = (points: readonly ValencePoint[]) => {
    const chart = document.createElement('rv-valence-chart');
    chart.points = points;
    return show(chart);
  };
  const canvasOf = (chart: Element) => inside<HTMLCanvasElement>(chart, 'canvas');
  const nextPoint = (chart: HTMLElement) =>
    new Promise<string>((resolve) =>
      chart.addEventListener('rv-point', (e) => resolve(e.detail.entryId), { once: true }),
    );

  it('draws the person filled and the face hollow, and says which is which', async () => {
    const chart = await chartOf(pointsOf(20));
    const [ember, dusk] = ['--ember', '--dusk'].map((token) => pixelsOf(canvasOf(chart), token));
    expect(ember).to.be.above(20 * 20);
    expect(dusk).to.be.within(13, ember! / 2);
    expect(inside(chart, '.legend').textContent).to.match(/what you said\s+what your face showed/);
    expect(inside(chart, '.legend circle').getAttribute('fill')).to.equal('var(--ember)');
    expect(inside(chart, '.legend path').getAttribute('stroke')).to.equal('var(--dusk)');
  });

  it('names no face in its legend where none was read', async () => {
    const chart = await chartOf(pointsOf(5).map((point) => ({ ...point, face: null })));
    expect(inside(chart, '.legend').textContent!.trim()).to.equal('what you said');
  });

  it('names faces that are not compared only where there are some, and draws them otherwise', async () => {
    const all = await chartOf(pointsOf(20));
    const dusk = pixelsOf(canvasOf(all), '--dusk');
    expect(inside(all, '.legend').textContent).to.not.contain('not compared');
    clearPage();
    const chart = await chartOf(pointsOf(20).map((point) => ({ ...point, faceApart: point.face !== null })));
    expect(inside(chart, '.legend').textContent!.replaceAll(/\s+/g, ' ').trim()).to.equal(
      'what you said your face, not compared',
    );
    expect(dusk).to.be.above(12);
    expect(pixelsOf(canvasOf(chart), '--dusk')).to.equal(0);
    await expectAccessible(chart);
  });

  it('is an image with a sentence for a name, and axe finds nothing, also with its table open', async () => {
    const chart = await chartOf(pointsOf(20));
    expect(inside(chart, '#summary').textContent).to.contain('20 entries');
    await openTable(chart);
    await expectAccessible(chart);
  });

  it('says which entry was touched, before it is opened', async () => {
    const chart = await chartOf(pointsOf(5));
    const drawn = Chart.getChart(canvasOf(chart))!;
    const { x, y } = drawn.getDatasetMeta(0).data[3]!;
    const box = canvasOf(chart).getBoundingClientRect();
    let opened: string | null = null;
    chart.addEventListener('rv-point', ({ detail }) => {
      opened = detail.entryId;
    });
    await sendMouse({ type: 'click', position: [Math.round(box.left + x), Math.round(box.top + y)] });
    await chart.updateComplete;
    expect(inside(chart, '.look').textContent)
      .to.contain('Oct 15, 2026')
      .and.contain('you said neither pleasant nor unpleasant (0.14)');
    expect(opened, 'nothing is opened by a touch').to.equal(null);
    expect(Chart.getChart(canvasOf(chart)), 'and nothing is drawn again').to.equal(drawn);
    await expectAccessible(chart);
    inside<HTMLButtonElement>(chart, '.look button').click();
    expect(opened).to.equal('entry-3');
    chart.points = pointsOf(2);
    await chart.updateComplete;
    expect(inside(chart, '.look').textContent!.trim()).to.equal('');
  });

  it('tells which row was chosen by keyboard, newest first', async () => {
    const chart = await chartOf(pointsOf(5));
    const rows = await openTable(chart);
    expect(rows[0]).to.deep.equal(['entry', 'you', 'face']);
    expect(rows[1]![0]).to.match(/Oct 16, 2026, 12:00\sPM/);
    const chosen = nextPoint(chart);
    const table = inside(chart, 'rv-chart-table');
    inside<HTMLButtonElement>(table, 'tbody button').click();
    expect(await chosen).to.equal('entry-4');
  });

  for (const width of [272, 310, 700]) {
    it(`cuts no head and no number of its table: ${width} px`, async () => {
      const chart = await chartOf(pointsOf(5));
      chart.style.width = `${width}px`;
      await openTable(chart);
      const scroll = inside(inside(chart, 'rv-chart-table'), '.scroll');
      expect(scroll.scrollWidth).to.be.at.most(scroll.clientWidth);
    });
  }

  it('says what is missing where there is nothing, and draws as soon as there is', async () => {
    const chart = await chartOf([]);
    expect(chart.shadowRoot!.querySelector('canvas, details')).to.equal(null);
    expect(inside(chart, 'figcaption').textContent).to.contain('Nothing to draw yet');
    await expectAccessible(chart);
    chart.points = pointsOf(1);
    await chart.updateComplete;
    expect(pixelsOf(canvasOf(chart), '--ember')).to.be.above(20);
    chart.points = [];
    await chart.updateComplete;
    expect(chart.shadowRoot!.querySelector('canvas')).to.equal(null);
  });

  it('stands many entries of the same moment, and thousands', async () => {
    const same = pointsOf(30).map((point) => ({ ...point, epochMs: 0 }));
    expect(inside(await chartOf(same), '#summary').textContent).to.contain('30 entries, Jan 1.');
    clearPage();
    const chart = await chartOf(pointsOf(3_000));
    expect(inside(chart, '#summary').textContent).to.contain('3,000 entries');
  });

  it('is drawn anew in the colours of another theme', async () => {
    const chart = await chartOf(pointsOf(20));
    document.documentElement.dataset.theme = 'dark';
    await frame();
    expect(pixelsOf(canvasOf(chart), '--ember')).to.be.above(400);
  });
});
