import { type Entry, originOf, type RecallEntry } from '../domain/entry/entry';
import { ACTION_UNITS, type ActionUnit } from '../domain/face/action-unit';
import { EXPRESSIONS } from '../domain/face/expression';
import type { FaceBaseline } from '../domain/face/face-baseline';
import type { FaceSummary } from '../domain/face/face-summary';
import { counts } from '../domain/face/misread';
import { SPECIFICITIES, type Specificity } from '../domain/memory/memory';

/** What insights alone ask of an entry. Null where it was not asked or not read. */
export interface SeldomRead {
  readonly specificity: Specificity | null;
  /** 1..7. */
  readonly selfRelevance: number | null;
  /** 1..7. */
  readonly vividness: number | null;
  /** What the face was measured against; null without a summary. */
  readonly baseline: FaceBaseline | null;
  /** Mean scores in the order of `EXPRESSIONS`, 0..1, to a thousandth; null without a summary. */
  readonly expression: readonly number[] | null;
  /** The units that were there, without those marked as misread; null where they could not be read. */
  readonly units: readonly ActionUnit[] | null;
  readonly blinksPerMinute: number | null;
  /** Share of the time with the eyes closed, 0..1. */
  readonly closedShare: number | null;
  /** Share of the recall in which nothing in the face moved for ten seconds or longer, without what was marked as misread, 0..1. */
  readonly stillShare: number | null;
  /** What was ticked as done, in an entry that was brought over. */
  readonly activities: readonly string[] | null;
}

/** Scores and shares are kept to a thousandth. */
export const THOUSAND = 1_000;

/**
 * An entry's seldom read values as one short text, because every list carries it and only insights open it: a JSON list with units and
 * specificity by their places. It begins with the baseline, so that `baselineOf` need not read on. Null where there is nothing to
 * keep.
 */
export function packedSeldomRead(entry: Entry): string | null {
  const activities = originOf(entry)?.activities ?? null;
  if (entry.kind !== 'recall') return activities === null ? null : JSON.stringify([null, activities]);
  const { specificity, selfRelevance, vividness } = entry.memory;
  const { summary } = entry.face;
  const memory = [specificity && SPECIFICITIES.indexOf(specificity), selfRelevance, vividness];
  const face = summary && packedFace(summary, counts(entry.misread ?? []));
  if (!face && memory.every((value) => value === null)) return null;
  const baseline = summary && faceBaselineAt(summary, entry);
  return JSON.stringify([baseline, activities, memory, face]);
}

const packedFace = ({ expression, units, states, recallMs }: FaceSummary, isCounted: ReturnType<typeof counts>) => [
  EXPRESSIONS.map((name) => rounded(expression[name], THOUSAND)),
  units && [...new Set(units.filter(isCounted).map(({ unit }) => ACTION_UNITS.indexOf(unit)))],
  rounded(states?.blinks?.perMinute, 10) / 10,
  rounded(states?.closedShare, THOUSAND) / THOUSAND,
  rounded(
    states?.stretches.quiet
      ?.filter((stretch) => isCounted({ ...stretch, state: 'quiet' }))
      .reduce((share, { onsetMs, offsetMs }) => share + (offsetMs - onsetMs) / recallMs, 0),
    THOUSAND,
  ) / THOUSAND,
];

/** The place of what the face was measured against in `FACE_BASELINES`. */
export const faceBaselineAt = ({ baselineFacialValence }: FaceSummary, { mode }: Pick<RecallEntry, 'mode'>): number =>
  Number(baselineFacialValence !== null) + (mode === 'aloud' ? 2 : 0);

/** NaN where it is not known, which is null in the text. */
const rounded = (value: number | null | undefined, steps: number): number => Math.round(steps * (value ?? Number.NaN));
