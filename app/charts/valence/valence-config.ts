import { msg } from '@lit/localize';
import type { ActiveElement, Chart, ChartConfiguration, ChartDataset, ChartOptions, Plugin } from 'chart.js';
import { HOUR_MS } from '../../base/time';
import type { ChartLook, ChartTheme } from '../kit/chart-theme';
import { plotWords } from '../kit/plot-words';
import { axisFont, axisNumber, sharedOptions, ticksAt } from '../kit/shared-options';
import type { Stretch } from '../kit/zoom';
import { VALENCE_COLOURS } from './valence-colours';
import type { Mark, ValenceSeries } from './valence-series';
import { axisDays } from './valence-words';

type Marks = ChartDataset<'scatter', Mark[]>;

/** Half the width of the time axis for a single moment, and the least of it for several, in milliseconds. */
const LEAST_MARGIN_MS = 12 * HOUR_MS;
/** Free space at both ends of the time axis, as a part of its length. */
const MARGIN = 0.03;

/** From these numbers of entries on the marks are smaller, so that they do not cover each other; radii in pixels. */
const RADII = [
  [0, 5],
  [60, 4],
  [200, 3],
  [600, 2],
] as const;

/** Size of a face that is set apart, as a part of a circle's. */
const APART = 0.7;

/** Marks behind a trend: there, but not the picture. As the last two digits of a colour. */
const FAINT = '4d';

const radiusFor = (n: number): number => RADII.reduce((radius, [from, px]) => (n >= from ? px : radius), 5);

/** Outline of a diamond in pixels: thin where it is small, or it would fill. */
const outlineFor = (n: number): number => Math.min(1.75, 0.4 * radiusFor(n));

/** Ratings and faces over time, the person as filled circles, the face as hollow diamonds, small ones where it is set apart. */
export function valenceConfig(
  series: ValenceSeries,
  look: ChartLook,
  onPoint: (entryId: string) => void,
  seen: Stretch = timeAxis(series),
): ChartConfiguration<'scatter', Mark[]> {
  const { theme } = look;
  const marks = [series.self, series.face, series.apart];
  const markOf = (element: ActiveElement | undefined) => element && marks[element.datasetIndex]?.[element.index];
  return {
    type: 'scatter',
    data: { datasets: [selfMarks(series, theme), faceMarks(series, theme), apartMarks(series, theme)] },
    options: {
      ...sharedOptions(look),
      events: ['click', 'mousemove', 'mouseout'],
      interaction: { mode: 'nearest', intersect: true },
      elements: { point: { hitRadius: 14 } },
      onClick: (_event, [nearest]) => {
        const mark = markOf(nearest);
        if (mark) onPoint(mark.entryId);
      },
      onHover: (_event, elements, chart) => {
        chart.canvas.style.cursor = elements.length > 0 ? 'pointer' : '';
      },
      scales: { x: dayAxis(series, theme, seen), y: valenceAxis(theme) },
    },
    plugins: [
      ...(series.trend ? [trendLine(series, theme)] : [betweenMarks(series, theme)]),
      plotWords(
        [
          { text: msg('pleasant'), scale: 'y', at: 1.24, align: 'left' },
          { text: msg('unpleasant'), scale: 'y', at: -1.24, align: 'left' },
        ],
        theme,
      ) as Plugin<'scatter'>,
    ],
  };
}

const selfMarks = ({ self, n, trend }: ValenceSeries, theme: ChartTheme): Marks => ({
  label: 'self',
  data: [...self],
  pointStyle: 'circle',
  pointRadius: radiusFor(n),
  pointHoverRadius: radiusFor(n) + 1.5,
  pointBackgroundColor: theme[VALENCE_COLOURS.self] + (trend ? FAINT : ''),
  pointBorderColor: theme.card,
  pointBorderWidth: trend ? 0 : 1,
  pointHoverBackgroundColor: theme[VALENCE_COLOURS.self],
  pointHoverBorderColor: theme.card,
});

const faceMarks = ({ face, n }: Pick<ValenceSeries, 'face' | 'n'>, theme: ChartTheme): Marks => ({
  label: 'face',
  data: [...face],
  pointStyle: 'rectRot',
  // A diamond of the same radius looks smaller than a circle.
  pointRadius: radiusFor(n) * 1.15,
  pointHoverRadius: radiusFor(n) * 1.15 + 1.5,
  pointBackgroundColor: theme.card,
  pointBorderColor: theme[VALENCE_COLOURS.face],
  pointBorderWidth: outlineFor(n),
  pointHoverBackgroundColor: theme.duskSoft,
  pointHoverBorderColor: theme[VALENCE_COLOURS.face],
  pointHoverBorderWidth: outlineFor(n),
});

const apartMarks = ({ apart, n }: ValenceSeries, theme: ChartTheme): Marks => ({
  ...faceMarks({ face: apart, n }, theme),
  label: 'apart',
  pointRadius: radiusFor(n) * APART,
  pointHoverRadius: radiusFor(n) * APART + 1.5,
  pointBorderColor: theme[VALENCE_COLOURS.apart],
  pointHoverBorderColor: theme[VALENCE_COLOURS.apart],
});

/** Above the marks: the mean of the ratings with its band, and where their level changed and stayed. */
const trendLine = ({ line, changes }: ValenceSeries, theme: ChartTheme): Plugin<'scatter'> => ({
  id: 'trend-line',
  beforeDatasetsDraw: (chart: Chart<'scatter'>) => {
    const { ctx } = chart;
    const [across, up] = [chart.scales.x!, chart.scales.y!];
    const band = line.flatMap((point) => (point.band ? [{ x: point.x, low: point.band[0], high: point.band[1] }] : []));
    ctx.save();
    keepWithin(chart);
    ctx.fillStyle = theme.emberSoft;
    ctx.beginPath();
    for (const { x, high } of band) ctx.lineTo(across.getPixelForValue(x), up.getPixelForValue(high));
    for (const { x, low } of band.toReversed()) ctx.lineTo(across.getPixelForValue(x), up.getPixelForValue(low));
    ctx.fill();
    ctx.strokeStyle = theme.ink3;
    ctx.setLineDash([3, 4]);
    for (const x of changes) {
      ctx.beginPath();
      ctx.moveTo(across.getPixelForValue(x), up.top);
      ctx.lineTo(across.getPixelForValue(x), up.bottom);
      ctx.stroke();
    }
    ctx.restore();
  },
  afterDatasetsDraw: (chart: Chart<'scatter'>) => {
    const { ctx } = chart;
    const [across, up] = [chart.scales.x!, chart.scales.y!];
    ctx.save();
    keepWithin(chart);
    ctx.strokeStyle = theme[VALENCE_COLOURS.self];
    ctx.lineWidth = 2.25;
    ctx.lineJoin = 'round';
    ctx.beginPath();
    for (const { x, mean } of line) ctx.lineTo(across.getPixelForValue(x), up.getPixelForValue(mean));
    ctx.stroke();
    ctx.restore();
  },
});

/** Below the marks: the face's interval as a soft bar, and a thin line between what was said and what was shown. */
const betweenMarks = ({ pairs, whiskers, n }: ValenceSeries, theme: ChartTheme): Plugin<'scatter'> => ({
  id: 'between-marks',
  beforeDatasetsDraw: (chart: Chart<'scatter'>) => {
    const { ctx } = chart;
    const [across, up] = [chart.scales.x!, chart.scales.y!];
    const upright = (x: number, from: number, to: number): void => {
      ctx.beginPath();
      ctx.moveTo(across.getPixelForValue(x), up.getPixelForValue(from));
      ctx.lineTo(across.getPixelForValue(x), up.getPixelForValue(to));
      ctx.stroke();
    };
    ctx.save();
    keepWithin(chart);
    ctx.lineCap = 'round';
    ctx.strokeStyle = theme.duskSoft;
    ctx.lineWidth = 1.6 * radiusFor(n);
    for (const { x, low, high } of whiskers) upright(x, low, high);
    ctx.strokeStyle = theme.line;
    ctx.lineWidth = 1.5;
    for (const { x, self, face } of pairs) upright(x, self, face);
    ctx.restore();
  },
});

/** Where it is zoomed, what lies outside is not drawn over the axis. */
function keepWithin({ ctx, chartArea: { left, right }, height }: Chart<'scatter'>): void {
  ctx.beginPath();
  ctx.rect(left, 0, right - left, height);
  ctx.clip();
}

type Scale = NonNullable<ChartOptions<'scatter'>['scales']>[string];

const valenceAxis = (theme: ChartTheme): Scale => ({
  type: 'linear',
  min: -1.4,
  max: 1.4,
  border: { display: false },
  grid: {
    drawTicks: false,
    color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? theme.edge : theme.line),
  },
  ticks: { color: theme.ink3, padding: 8, callback: axisNumber, font: axisFont(theme) },
  afterBuildTicks: ticksAt([-1, 0, 1]),
});

/** All of the time axis: from the first entry to the last, with some space at both ends. */
export function timeAxis({ fromMs, toMs }: Pick<ValenceSeries, 'fromMs' | 'toMs'>): Stretch {
  const margin = Math.max(LEAST_MARGIN_MS, MARGIN * (toMs - fromMs));
  return { from: fromMs - margin, to: toMs + margin };
}

/** The days at both ends of what is seen of it, without that space. */
export const daysSeen = ({ fromMs, toMs }: ValenceSeries, { from, to }: Stretch): readonly [number, number] => [
  Math.max(fromMs, from),
  Math.min(toMs, to),
];

/** The first and the last day, and nothing between: the table has the others. Both follow when it is zoomed. */
function dayAxis(series: ValenceSeries, theme: ChartTheme, seen: Stretch): Scale {
  const daysOf = ({ min, max }: Ends) => axisDays(...daysSeen(series, { from: min, to: max }));
  const [first, last] = axisDays(series.fromMs, series.toMs);
  const isOneDay = first === last;
  return {
    type: 'linear',
    min: seen.from,
    max: seen.to,
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: theme.ink3,
      font: axisFont(theme),
      align: isOneDay ? 'center' : 'inner',
      maxRotation: 0,
      autoSkip: false,
      callback(_value: number | string, index: number) {
        return daysOf(this)[index]!;
      },
    },
    afterBuildTicks: (axis) => {
      const ends = isOneDay ? [(axis.min + axis.max) / 2] : [axis.min, axis.max];
      axis.ticks = ends.map((value) => ({ value }));
    },
  };
}

type Ends = Readonly<Record<'min' | 'max', number>>;
