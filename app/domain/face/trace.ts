import { NUMBER_ARRAYS, type NumberArray } from '../../base/number-arrays';
import { TRACE_COLUMNS, type TraceColumn, type TraceColumns } from './trace-columns';

/**
 * The phases of a trace, in their order: a face at rest, in *talking* the same face saying something of no weight, and the memory. Only
 * a memory that is told aloud has the second.
 */
export const TRACE_PHASES = ['baseline', 'talking', 'recall'] as const;
export type TracePhase = (typeof TRACE_PHASES)[number];

/**
 * A stretch of the trace in one phase of the session, in trace time: milliseconds of recording since the baseline began.
 * Choosing the memory and pauses take no trace time, so the segments follow each other without a gap; a recall that was
 * paused has two segments or more, and every new one begins where something interrupted it.
 */
export interface TraceSegment {
  readonly phase: TracePhase;
  readonly startMs: number;
  readonly endMs: number;
}

/** At most this many readings a second are kept: expressions last 1-5 s, more would only cost space. */
export const TRACE_READINGS_PER_SECOND = 10;

/** What a trace has beside its columns. */
export interface TraceHead {
  /** Which columns there are: those of the table up to this version. See: [Note: Trace columns] */
  readonly version: number;
  readonly entryId: string;
  readonly segments: readonly TraceSegment[];
}

/** The columns of a table as arrays: those of version 1 are in every trace, later ones in some. */
type ColumnArrays<C extends TraceColumns> = {
  readonly [K in keyof C as C[K]['since'] extends 1 ? K : never]: NumberArray<C[K]['type']>;
} & {
  readonly [K in keyof C as C[K]['since'] extends 1 ? never : K]?: NumberArray<C[K]['type']>;
};

/**
 * The time series of face readings of one recall session, numbers only, as columns of the same number of readings. A frame
 * without a face has presence below .5 and NaN in every column that would describe the face.
 */
export type Trace = TraceHead & { readonly version: TraceVersion } & ColumnArrays<typeof TRACE_COLUMNS>;
export type TraceVersion = (typeof TRACE_COLUMNS)[keyof typeof TRACE_COLUMNS]['since'];

/** The version that a trace with all of these columns has. */
export const latestVersion = (columns: TraceColumns): number =>
  Math.max(...Object.values(columns).map(({ since }) => since));

/** The columns, by name, that a trace of `version` has. */
export const columnsOf = (version: number, columns: TraceColumns = TRACE_COLUMNS): readonly [string, TraceColumn][] =>
  Object.entries(columns).filter(([, { since }]) => since <= version);

/** The numbers of a column, by its name; undefined where the trace is older than the column. */
export const columnIn = (trace: TraceHead, name: string): NumberArray | undefined =>
  (trace as unknown as Readonly<Record<string, NumberArray | undefined>>)[name];

/** The trace of these columns, which are those of the head's version. */
export const traceOf = (head: TraceHead, columns: readonly (readonly [name: string, numbers: NumberArray])[]): Trace =>
  ({ ...head, ...Object.fromEntries(columns) }) as unknown as Trace;

/** An array for `length` readings of a column, every number in it NaN. */
export const emptyColumn = ({ type, numbers }: TraceColumn, length: number): NumberArray =>
  new NUMBER_ARRAYS[type](length * numbers.length).fill(Number.NaN);
