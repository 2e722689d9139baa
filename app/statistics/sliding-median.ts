/**
 * The median of the values that are in it, which come and go one by one: for a window that slides over a series, where sorting each
 * window afresh would cost ten times as much.
 *
 * @example new SlidingMedian().add(3).add(1).add(2).median // 2
 */
export class SlidingMedian {
  #sorted: number[] = [];

  /** NaN of nothing. */
  get median(): number {
    const sorted = this.#sorted;
    const half = sorted.length >> 1;
    if (sorted.length === 0) return Number.NaN;
    return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  }

  /** @param value not NaN */
  add(value: number): this {
    const sorted = this.#sorted;
    let at = sorted.length;
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = value;
    return this;
  }

  /** Takes one of these values out; does nothing where there is none. */
  remove(value: number): void {
    const sorted = this.#sorted;
    let at = sorted.indexOf(value);
    if (at < 0) return;
    for (; at < sorted.length - 1; at++) sorted[at] = sorted[at + 1]!;
    sorted.length--;
  }
}
