import { FACE_MEASURES } from '../domain/face/face-measures';
import { phaseOfRow } from '../domain/face/phase-rows';
import { columnIn, type Trace } from '../domain/face/trace';
import { TRACE_COLUMNS, type TraceColumn, type TraceColumns } from '../domain/face/trace-columns';
import type { Cell, Variable } from './variable';

/** One reading of a trace. */
export interface Reading {
  readonly trace: Trace;
  /** 0..n - 1. */
  readonly index: number;
}

/** Digits behind the point: finer than any model here can tell. The JSON file holds the numbers as they were. */
const DIGITS = 4;
const SCALE = 10 ** DIGITS;
const ROUNDED = `rounded to ${DIGITS} digits; empty where no face was readable`;

/** Times are written as they are, which a float64 can; a number without a value is an empty cell. */
const cellOf = (value: number | undefined, { type }: TraceColumn): Cell => {
  if (value === undefined || !Number.isFinite(value)) return null;
  return type === 'f64' ? value : Math.round(value * SCALE) / SCALE;
};

/** The columns of a trace's table, one row per reading. See: [Note: Trace columns] */
export function traceVariables(columns: TraceColumns = TRACE_COLUMNS): readonly Variable<Reading>[] {
  const { tMs, ...others } = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, numbersOf(name, column)]),
  );
  return [ENTRY_ID, ...(tMs ?? []), PHASE, ...Object.values(others).flat(), TALKING];
}

const ENTRY_ID: Variable<Reading> = {
  name: 'entry_id',
  label: 'the entry the reading belongs to',
  type: 'text',
  read: ({ trace }) => trace.entryId,
};

const PHASE: Variable<Reading> = {
  name: 'phase',
  label: 'part of the recall; empty in between, and in the second baseline',
  type: 'category',
  values: ['baseline', 'recall'],
  read: ({ trace, index }) => {
    const phase = phaseOfRow(trace, index);
    return phase === 'talking' ? null : phase;
  },
};

/** A column of its own, because a released category keeps its values. */
const TALKING: Variable<Reading> = {
  name: 'talking_baseline',
  label: 'whether it is of the second baseline, in which the person talked, before a memory that was told aloud',
  type: 'yes or no',
  read: ({ trace, index }) => phaseOfRow(trace, index) === 'talking',
};

const MEASURE_LABELS = new Map(FACE_MEASURES.map(({ name, label, moves }) => [`${name}_cm`, `${label}: ${moves}`]));

/** A variable for each of a column's numbers. Where the trace is older than the column, all of its cells are empty. */
function numbersOf(columnName: string, column: TraceColumn): Variable<Reading>[] {
  const { numbers, unit, range, citation } = column;
  return numbers.map(({ name, label }, place) => ({
    name,
    label: label ?? MEASURE_LABELS.get(name)!,
    type: 'number',
    unit: column.of === 'frame' ? unit : `${unit}, ${ROUNDED}`,
    ...(range && { range }),
    ...(citation && { citation }),
    read: ({ trace, index }) => cellOf(columnIn(trace, columnName)?.[index * numbers.length + place], column),
  }));
}
