import type { Moment } from '../../domain/moment/moment';
import type { Feeling } from '../../domain/report/report';
import type { ColumnKind, Columns, ColumnValues, Words } from '../../variables/columns';
import { fieldsOf, ParseProblem } from '../parse/reader';

/** Gives the value of one entry. */
type Cells<V> = (index: number) => V;

interface Kind<K extends ColumnKind> {
  readonly columnOf: (values: readonly ColumnValues[K][]) => Columns[K];
  /** Reads a stored column of `length` entries. Throws ParseProblem if it is no column of this kind. */
  readonly cellsOf: (stored: unknown, length: number) => Cells<ColumnValues[K]>;
}

/**
 * How the values of each kind become a column, and come back. 32-bit floats hold only whole numbers here: places, counts, minutes
 * and intensities, which they hold exactly. A list is made first, because `from` asks an iterator for each number, ten times as slowly.
 */
export const KINDS: { readonly [K in ColumnKind]: Kind<K> } = {
  f64: {
    columnOf: (values) => new Float64Array(values.map((value) => value ?? Number.NaN)),
    cellsOf: (stored, length) => {
      const numbers = f64(stored, length);
      return (index) => {
        const value = numbers[index]!;
        return Number.isNaN(value) ? null : value;
      };
    },
  },
  flag: {
    columnOf: (values) => new Float32Array(values.map(Number)),
    cellsOf: (stored, length) => {
      const flags = f32(stored, length);
      return (index) => flags[index] === 1;
    },
  },
  word: { columnOf: wordsOf, cellsOf: wordCells },
  text: {
    columnOf: (values) => values,
    cellsOf: (stored, length) => {
      const texts = list(stored, length);
      return (index) => texts[index] as string | null;
    },
  },
  moment: { columnOf: momentsOf, cellsOf: momentCells },
  feelings: { columnOf: feelingsOf, cellsOf: feelingCells },
};

function wordsOf(values: readonly (string | null)[]): Words {
  const places = new Map<string | null, number>();
  const at = new Float32Array(
    values.map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    }),
  );
  return { words: [...places.keys()], at };
}

function wordCells(stored: unknown, length: number): Cells<string | null> {
  const { words, at } = fieldsOf(stored);
  const [known, places] = [list(words), f32(at, length)];
  return (index) => known[places[index]!] as string | null;
}

function momentsOf(values: readonly Moment[]): Columns['moment'] {
  return {
    epochMs: new Float64Array(values.map(({ epochMs }) => epochMs)),
    zone: wordsOf(values.map(({ zone }) => zone)),
    offsetMinutes: new Float32Array(values.map(({ offsetMinutes }) => offsetMinutes)),
  };
}

function momentCells(stored: unknown, length: number): Cells<Moment> {
  const fields = fieldsOf(stored);
  const epochMs = f64(fields.epochMs, length);
  const zone = wordCells(fields.zone, length);
  const offsetMinutes = f32(fields.offsetMinutes, length);
  return (index) => ({
    epochMs: epochMs[index]!,
    zone: zone(index) as string,
    offsetMinutes: offsetMinutes[index]!,
  });
}

function feelingsOf(values: readonly (readonly Feeling[])[]): Columns['feelings'] {
  const all = values.flat();
  return {
    counts: new Float32Array(values.map(({ length }) => length)),
    names: wordsOf(all.map(({ name }) => name)),
    intensities: new Float32Array(all.map(({ intensity }) => intensity)),
  };
}

function feelingCells(stored: unknown, length: number): Cells<readonly Feeling[]> {
  const fields = fieldsOf(stored);
  const counts = f32(fields.counts, length);
  const ends = new Float64Array(length);
  let end = 0;
  for (let index = 0; index < length; index++) ends[index] = end += counts[index]!;
  const names = wordCells(fields.names, end);
  const intensities = f32(fields.intensities, end);
  // A plain loop, because a journal that opens has tens of thousands of feelings to read.
  return (index) => {
    const feelings: Feeling[] = [];
    for (let at = ends[index]! - counts[index]!; at < ends[index]!; at++)
      feelings.push({ name: names(at) as string, intensity: intensities[at]! });
    return feelings;
  };
}

const f64 = (value: unknown, length: number): Float64Array => {
  if (value instanceof Float64Array && value.length === length) return value;
  throw new ParseProblem(`${length} 64-bit floats`);
};
const f32 = (value: unknown, length: number): Float32Array => {
  if (value instanceof Float32Array && value.length === length) return value;
  throw new ParseProblem(`${length} 32-bit floats`);
};
const list = (value: unknown, length?: number): readonly unknown[] => {
  if (Array.isArray(value) && (length === undefined || value.length === length)) return value;
  throw new ParseProblem('a list of text');
};
