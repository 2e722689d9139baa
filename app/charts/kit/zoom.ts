import { clamp } from '../../base/clamp';

/** A stretch of an axis, in its unit. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How much of what is seen one press of a key, or one notch of a wheel, leaves. Ours. */
const STEP = 0.7;
/** How much of what is seen an arrow key moves by. Ours. */
const MOVE = 0.25;
/** How much of a stretch one pixel of a wheel takes away: a notch of a mouse is about a hundred. */
const PER_WHEEL_PX = Math.log(1 / STEP) / 100;
/** From how many pixels on a finger draws the chart along, and no longer touches a point. */
const DRAG_PX = 10;

/**
 * `seen` made `factor` times as long, so that `around` stays where it is: within `whole`, and no shorter than `least`.
 *
 * @example zoomed({ from: 0, to: 100 }, { from: 0, to: 100 }, 0.5, 100, 1) // { from: 50, to: 100 }
 * @example zoomed({ from: 50, to: 100 }, { from: 0, to: 100 }, 4, 60, 1) // { from: 0, to: 100 }
 */
export function zoomed(seen: Stretch, whole: Stretch, factor: number, around: number, least: number): Stretch {
  const length = seen.to - seen.from;
  const next = clamp(factor * length, Math.min(least, length), whole.to - whole.from);
  const share = length === 0 ? 0.5 : clamp((around - seen.from) / length, 0, 1);
  return within({ from: around - share * next, to: around + (1 - share) * next }, whole);
}

/**
 * `seen` moved by a share of its length, as far as `whole` reaches.
 *
 * @example moved({ from: 0, to: 10 }, { from: 0, to: 100 }, 0.5) // { from: 5, to: 15 }
 */
export const moved = (seen: Stretch, whole: Stretch, share: number): Stretch => {
  const by = share * (seen.to - seen.from);
  return within({ from: seen.from + by, to: seen.to + by }, whole);
};

function within({ from, to }: Stretch, whole: Stretch): Stretch {
  const back = Math.max(0, to - whole.to) - Math.max(0, whole.from - from);
  return { from: Math.max(whole.from, from - back), to: Math.min(whole.to, to - back) };
}

/** The chart that is zoomed. */
export interface Zoomable {
  /** What takes the focus, fingers and wheel; its width is that of the axis. */
  readonly plot: HTMLElement;
  readonly whole: Stretch;
  /** The shortest stretch that is worth a look. */
  readonly least: number;
  /** What is seen now. */
  readonly seen: Stretch;
  /** Draws that stretch, and says which it is; all of it where it is null. */
  show(seen: Stretch | null): void;
}

/**
 * Lets a chart over time be zoomed: two fingers; the wheel with Ctrl, or alone while the chart has the focus, so that the page still
 * scrolls under a pointer that only passes; and the keys +, -, the arrows and 0. A finger or a mouse draws it along once it is zoomed.
 * Nothing glides, so there is nothing to leave out where less motion is asked for.
 */
export const zoomable = (plot: HTMLElement, of: () => Zoomable | null): void => void new Zoom(plot, of);

class Zoom {
  readonly #of: () => Zoomable | null;
  /** Fingers on the chart, by their ids: where each is. */
  readonly #fingers = new Map<number, number>();
  #drawnPx = 0;

  constructor(plot: HTMLElement, of: () => Zoomable | null) {
    this.#of = of;
    plot.addEventListener('wheel', this.#onWheel, { passive: false });
    plot.addEventListener('keydown', this.#onKey);
    plot.addEventListener('pointermove', this.#onMove);
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      plot.addEventListener(type, ({ pointerId }) => this.#fingers.delete(pointerId));
    plot.addEventListener('pointerdown', () => {
      if (this.#fingers.size === 0) this.#drawnPx = 0;
    });
    // What was drawn along was not touched.
    plot.addEventListener('click', (event) => this.#drawnPx > DRAG_PX && event.stopPropagation(), { capture: true });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const chart = this.#of();
    if (!chart || event.ctrlKey || event.metaKey || event.altKey) return;
    const { seen, whole, least } = chart;
    const middle = (seen.from + seen.to) / 2;
    const keys: Readonly<Record<string, () => Stretch | null>> = {
      '+': () => zoomed(seen, whole, STEP, middle, least),
      '=': () => zoomed(seen, whole, STEP, middle, least),
      '-': () => zoomed(seen, whole, 1 / STEP, middle, least),
      ArrowLeft: () => moved(seen, whole, -MOVE),
      ArrowRight: () => moved(seen, whole, MOVE),
      '0': () => null,
      Escape: () => null,
    };
    const next = keys[event.key];
    if (!next) return;
    event.preventDefault();
    this.#show(chart, next());
  };

  readonly #onWheel = (event: WheelEvent): void => {
    const chart = this.#of();
    if (!chart || !(event.ctrlKey || chart.plot.matches(':focus-within'))) return;
    // The page would be zoomed, or scrolled, as well.
    event.preventDefault();
    const factor = Math.exp(PER_WHEEL_PX * event.deltaY);
    this.#show(chart, zoomed(chart.seen, chart.whole, factor, this.#at(chart, event.clientX), chart.least));
  };

  /** A finger is known from its first move on: the first ones may have come down before this was there. */
  readonly #onMove = (event: PointerEvent): void => {
    const chart = this.#of();
    if (!chart || event.buttons === 0) return;
    const { pointerId, clientX } = event;
    const before = [...this.#fingers.values()];
    const last = this.#fingers.get(pointerId);
    this.#fingers.set(pointerId, clientX);
    if (last === undefined) return;
    const now = [...this.#fingers.values()];
    const { seen, whole, least } = chart;
    this.#drawnPx += Math.abs(clientX - last);
    const [first, other] = [now[0]!, now[1]];
    if (other === undefined) {
      if (this.#drawnPx > DRAG_PX) this.#show(chart, moved(seen, whole, (last - clientX) / widthOf(chart)));
      return;
    }
    const [apart, wasApart] = [Math.abs(first - other), Math.abs(before[0]! - before[1]!)];
    if (apart < 1 || wasApart < 1) return;
    const middle = this.#at(chart, (first + other) / 2);
    this.#show(chart, zoomed(seen, whole, wasApart / apart, middle, least));
  };

  #at({ plot, seen }: Zoomable, clientX: number): number {
    const { left, width } = plot.getBoundingClientRect();
    return seen.from + clamp((clientX - left) / width, 0, 1) * (seen.to - seen.from);
  }

  #show(chart: Zoomable, next: Stretch | null): void {
    const isAll = next === null || next.to - next.from >= 0.999 * (chart.whole.to - chart.whole.from);
    chart.show(isAll ? null : next);
  }
}

const widthOf = ({ plot }: Zoomable): number => plot.getBoundingClientRect().width || 1;
