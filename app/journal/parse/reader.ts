/** What was found is not what it should be: where (`report.valence.value`), and what was expected there. */
export class ParseProblem extends Error {
  override readonly name = 'ParseProblem';
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path || 'record'}: expected ${expected}`);
  }
}

/** Turns something unknown into a T, or throws ParseProblem naming `path`. */
export type Reader<T> = (value: unknown, path: string) => T;

/**
 * How far a number may lie outside its range. Means of float32 scores overshoot by rounding; an entry must not become
 * unreadable by it.
 */
export const RANGE_TOLERANCE = 1e-6;

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw new ParseProblem(path, 'text');
  return value;
};

/** Text that names something and so cannot be empty. */
export const name: Reader<string> = (value, path) => {
  if (text(value, path) === '') throw new ParseProblem(path, 'text that is not empty');
  return value as string;
};

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ParseProblem(path, 'true or false');
  return value;
};

/** A finite number in `[low, high]`, give or take `RANGE_TOLERANCE`. */
export const number =
  (low = -Infinity, high = Infinity): Reader<number> =>
  (value, path) => {
    const fits =
      Number.isFinite(value) && low - RANGE_TOLERANCE <= Number(value) && Number(value) <= high + RANGE_TOLERANCE;
    if (!fits) throw new ParseProblem(path, `a number from ${low} to ${high}`);
    return value as number;
  };

export const wholeNumber =
  (low = -Infinity, high = Infinity): Reader<number> =>
  (value, path) => {
    if (!Number.isInteger(value)) throw new ParseProblem(path, 'a whole number');
    return number(low, high)(value, path);
  };

export const oneOf =
  <T extends string>(names: readonly T[]): Reader<T> =>
  (value, path) => {
    if (!(names as readonly unknown[]).includes(value)) throw new ParseProblem(path, `one of ${names.join(', ')}`);
    return value as T;
  };

/** The format version this app writes. A higher one comes from a newer app and is left alone. */
export const version =
  <V extends number>(known: V): Reader<V> =>
  (value, path) => {
    if (value !== known) throw new ParseProblem(path, `format version ${known}, found ${String(value)}`);
    return known;
  };

export const nullable =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

export const listOf =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new ParseProblem(path, 'a list');
    return value.map((item, index) => read(item, `${path}[${index}]`));
  };

export const fieldsOf: Reader<Record<string, unknown>> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ParseProblem(path, 'an object');
  return value as Record<string, unknown>;
};

/** Values by name, all of the same kind. */
export const recordOf =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, path) => {
    const fields = Object.entries(fieldsOf(value, path));
    return Object.fromEntries(fields.map(([key, field]) => [key, read(field, at(path, key))]));
  };

/** An object with exactly the fields of T: one that T has and `readers` lacks is an error of the compiler. */
export const object =
  <T>(readers: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> =>
  (value, path) => {
    const fields = fieldsOf(value, path);
    const keys = Object.keys(readers) as (keyof T & string)[];
    return Object.fromEntries(keys.map((key) => [key, readers[key](fields[key], at(path, key))])) as T;
  };

const at = (path: string, key: string): string => (path ? `${path}.${key}` : key);
