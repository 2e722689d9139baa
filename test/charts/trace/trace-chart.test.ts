import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Chart } from 'chart.js';
import '../../../app/charts/trace/trace-chart';
import type { Trace } from '../../../app/domain/face/trace';
import { expectAccessible } from '../../support/accessible';
import { clearPage, frame, inside, openTable, pixelsOf, preparePage, show } from '../page';
import { traceOf, turning } from '../traces';

describe('rv-trace-chart', () => {
  before(preparePage);
  afterEach(clearPage);

  const chartOf = (trace: Trace | null, width?: number) => {
    const chart = document.createElement('rv-trace-chart');
    chart.trace = trace;
    chart.durationMs = trace ? trace.segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) : 0;
    return show(chart, width);
  };
  const canvasOf = (chart: Element) => inside<HTMLCanvasElement>(chart, 'canvas');

  it('draws each expression as an area, and names what it draws', async () => {
    const chart = await chartOf(traceOf(turning(450)));
    for (const token of ['--x-sadness', '--x-happiness', '--dusk']) {
      expect(pixelsOf(canvasOf(chart), token), token).to.be.above(300);
    }
    expect(pixelsOf(canvasOf(chart), '--x-anger')).to.equal(0);
    const named = [...chart.shadowRoot!.querySelectorAll('.legend li')].map((item) => item.textContent!.trim());
    expect(named).to.deep.equal(['happiness', 'sadness', 'neutral']);
  });

  it('leaves the moments empty in which the face was not readable', async () => {
    const full = await chartOf(traceOf(turning(450)));
    const drawn = pixelsOf(canvasOf(full), '--x-happiness');
    clearPage();
    const samples = turning(450).map((sample, i) => (i >= 300 && i < 400 ? { tMs: sample.tMs, scores: null } : sample));
    const gapped = await chartOf(traceOf(samples));
    expect(pixelsOf(canvasOf(gapped), '--x-happiness') / drawn).to.be.within(0.4, 0.65);
  });

  it('is an image with a sentence for a name, and axe finds nothing, also with its table open', async () => {
    const chart = await chartOf(traceOf(turning(60)));
    expect(canvasOf(chart).getAttribute('role')).to.equal('img');
    expect(inside(chart, `#${canvasOf(chart).getAttribute('aria-labelledby')}`).textContent).to.contain(
      'how pleasant it looked went',
    );
    await openTable(chart);
    await expectAccessible(chart);
  });

  it('has the readings in its table, a hundred at first and more when asked', async () => {
    const chart = await chartOf(traceOf(turning(150)));
    const rows = await openTable(chart);
    expect(rows[0]!.slice(0, 3)).to.deep.equal(['seconds', 'readable', 'how pleasant it looked']);
    expect(rows).to.have.length(101);
    const table = inside<HTMLElementTagNameMap['rv-chart-table']>(chart, 'rv-chart-table');
    const more = inside<HTMLButtonElement>(table, '.more');
    expect(more.textContent!.trim()).to.equal('Show 50 more of 150');
    more.click();
    await table.updateComplete;
    expect(table.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(150);
    expect(table.shadowRoot!.querySelector('.more')).to.equal(null);
  });

  it('says in words that there is nothing to draw: no trace, no readings, no readable one', async () => {
    for (const trace of [null, traceOf([]), traceOf(turning(30).map(({ tMs }) => ({ tMs, scores: null })))]) {
      const chart = await chartOf(trace);
      expect(chart.shadowRoot!.querySelector('canvas')).to.equal(null);
      expect(inside(chart, 'figcaption').textContent).to.contain('no curve to draw');
      await expectAccessible(chart);
      clearPage();
    }
  });

  it('stands a single reading', async () => {
    const chart = await chartOf(traceOf(turning(2).slice(1)));
    expect(inside(chart, 'figcaption').textContent).to.contain('70% happy');
  });

  it('is drawn anew in the colours of another theme, chosen or the system’s', async () => {
    const chart = await chartOf(traceOf(turning(450)));
    document.documentElement.dataset.theme = 'dark';
    await frame();
    expect(pixelsOf(canvasOf(chart), '--x-sadness')).to.be.above(300);
    delete document.documentElement.dataset.theme;
    await frame();
    expect(pixelsOf(canvasOf(chart), '--x-sadness')).to.be.above(300);
    // Listens after the chart does, and so hears of it after the chart has drawn.
    const system = matchMedia('(prefers-color-scheme: dark)');
    const told = new Promise((resolve) => system.addEventListener('change', resolve, { once: true }));
    await emulateMedia({ colorScheme: 'dark' });
    await told;
    expect(getComputedStyle(document.documentElement).getPropertyValue('--x-sadness').trim()).to.equal('#7ca3da');
    expect(pixelsOf(canvasOf(chart), '--x-sadness')).to.be.above(300);
    await emulateMedia({ colorScheme: 'light' });
  });

  it('shows another trace when given one', async () => {
    const chart = await chartOf(traceOf(turning(450)));
    chart.trace = traceOf(turning(450).map(({ tMs }) => ({ tMs, scores: { anger: 0.9, neutral: 0.1 } })));
    await chart.updateComplete;
    await frame();
    expect(pixelsOf(canvasOf(chart), '--x-anger')).to.be.above(300);
    expect(pixelsOf(canvasOf(chart), '--x-sadness')).to.equal(0);
  });

  it('is as wide as its container, and follows it', async () => {
    const chart = await chartOf(traceOf(turning(60)), 310);
    expect(canvasOf(chart).getBoundingClientRect().width).to.be.closeTo(310, 1);
    const resized = new Promise<void>((resolve) => {
      const observer = new ResizeObserver(([entry]) => {
        if (entry!.contentRect.width < 650) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(canvasOf(chart));
    });
    chart.parentElement!.style.width = '700px';
    await resized;
    expect(canvasOf(chart).getBoundingClientRect().width).to.be.closeTo(700, 1);
  });

  it('lets go of its chart when it leaves, and draws again when it comes back', async () => {
    const chart = await chartOf(traceOf(turning(450)));
    const parent = chart.parentElement!;
    chart.remove();
    expect(Chart.getChart(canvasOf(chart))).to.equal(undefined);
    parent.append(chart);
    await frame();
    expect(pixelsOf(canvasOf(chart), '--x-happiness')).to.be.above(300);
  });
});
