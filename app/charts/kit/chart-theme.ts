import { EXPRESSIONS, type Expression } from '../../domain/face/expression';

/** The design tokens a canvas needs, as they stand on an element now; a canvas cannot use custom properties itself. */
export interface ChartTheme {
  readonly card: string;
  readonly line: string;
  readonly edge: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly ember: string;
  readonly dusk: string;
  readonly duskSoft: string;
  readonly expressions: Readonly<Record<Expression, string>>;
  readonly fontFamily: string;
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
    card: token('--card'),
    line: token('--line'),
    edge: token('--edge'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    ember: token('--ember'),
    dusk: token('--dusk'),
    duskSoft: token('--dusk-soft'),
    expressions: Object.fromEntries(EXPRESSIONS.map((name) => [name, token(`--x-${name}`)])) as Record<
      Expression,
      string
    >,
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
