import { formatWhole } from '../../words/numbers';
import type { ChartLook, ChartTheme } from './chart-theme';

/** The options every chart has: it fills its container, is and rises gently or not at all. */
export const sharedOptions = ({ riseMs }: ChartLook) => ({
  responsive: true,
  maintainAspectRatio: false,
  animation: riseMs > 0 ? ({ duration: riseMs, easing: 'easeOutCubic' } as const) : (false as const),
});

/** The type of an axis. */
export const axisFont = ({ fontFamily, fontSize }: ChartTheme) => ({ family: fontFamily, size: fontSize });

/** A number on an axis, with a real minus sign. */
export const axisNumber = (value: number | string): string => formatWhole(Number(value));

/** Puts ticks at `values` and nowhere else. */
export const ticksAt = (values: readonly number[]) => (axis: { ticks: { value: number }[] }) => {
  axis.ticks = values.map((value) => ({ value }));
};
