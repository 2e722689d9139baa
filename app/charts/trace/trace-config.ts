import { msg } from '@lit/localize';
import type { ChartConfiguration, ChartDataset, ChartOptions, Point } from 'chart.js';
import { formatSeconds } from '../../words/measures';
import { areaLabels } from '../kit/area-labels';
import type { ChartLook, ChartTheme } from '../kit/chart-theme';
import { plotWords } from '../kit/plot-words';
import { axisFont, axisNumber, sharedOptions, ticksAt } from '../kit/shared-options';
import { GROUND_OPACITY } from './trace-colours';
import type { Band, TraceSeries } from './trace-series';

type Line = ChartDataset<'line', Point[]>;

/** The colour of the ground under the expressions: `#rrggbb` with its opacity behind it. */
const groundColour = (theme: ChartTheme, name: keyof typeof GROUND_OPACITY): string =>
  theme.expressions.neutral + Math.round(255 * GROUND_OPACITY[name]).toString(16);

/** Heights of the three panels in relation to each other; the tallest lies on top. */
const PANELS = { share: 12, valence: 7, strip: 3 } as const;

/** Areas above, facial valence below, and at the bottom where the face was readable: one time axis for all three. */
export function traceConfig(series: TraceSeries, look: ChartLook): ChartConfiguration<'line', Point[]> {
  const { theme } = look;
  return {
    type: 'line',
    data: {
      datasets: [
        ...series.bands.map((band, i) => area(series, band, i, theme)),
        valenceLine(series, theme),
        ...strip(series, theme),
      ],
    },
    options: {
      ...sharedOptions(look),
      events: [],
      layout: { padding: { top: 2, right: 1 } },
      elements: { point: { radius: 0 }, line: { borderJoinStyle: 'round', borderCapStyle: 'round' } },
      scales: {
        x: timeAxis(series.durationS, theme),
        share: panel('share', 0, 1, { display: false }),
        valence: panel('valence', -1.2, 2.3, valenceAxis(theme)),
        strip: panel('strip', 0, 1, { display: false }),
      },
    },
    plugins: [
      areaLabels(series, theme),
      plotWords(
        [
          { text: msg('how pleasant your face looked'), scale: 'valence', at: 1.8, align: 'left' },
          { text: msg('face readable'), scale: 'strip', at: 0.62, align: 'left' },
        ],
        theme,
      ),
    ],
  };
}

const points = (x: readonly number[], y: readonly number[]): Point[] => x.map((value, i) => ({ x: value, y: y[i]! }));

const area = (series: TraceSeries, band: Band, index: number, theme: ChartTheme): Line => {
  const { name } = band;
  return {
    label: name,
    data: points(series.x, band.upper),
    yAxisID: 'share',
    // The datasets are the running sums already: each is filled down to the one before it.
    fill: index === 0 ? 'origin' : '-1',
    backgroundColor: name === 'neutral' || name === 'rest' ? groundColour(theme, name) : theme.expressions[name],
    borderColor: theme.card,
    borderWidth: band.visible ? 1 : 0,
    tension: 0.3,
    cubicInterpolationMode: 'monotone',
  };
};

const valenceLine = (series: TraceSeries, theme: ChartTheme): Line => ({
  label: 'facialValence',
  data: points(series.x, series.valence),
  yAxisID: 'valence',
  borderColor: theme.dusk,
  borderWidth: 2.25,
  cubicInterpolationMode: 'monotone',
});

/** A track as long as the recall, and on it the stretches that were readable. */
const strip = (series: TraceSeries, theme: ChartTheme): Line[] => {
  const y = (drawn: boolean) => (drawn ? 0.15 : Number.NaN);
  const common = { yAxisID: 'strip', borderWidth: 4, clip: 4 } as const;
  return [
    {
      ...common,
      label: 'readable',
      data: points(
        series.x,
        series.readable.map((value) => y(value === 1)),
      ),
      borderColor: theme.dusk,
    },
    {
      ...common,
      label: 'track',
      data: points([0, series.durationS], [y(true), y(true)]),
      borderColor: theme.line,
    },
  ];
};

type Scale = Extract<NonNullable<ChartOptions<'line'>['scales']>[string], { type?: 'linear' }>;

function panel(name: keyof typeof PANELS, min: number, max: number, options: Scale): Scale {
  return {
    type: 'linear',
    stack: 'panels',
    stackWeight: PANELS[name],
    min,
    max,
    weight: PANELS[name],
    ...options,
  };
}

const valenceAxis = (theme: ChartTheme) => ({
  border: { display: false },
  grid: {
    drawTicks: false,
    color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? theme.edge : 'transparent'),
    lineWidth: 1,
  },
  ticks: { color: theme.ink3, padding: 6, callback: axisNumber, font: axisFont(theme) },
  afterBuildTicks: ticksAt([-1, 0, 1]),
});

/** Ends in seconds, and between them what they count. */
function timeAxis(durationS: number, theme: ChartTheme): Scale {
  const words = [formatSeconds(0), msg('seconds into the recall'), formatSeconds(Math.round(durationS))];
  return {
    type: 'linear',
    min: 0,
    max: durationS,
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: theme.ink3,
      font: axisFont(theme),
      align: 'inner',
      maxRotation: 0,
      autoSkip: false,
      callback: (_value: number | string, index: number) => words[index]!,
    },
    afterBuildTicks: ticksAt([0, durationS / 2, durationS]),
  };
}
