import type { Chart, Plugin } from 'chart.js';
import type { TraceSeries } from '../trace/trace-series';
import { bandWord } from '../trace/trace-words';
import { placeLabel } from './area-label';
import type { ChartTheme } from './chart-theme';
import { mostReadable } from './contrast';

/** Space kept free around a word, in pixels. */
const PADDING = 4;

/** Writes each expression's name into its area wherever there is room, so that colour never carries it alone. */
export const areaLabels = (series: TraceSeries, theme: ChartTheme): Plugin => ({
  id: 'area-labels',
  afterDatasetsDraw: (chart: Chart) => {
    const { ctx } = chart;
    const [across, up] = [chart.scales.x!, chart.scales.share!];
    const x = series.x.map((value) => across.getPixelForValue(value));
    ctx.save();
    ctx.font = `500 ${theme.fontSize}px ${theme.fontFamily}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const { name, lower, upper, visible } of series.bands) {
      if (!visible) continue;
      const word = bandWord(name);
      const box = { width: ctx.measureText(word).width + 2 * PADDING, height: theme.fontSize + PADDING };
      const top = upper.map((value) => up.getPixelForValue(value));
      const bottom = lower.map((value) => up.getPixelForValue(value));
      const place = placeLabel({ x, top, bottom }, box);
      if (!place) continue;
      const isGround = name === 'neutral' || name === 'rest';
      ctx.fillStyle = isGround ? theme.ink2 : mostReadable(theme.expressions[name], [theme.ink, theme.card]);
      ctx.fillText(word, place.x, place.y);
    }
    ctx.restore();
  },
});
