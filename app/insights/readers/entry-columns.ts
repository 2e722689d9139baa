import { numbersOf } from '../../base/numbers-of';
import { type Entry, originOf, type RecallEntry } from '../../domain/entry/entry';
import { oneOfEach } from '../../domain/entry/entry-versions';
import { type RatedEntry, ratedEntry } from '../../domain/entry/rated-entry';
import type { ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS } from '../../domain/face/expression';
import { FACE_BASELINES, type FaceBaseline } from '../../domain/face/face-baseline';
import { countedUnits } from '../../domain/face/misread';
import type { CueValence, Direction, Specificity } from '../../domain/memory/memory';
import { wallMs } from '../../domain/moment/moment';
import type { Feeling } from '../../domain/report/report';
import { faceBaselineAt } from '../../variables/seldom-read';
import { memoryKeys } from './memory-keys';

/**
 * What the face was measured against, or it is not known, because an outline does not say it. A face without a baseline is read as it
 * is, and one with a baseline as how far it moved: the two are not compared. Nor is a mouth that talks with one that is still.
 */
export type BaselineKind = FaceBaseline | 'unknown';

/** Entries by columns, oldest first, one of each where there are versions. NaN and null are missing. */
export interface EntryColumns {
  readonly id: readonly string[];
  /** The clock on the wall, see `wallMs`: days, weekdays and hours are those the person lived. */
  readonly wallMs: Float64Array;
  /** -1..1. */
  readonly valence: Float64Array;
  /** -1..1. */
  readonly arousal: Float64Array;
  /** -1..1, of any reader, disputed or not: see `comparableFaces`, which every statistic of faces takes. */
  readonly facialValence: Float64Array;
  readonly faceReader: readonly (string | null)[];
  readonly faceBaseline: readonly (BaselineKind | null)[];
  readonly faceDisputed: readonly boolean[];
  /** Empty where no feeling was chosen: then none was asked for, or none fitted. */
  readonly feelings: readonly (readonly Feeling[])[];
}

/** The same, with what only an entry itself tells. */
export interface MemoryColumns extends EntryColumns {
  /** Of the cue; of a memory of one's own what was expected of it; null without either. */
  readonly cueClass: readonly (CueValence | null)[];
  readonly direction: readonly (Direction | null)[];
  readonly specificity: readonly (Specificity | null)[];
  /** 1..7. */
  readonly selfRelevance: Float64Array;
  /** 1..7. */
  readonly vividness: Float64Array;
  /** The same for recalls of one memory; null in a check-in. */
  readonly memory: readonly (string | null)[];
  /** Row-major, in the order of `EXPRESSIONS`; all of a row are NaN without a summary. */
  readonly expression: Float64Array;
  /** The units that were there; null where they could not be read, empty where nothing moved. */
  readonly units: readonly (ReadonlySet<ActionUnit> | null)[];
  /** What was ticked as done, in an entry that was brought over; null where it was not asked. */
  readonly activities: readonly (readonly string[] | null)[];
}

/** What an outline tells of an entry. */
export type RatedOutline = RatedEntry & { readonly arousal: number | null; readonly feelings: readonly Feeling[] };

const orNaN = (value: number | null | undefined): number => value ?? Number.NaN;

/** Oldest first, one of each. */
const inOrder = <T extends Pick<RatedEntry, 'id' | 'startedAt'> & { readonly besideId?: string | null }>(
  entries: readonly T[],
): readonly T[] => [...oneOfEach(entries)].sort((a, b) => a.startedAt.epochMs - b.startedAt.epochMs);

/**
 * The columns of outlines.
 *
 * @example outlineColumns([{ id: 'a', startedAt: { epochMs: 0, offsetMinutes: 60 }, valence: null, feelings: [] }]).wallMs // [3600000]
 */
export const outlineColumns = (outlines: readonly RatedOutline[]): EntryColumns => columnsOf(inOrder(outlines));

const columnsOf = (rated: readonly RatedOutline[]): EntryColumns => ({
  id: rated.map(({ id }) => id),
  wallMs: numbersOf(rated, ({ startedAt }) => wallMs(startedAt)),
  valence: numbersOf(rated, ({ valence }) => orNaN(valence)),
  arousal: numbersOf(rated, ({ arousal }) => orNaN(arousal)),
  facialValence: numbersOf(rated, ({ facialValence }) => orNaN(facialValence)),
  faceReader: rated.map(({ faceReader }) => faceReader),
  faceBaseline: rated.map(({ facialValence }) => (facialValence === null ? null : 'unknown')),
  faceDisputed: rated.map(({ faceDisputed }) => faceDisputed),
  feelings: rated.map(({ feelings }) => feelings),
});

/**
 * The columns of whole entries. `cueClassOf`: the class of a cue of the deck, null for one it no longer holds.
 *
 * @example entryColumns([], () => null).id // []
 */
export function entryColumns(
  entries: readonly Entry[],
  cueClassOf: (cueId: string) => CueValence | null,
): MemoryColumns {
  const all = inOrder(entries);
  const recalls = all.map((entry) => (entry.kind === 'recall' ? entry : null));
  const summaries = recalls.map((recall) => recall?.face.summary ?? null);
  return {
    ...columnsOf(all.map(ratedOutline)),
    faceBaseline: recalls.map((recall) => {
      const summary = recall?.face.summary;
      return summary ? FACE_BASELINES[faceBaselineAt(summary, recall)]! : null;
    }),
    cueClass: recalls.map((recall) => recall && classOf(recall, cueClassOf)),
    direction: recalls.map((recall) => recall?.memory.direction ?? null),
    specificity: recalls.map((recall) => recall?.memory.specificity ?? null),
    selfRelevance: numbersOf(recalls, (recall) => orNaN(recall?.memory.selfRelevance)),
    vividness: numbersOf(recalls, (recall) => orNaN(recall?.memory.vividness)),
    memory: memoryKeys(
      recalls.map((recall) => recall && { id: recall.id, title: recall.memory.title, againOf: recall.againOf ?? null }),
    ),
    expression: Float64Array.from(
      summaries.flatMap((face) => EXPRESSIONS.map((name) => orNaN(face?.expression[name]))),
    ),
    units: recalls.map(unitsOf),
    activities: all.map((entry) => originOf(entry)?.activities ?? null),
  };
}

const ratedOutline = (entry: Entry): RatedOutline => ({
  ...ratedEntry(entry),
  arousal: entry.report.arousal?.value ?? null,
  feelings: entry.report.feelings,
});

const classOf = ({ memory }: RecallEntry, of: (cueId: string) => CueValence | null): CueValence | null =>
  memory.ownCue?.valence ?? (memory.cueId === null ? null : of(memory.cueId)) ?? memory.expectedValence;

/** Without those that the person marked as misread. */
function unitsOf(recall: RecallEntry | null): ReadonlySet<ActionUnit> | null {
  const read = recall?.face.summary?.units;
  return read ? new Set(countedUnits(read, recall.misread ?? []).map(({ unit }) => unit)) : null;
}
