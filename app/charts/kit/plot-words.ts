import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme';

/** A word set into the plot at a height of one of its scales: where a direct label says more than a legend. */
export interface PlotWord {
  readonly text: string;
  readonly scale: string;
  /** The value on that scale at which the word's middle stands. */
  readonly at: number;
  readonly align: 'left' | 'right';
}

/** Writes `words` over what is drawn. */
export const plotWords = (words: readonly PlotWord[], theme: ChartTheme): Plugin => ({
  id: 'plot-words',
  afterDatasetsDraw: (chart: Chart) => {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
    ctx.fillStyle = theme.ink2;
    ctx.textBaseline = 'middle';
    for (const { text, scale, at, align } of words) {
      ctx.textAlign = align;
      const y = chart.scales[scale]!.getPixelForValue(at);
      ctx.fillText(text, align === 'left' ? chartArea.left : chartArea.right, y);
    }
    ctx.restore();
  },
});
