/** What was asked of a fake: the name of the method, then what it was given. */
export type Call = readonly [name: string, ...details: unknown[]];

/** A method that writes down in `calls` that it was asked, and does no more. */
export const asked =
  (calls: Call[], name: string) =>
  (...details: unknown[]): void => {
    calls.push([name, ...details]);
  };

/** Whoever listens to a fake. */
export class Listeners<Told extends readonly unknown[] = []> {
  readonly #all = new Set<(...told: Told) => void>();

  readonly subscribe = (listener: (...told: Told) => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  tell(...told: Told): void {
    for (const listener of this.#all) listener(...told);
  }

  get count(): number {
    return this.#all.size;
  }

  clear(): void {
    this.#all.clear();
  }
}
