import type { RecallEntry } from '../../domain/entry/entry';
import { faceOfRow, phaseRows } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { wallMs } from '../../domain/moment/moment';
import { mean } from '../../statistics/mean';

/** From where two recalls are laid over each other: their beginning, or where the face moved most. */
export type AlignedAt = 'beginning' | 'movement';

/** One recall of a memory, second by second. */
export interface Course {
  readonly entryId: string;
  readonly wallMs: number;
  /** The person's rating, -1..1; null without one. */
  readonly said: number | null;
  /** Mean facial valence of the recall, and the half width of its 95 % interval; null where it cannot be told. */
  readonly shown: { readonly mean: number; readonly halfWidth: number | null } | null;
  /** Facial valence, -1..1, of each second from the beginning on; null where the face was not readable. */
  readonly seconds: readonly (number | null)[];
  /** When the strongest unit began, in seconds from the beginning; null where nothing moved, or it was not read. */
  readonly movementS: number | null;
}

/** Two recalls of one memory. */
export interface Aligned {
  readonly title: string;
  readonly first: Course;
  readonly last: Course;
  readonly at: AlignedAt;
}

/** The course of a recall; null where its face was set aside, or no second of it is readable. */
export function courseOf(entry: RecallEntry, trace: Trace): Course | null {
  const { summary } = entry.face;
  const seconds = secondsOf(trace);
  if (entry.faceDisputed || seconds.every((value) => value === null)) return null;
  const strongest = summary?.units?.toSorted((a, b) => b.strength - a.strength)[0];
  return {
    entryId: entry.id,
    wallMs: wallMs(entry.startedAt),
    said: entry.report.valence?.value ?? null,
    shown: summary && { mean: summary.facialValence, halfWidth: summary.facialValenceHalfWidth },
    seconds,
    movementS: strongest ? strongest.onsetMs / 1_000 : null,
  };
}

function secondsOf(trace: Trace): readonly (number | null)[] {
  const values: number[][] = [];
  for (const { segment, beforeMs, rows } of phaseRows(trace, 'recall'))
    for (const row of rows) {
      const { usable, facialValence } = faceOfRow(trace, row);
      const second = Math.floor((trace.tMs[row]! - segment.startMs + beforeMs) / 1_000);
      values[second] ??= [];
      if (usable) values[second].push(facialValence);
    }
  return Array.from(values, (own) => (own === undefined || own.length === 0 ? null : mean(own)));
}

/** Whether both have a moment at which they moved most. */
export const canAlign = ({ first, last }: Pick<Aligned, 'first' | 'last'>): boolean =>
  first.movementS !== null && last.movementS !== null;

/** A second of both, counted from where they are laid over each other. */
export interface AlignedSecond {
  readonly s: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** Both, second by second, from where the one that begins earlier does to where the one that ends later does. */
export function alignedSeconds({ first, last, at }: Aligned): readonly AlignedSecond[] {
  const [shift, other] = [first, last].map(({ movementS }) => (at === 'movement' ? Math.floor(movementS ?? 0) : 0)) as [
    number,
    number,
  ];
  const from = -Math.max(shift, other);
  const to = Math.max(first.seconds.length - shift, last.seconds.length - other);
  return Array.from({ length: to - from }, (_, index) => {
    const s = from + index;
    return { s, first: first.seconds[s + shift] ?? null, last: last.seconds[s + other] ?? null };
  });
}

/** Whether the mean of the last face lies clearly above that of the first, below it, or neither. */
export function changeOf({ first, last }: Pick<Aligned, 'first' | 'last'>): 'more' | 'less' | 'unclear' {
  if (!first.shown || !last.shown) return 'unclear';
  const [a, b] = [first.shown.halfWidth, last.shown.halfWidth];
  if (a === null || b === null) return 'unclear';
  const difference = last.shown.mean - first.shown.mean;
  if (Math.abs(difference) <= Math.hypot(a, b)) return 'unclear';
  return difference > 0 ? 'more' : 'less';
}
