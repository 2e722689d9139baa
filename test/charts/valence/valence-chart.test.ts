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

  describe('zoomed', () => {
    const words = (chart: Element) => inside(chart, '.shown').textContent!.replaceAll(/\s+/g, ' ').trim();
    const axisOf = (chart: Element) => {
      const { min, max } = Chart.getChart(canvasOf(chart))!.scales.x!;
      return [min, max] as const;
    };
    /** Resolves once what is seen has been drawn and said. */
    const until = async (chart: Element, is: () => boolean) => {
      while (!is()) await frame();
      await (chart as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    };
    const press = async (chart: Element, key: string) => {
      const before = String(axisOf(chart));
      inside<HTMLElement>(chart, '.plot').focus();
      // What listens is fetched with the focus.
      await import('../../../app/charts/kit/zoom');
      await frame();
      inside(chart, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await until(chart, () => String(axisOf(chart)) !== before);
    };

    it('by keyboard: in, along and out, the days that are seen are said, and 0 shows all again', async () => {
      const chart = await chartOf(pointsOf(100));
      const whole = axisOf(chart);
      expect(words(chart)).to.equal('');
      await press(chart, '+');
      const [from, to] = axisOf(chart);
      expect(to - from).to.be.closeTo(0.7 * (whole[1] - whole[0]), 1);
      expect(words(chart)).to.match(/^Shown: Oct 25, 2026 to Jan 6, 2027 Show all of it$/);
      await press(chart, 'ArrowRight');
      expect(axisOf(chart)[1]).to.equal(whole[1]);
      await expectAccessible(chart);
      await press(chart, '0');
      expect(axisOf(chart)).to.deep.equal(whole);
      expect(words(chart)).to.equal('');
    });

    it('shows nothing, and then all of it again, where a filter leaves nothing and is taken back', async () => {
      const chart = await chartOf(pointsOf(100));
      const whole = axisOf(chart);
      await press(chart, '+');
      chart.points = [];
      await chart.updateComplete;
      expect(chart.shadowRoot!.querySelector('canvas')).to.equal(null);
      chart.points = pointsOf(100);
      await chart.updateComplete;
      expect(axisOf(chart)).to.deep.equal(whole);
      expect(words(chart)).to.equal('');
    });

    it('by a button there is a way back, and the chart has the focus then', async () => {
      const chart = await chartOf(pointsOf(100));
      const whole = axisOf(chart);
      await press(chart, '+');
      inside<HTMLButtonElement>(chart, '.shown button').click();
      await until(chart, () => String(axisOf(chart)) === String(whole));
      expect(chart.shadowRoot!.activeElement).to.equal(inside(chart, '.plot'));
    });

    it('by a wheel with Ctrl, or alone where the chart has the focus, and else the page scrolls', async () => {
      const chart = await chartOf(pointsOf(100));
      const plot = inside<HTMLElement>(chart, '.plot');
      await press(chart, '+');
      const wheel = (ctrlKey: boolean) => {
        const { left, width, top } = plot.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + 9, deltaY: -100, ctrlKey };
        return plot.dispatchEvent(new WheelEvent('wheel', { ...at, bubbles: true, cancelable: true }));
      };
      plot.blur();
      const before = axisOf(chart);
      expect(wheel(false), 'is left to the page').to.equal(true);
      expect(axisOf(chart)).to.deep.equal(before);
      expect(wheel(true), 'is taken').to.equal(false);
      await until(chart, () => axisOf(chart)[0] > before[0]);
      plot.focus();
      const nearer = axisOf(chart);
      expect(wheel(false)).to.equal(false);
      await until(chart, () => axisOf(chart)[0] > nearer[0]);
    });

    it('by two fingers, and one draws it along without touching a point', async () => {
      const chart = await chartOf(pointsOf(100));
      const plot = inside<HTMLElement>(chart, '.plot');
      await press(chart, '+');
      const { left, width, top } = plot.getBoundingClientRect();
      const finger = (type: string, pointerId: number, share: number) =>
        plot.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            buttons: 1,
            clientX: left + share * width,
            clientY: top + 9,
            bubbles: true,
          }),
        );
      const before = axisOf(chart);
      for (const [id, share] of [
        [1, 0.4],
        [2, 0.6],
        [1, 0.3],
        [2, 0.7],
      ] as const)
        finger('pointermove', id, share);
      await until(chart, () => axisOf(chart)[0] > before[0]);
      const pinched = axisOf(chart);
      expect(pinched[1] - pinched[0]).to.be.closeTo((before[1] - before[0]) / 2, 0.02 * (before[1] - before[0]));
      for (const id of [1, 2]) finger('pointerup', id, 0.5);
      finger('pointerdown', 3, 0.5);
      for (const share of [0.5, 0.6, 0.7]) finger('pointermove', 3, share);
      await until(chart, () => axisOf(chart)[0] < pinched[0]);
      finger('pointerup', 3, 0.7);
      plot.querySelector('canvas')!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await frame();
      expect(inside(chart, '.look').textContent!.trim()).to.equal('');
    });

    it('is over with other entries', async () => {
      const chart = await chartOf(pointsOf(100));
      await press(chart, '+');
      chart.points = pointsOf(50);
      await chart.updateComplete;
      expect(words(chart)).to.equal('');
    });
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
