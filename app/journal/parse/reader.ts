/**
 * Something is not what it should be: at `path` (such as `report.valence.value`) there should be `expected`. The path is built
 * while the error travels up, so that sound entries cost nothing.
 */
export class ParseProblem extends Error {
  override readonly name = 'ParseProblem';
  constructor(
    readonly expected: string,
    readonly path = '',
  ) {
    super(`${path || 'record'}: expected ${expected}`);
  }

  /** The same problem, seen from the object or list that holds it under `key`. */
  within(key: string | number): ParseProblem {
    const step = typeof key === 'number' ? `[${key}]` : key;
    const joint = this.path === '' || this.path.startsWith('[') ? '' : '.';
    return new ParseProblem(this.expected, `${step}${joint}${this.path}`);
  }
}

/** Turns something unknown into a T, or throws ParseProblem. */
export type Reader<T> = (value: unknown) => T;

/** Returns `read(value)`. If that throws ParseProblem, `key` is put before its path. */
export function readAt<T>(key: string | number, read: Reader<T>, value: unknown): T {
  try {
    return read(value);
  } catch (error) {
    throw error instanceof ParseProblem ? error.within(key) : error;
  }
}

/**
 * How far a number may be outside its range. The mean of float32 scores may overshoot by rounding, and that must not make an entry
 * unreadable.
 */
export const RANGE_TOLERANCE = 1e-6;

export const text: Reader<string> = (value) => {
  if (typeof value !== 'string') throw new ParseProblem('text');
  return value;
};

/** Text that names something, so it must not be empty. */
export const name: Reader<string> = (value) => {
  if (text(value) === '') throw new ParseProblem('text that is not empty');
  return value as string;
};

export const flag: Reader<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new ParseProblem('true or false');
  return value;
};

/** A finite number in `[low, high]`, give or take `RANGE_TOLERANCE`. */
export const number =
  (low = -Infinity, high = Infinity): Reader<number> =>
  (value) => {
    const fits =
      Number.isFinite(value) && low - RANGE_TOLERANCE <= Number(value) && Number(value) <= high + RANGE_TOLERANCE;
    if (!fits) throw new ParseProblem(`a number from ${low} to ${high}`);
    return value as number;
  };

export const wholeNumber =
  (low = -Infinity, high = Infinity): Reader<number> =>
  (value) => {
    if (!Number.isInteger(value)) throw new ParseProblem('a whole number');
    return number(low, high)(value);
  };

export const oneOf =
  <T extends string>(names: readonly T[]): Reader<T> =>
  (value) => {
    if (!(names as readonly unknown[]).includes(value)) throw new ParseProblem(`one of ${names.join(', ')}`);
    return value as T;
  };

/** One of the format versions that this app reads. A higher one is from a newer app; its record is left alone. */
export const versionOf =
  <V extends number>(known: readonly V[]): Reader<V> =>
  (value) => {
    if (!(known as readonly unknown[]).includes(value))
      throw new ParseProblem(`format version ${known.join(' or ')}, found ${String(value)}`);
    return value as V;
  };

/** The only format version there is so far. */
export const version = <V extends number>(known: V): Reader<V> => versionOf([known]);

export const nullable =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);

/** A field that older records lack. */
export const optional =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value) =>
    value === undefined ? undefined : read(value);

export const listOf =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new ParseProblem('a list');
    return value.map((item, index) => readAt(index, read, item));
  };

export const fieldsOf: Reader<Record<string, unknown>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ParseProblem('an object');
  return value as Record<string, unknown>;
};

/** An object with any names, whose values are all of one kind. */
export const recordOf =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value) =>
    Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, field]) => [key, readAt(key, read, field)]));

/** An object with exactly the fields of T; one that is `optional` and absent stays absent. If `readers` lacks one, it does not compile. */
export function object<T>(readers: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const keys = Object.keys(readers) as (keyof T & string)[];
  return (value) => {
    const fields = fieldsOf(value);
    const result: Partial<T> = {};
    for (const key of keys) {
      const read = readAt(key, readers[key], fields[key]);
      if (read !== undefined) result[key] = read;
    }
    return result as T;
  };
}
