import type { CueValence, Direction } from '../../domain/memory/memory';
import type { EntryOutline } from '../../journal/journal';
import { cueOf } from '../../recall/cues/cue-deck';
import { tagsOf } from '../report/used-lately';
import { levelOf } from './day-moods';

/** What a list is narrowed to. A field that is null lets everything through. */
export interface Filter {
  readonly kind: 'recall' | 'check-in' | null;
  readonly feeling: string | null;
  /** The name of a tag, of any kind. */
  readonly tag: string | null;
  /** The class of the question that was asked. */
  readonly cueClass: CueValence | null;
  readonly direction: Direction | null;
  /** The lowest and highest of five steps of pleasantness, see `levelOf`. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether the face was read. */
  readonly withFace: boolean | null;
}

export const NO_FILTER: Filter = {
  kind: null,
  feeling: null,
  tag: null,
  cueClass: null,
  direction: null,
  lowest: null,
  highest: null,
  withFace: null,
};

/** How many of its fields narrow the list. */
export const narrowedBy = (filter: Filter): number => Object.values(filter).filter((value) => value !== null).length;

/** The outlines a filter lets through, in the same order. */
export const filtered = (outlines: readonly EntryOutline[], filter: Filter): readonly EntryOutline[] =>
  narrowedBy(filter) === 0 ? outlines : outlines.filter((outline) => isLetThrough(outline, filter));

function isLetThrough(outline: EntryOutline, filter: Filter): boolean {
  const { kind, feeling, tag, cueClass, direction, withFace } = filter;
  return (
    (kind === null || outline.kind === kind) &&
    (feeling === null || outline.feelings.some(({ name }) => name === feeling)) &&
    (tag === null || tagsOf(outline).some(({ name }) => name === tag)) &&
    (cueClass === null || classOf(outline) === cueClass) &&
    (direction === null || outline.direction === direction) &&
    isInRange(outline.valence, filter) &&
    (withFace === null || (outline.facialValence !== null) === withFace)
  );
}

/** One that was not rated is in no range. */
function isInRange(valence: number | null, { lowest, highest }: Filter): boolean {
  if (lowest === null && highest === null) return true;
  const level = levelOf(valence);
  return level !== null && level >= (lowest ?? 1) && level <= (highest ?? 5);
}

const classOf = ({ cueId, ownCueValence }: EntryOutline): string | null =>
  ownCueValence ?? cueOf(cueId, { own: [] })?.valence ?? null;

/** The feelings there are, the most frequent first. */
export const feelingsIn = (outlines: readonly EntryOutline[]): readonly string[] =>
  mostFrequent(outlines, ({ feelings }) => feelings);

/** The names of the tags there are, the most frequent first. */
export const tagsIn = (outlines: readonly EntryOutline[]): readonly string[] => mostFrequent(outlines, tagsOf);

function mostFrequent(
  outlines: readonly EntryOutline[],
  namesOf: (outline: EntryOutline) => readonly { readonly name: string }[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const outline of outlines)
    for (const { name } of namesOf(outline)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
