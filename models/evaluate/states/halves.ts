/** What is chosen on, and what is reported on. */
export interface Halves<T> {
  readonly choose: readonly T[];
  readonly report: readonly T[];
}

/** Parts a set by whether this whole number of each is even: a place in an ordered list, a person's number, a block of time. */
export const halvesBy = <T>(all: readonly T[], numberOf: (one: T, at: number) => number): Halves<T> => ({
  choose: all.filter((one, at) => numberOf(one, at) % 2 === 0),
  report: all.filter((one, at) => numberOf(one, at) % 2 === 1),
});
