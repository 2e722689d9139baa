import { type Expression, type ExpressionScores, topExpression } from '../../../app/domain/face/expression';
import { correlation, fisherInterval } from '../../../app/statistics/correlation';
import { type Figures, figuresOf, type Judged } from '../metrics/figures';
import { wilson } from '../metrics/wilson';
import type { ReadPicture } from './read-set';

/** As `analyse` reads a picture, and by the prior of web faces. */
export const READINGS = { still: 'as a picture', web: 'by the prior of web faces' } as const;
export type Reading = keyof typeof READINGS;

/** Shares of the raters, of the same mind, from which on a picture counts. */
const AGREED = [0.7, 0.9] as const;
/** Shares of hundredths are not exact. */
const ROUNDING = 1e-9;

/** How often a reading says what raters agreed on. */
export interface AgreedFigures {
  readonly least: number;
  readonly n: number;
  readonly accuracy: number;
  readonly interval: readonly [number, number];
}

export interface SetFigures {
  /** Of the pictures that say what was posed. */
  readonly posed: Readonly<Record<Reading, Figures>>;
  /** Of those that are posed, where so many raters agree, against what they saw; empty without raters. */
  readonly agreed: Readonly<Record<Reading, readonly AgreedFigures[]>>;
  /** Facial valence and ratings; null without ratings. */
  readonly valence: { readonly n: number; readonly r: number; readonly interval: readonly [number, number] } | null;
  /** Pictures without a face. */
  readonly faceless: number;
}

/** Pictures without a face are left out of what is said of faces, and counted. At least one must show a face and say what was posed. */
export function setFigures(pictures: readonly ReadPicture[]): SetFigures {
  const seen = pictures.filter(({ still }) => still !== null);
  const by = <T>(of: (reading: Reading) => T): Record<Reading, T> => ({ still: of('still'), web: of('web') });
  return {
    posed: by((reading) => figuresOf(seen.flatMap((picture) => judged(picture.posed, picture[reading])))),
    agreed: by((reading) => agreedFigures(seen, reading)),
    valence: valenceFigures(seen),
    faceless: pictures.length - seen.length,
  };
}

const judged = (truth: Expression | null, scores: ExpressionScores | null): Judged[] =>
  truth && scores ? [{ truth, scores, uncalibrated: scores }] : [];

function agreedFigures(pictures: readonly ReadPicture[], reading: Reading): AgreedFigures[] {
  return AGREED.flatMap((least) => {
    const of = pictures.flatMap(({ posed, seen, [reading]: scores }) => {
      if (!seen || !scores || posed === 'neutral') return [];
      const truth = topExpression(seen);
      return seen[truth] >= least - ROUNDING ? [topExpression(scores) === truth] : [];
    });
    const hits = of.filter(Boolean).length;
    if (of.length === 0) return [];
    return [{ least, n: of.length, accuracy: hits / of.length, interval: wilson(hits, of.length) }];
  });
}

function valenceFigures(pictures: readonly ReadPicture[]): SetFigures['valence'] {
  const rated = pictures.filter(({ valence, facialValence }) => valence !== null && facialValence !== null);
  if (rated.length < 4) return null;
  const r = correlation(
    rated.map(({ facialValence }) => facialValence!),
    rated.map(({ valence }) => valence!),
  );
  const { low, high } = fisherInterval(r, rated.length);
  return { n: rated.length, r, interval: [low, high] };
}
