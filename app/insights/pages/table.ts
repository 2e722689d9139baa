import { oneOfEach } from '../../domain/entry/entry-versions';
import { wallMs } from '../../domain/moment/moment';
import type { Tag } from '../../domain/report/tags';
import type { EntryOutline } from '../../variables/outline-variables';
import { dayOfWall } from '../statistics/calendar';
import { valenceOverTime } from '../statistics/valence-over-time';
import type { ValencePoint } from '../statistics/valence-point';

/** An entry as pages tell of it. */
export interface PageRow {
  readonly id: string;
  readonly kind: EntryOutline['kind'];
  readonly wallMs: number;
  /** In days since 1970-01-01. */
  readonly day: number;
  /** -1..1; NaN where it was not rated. */
  readonly valence: number;
  /** -1..1; NaN likewise. */
  readonly arousal: number;
  readonly title: string;
  readonly feelings: readonly string[];
  /** Names of tags; null before the first entry that has any, because nobody may have been asked. */
  readonly labels: readonly string[] | null;
}

/** All entries there are, oldest first, one of each where there are versions. */
export interface PageTable {
  readonly rows: readonly PageRow[];
  /** What rating and face came to, of those that are compared. */
  readonly points: readonly ValencePoint[];
}

/**
 * The table of outlines, in any order. Words for whole days are left out: they are no moments.
 *
 * @example pageTable([]) // { rows: [], points: [] }
 */
export function pageTable(outlines: readonly EntryOutline[]): PageTable {
  const moments = outlines.filter(({ ofDay }) => !ofDay);
  const inOrder = [...oneOfEach(moments)].sort((a, b) => a.startedAt.epochMs - b.startedAt.epochMs);
  const first = inOrder.findIndex(({ tags }) => tags !== null);
  const rows = inOrder.map((outline, at): PageRow => {
    const ms = wallMs(outline.startedAt);
    return {
      id: outline.id,
      kind: outline.kind,
      wallMs: ms,
      day: dayOfWall(ms),
      valence: outline.valence ?? Number.NaN,
      arousal: outline.arousal ?? Number.NaN,
      title: outline.title,
      feelings: outline.feelings.map(({ name }) => name),
      labels: first < 0 || at < first ? null : labelsOf(outline),
    };
  });
  return { rows, points: valenceOverTime(moments) };
}

const labelsOf = ({ tags }: EntryOutline): readonly string[] =>
  tags === null ? [] : [...new Set((JSON.parse(tags) as readonly Tag[]).map(({ name }) => name))];

/** The rows of a stretch of days, `[from, to)`. */
export const rowsIn = (rows: readonly PageRow[], { from, to }: { readonly from: number; readonly to: number }) =>
  rows.filter(({ day }) => day >= from && day < to);

/** What several statistics take. */
export const columnsOf = (rows: readonly PageRow[]) => ({
  wallMs: Float64Array.from(rows, (row) => row.wallMs),
  values: Float64Array.from(rows, (row) => row.valence),
  labels: rows.map((row) => row.labels),
});
