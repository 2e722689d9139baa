import type { RatedEntry } from '../domain/entry/rated-entry';
import { type Finding, findingOf } from '../insights/findings/finding';
import type { Patterns } from '../insights/findings/patterns';
import type { RatedOutline } from '../insights/readers/entry-columns';
import { type FacesApart, facesApart } from '../insights/readers/faces-apart';
import { MIN_PAIRS } from '../insights/statistics/min-pairs';
import { valenceOverTime } from '../insights/statistics/valence-over-time';
import type { ValencePoint } from '../insights/statistics/valence-point';

/** How pleasant entries were, as the person said and as their face showed. */
export interface ValenceInsight {
  /** Oldest first. */
  readonly points: readonly ValencePoint[];
  /** The faces among them that are not compared. */
  readonly apart: FacesApart;
  /** What can be said of rating and face together. */
  readonly finding: Finding;
  /** How many recalls with a rating and a face of one reader it takes for them to be compared. */
  readonly pairsNeeded: number;
}

/** What the journal's entries come to. */
export interface Insights {
  valence(entries: readonly RatedEntry[]): Promise<ValenceInsight>;
  /** What goes with what in the ratings. The page goes on answering meanwhile. */
  patterns(entries: readonly RatedOutline[]): Promise<Patterns>;
}

export const open = (): Insights => ({
  async valence(entries) {
    const points = valenceOverTime(entries);
    return { points, apart: facesApart(points), finding: findingOf(points), pairsNeeded: MIN_PAIRS };
  },
  /** Fetched when it is asked for: the sheet of paper has no use for it. */
  patterns: async (entries) => (await import('./patterns')).patternsIn(entries),
});
