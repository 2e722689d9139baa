import { EXPRESSIONS, type Expression } from '../../domain/face/expression';

/** The colours of charts and the design token of each; what a colour is stands in `assets/styles/tokens.css`. */
const COLOURS = {
  card: '--card',
  line: '--line',
  edge: '--edge',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  ember: '--ember',
  emberSoft: '--ember-soft',
  dusk: '--dusk',
  duskSoft: '--dusk-soft',
} as const;

export type ColourName = keyof typeof COLOURS;

/** The colour as styles and drawings of markup name it. */
export const colour = (name: ColourName): string => `var(${COLOURS[name]})`;

/** The design tokens a canvas needs, as they stand on an element now; a canvas cannot use custom properties itself. */
export interface ChartTheme extends Readonly<Record<ColourName, string>> {
  readonly expressions: Readonly<Record<Expression, string>>;
  readonly fontFamily: string;
  /** Of headings and findings. */
  readonly serif: string;
  /** CSS pixels. */
  readonly fontSize: number;
}

/** How a chart is to be drawn now. */
export interface ChartLook {
  readonly theme: ChartTheme;
  /** How long it may take to rise, in milliseconds; 0 where it must not move. */
  readonly riseMs: number;
}

export function readTheme(host: Element): ChartTheme {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ...(Object.fromEntries(Object.entries(COLOURS).map(([name, property]) => [name, token(property)])) as Record<
      ColourName,
      string
    >),
    expressions: Object.fromEntries(EXPRESSIONS.map((name) => [name, token(`--x-${name}`)])) as Record<
      Expression,
      string
    >,
    serif: token('--serif') || 'serif',
    fontFamily: token('--sans') || 'system-ui, sans-serif',
    fontSize: remToPx(token('--t-2')),
  };
}

/** The type size in pixels, following the text size the person set in the browser. */
function remToPx(size: string): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const value = Number.parseFloat(size);
  return Number.isNaN(value) ? 0.75 * rem : size.endsWith('rem') ? value * rem : value;
}
