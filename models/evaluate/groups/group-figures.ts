import { mean } from '../../../app/statistics/mean';
import { studentT975 } from '../../../app/statistics/mean-interval';
import { sampleDeviation } from '../../../app/statistics/standard-deviation';
import { wilson } from '../metrics/wilson';

/** What was read of one person's picture, and what they said of themselves. */
export interface GroupedPicture {
  readonly person: string;
  readonly sex: string;
  /** In years; NaN where it was not said. */
  readonly age: number;
  readonly ethnicity: string;
  readonly expression: 'neutral' | 'happiness';
  /** The top expression; null without a face. */
  readonly told: string | null;
  /** See `landmarkError`; null where no points were set by hand, or no face was found. */
  readonly error: number | null;
}

/** So many of so many, with its 95 % interval. */
export interface Share {
  readonly hits: number;
  readonly n: number;
  readonly interval: readonly [low: number, high: number];
}

export interface GroupFigures {
  readonly by: string;
  readonly group: string;
  readonly people: number;
  /** Pictures in which a face was found. */
  readonly found: Share;
  /** Mean landmark error with its 95 % interval by Student's t; null for fewer than `LEAST_PICTURES`. */
  readonly error: { readonly mean: number; readonly interval: readonly [number, number] } | null;
  /** Neutral pictures told as neutral, and smiles told as happiness. */
  readonly neutral: Share;
  readonly smiles: Share;
}

/** Student's t is told from three degrees of freedom on. */
const LEAST_PICTURES = 4;

/** Ages in three bands of about as many people, as far as the set allows. */
const bandOf = (age: number): string => {
  if (Number.isNaN(age)) return 'age not said';
  if (age < 25) return '18 to 24';
  return age < 30 ? '25 to 29' : '30 to 54';
};

const GROUPINGS: Readonly<Record<string, (picture: GroupedPicture) => string>> = {
  all: () => 'everybody',
  sex: ({ sex }) => sex,
  age: ({ age }) => bandOf(age),
  ethnicity: ({ ethnicity }) => ethnicity.replaceAll('_', ' '),
};

/** The figures of each group of each grouping. */
export const groupFigures = (pictures: readonly GroupedPicture[]): GroupFigures[] =>
  Object.entries(GROUPINGS).flatMap(([by, groupOf]) =>
    [...new Set(pictures.map(groupOf))].sort().map((group) =>
      figuresOf(
        by,
        group,
        pictures.filter((picture) => groupOf(picture) === group),
      ),
    ),
  );

function figuresOf(by: string, group: string, pictures: readonly GroupedPicture[]): GroupFigures {
  const told = (expression: GroupedPicture['expression']): Share => {
    const shown = pictures.filter((picture) => picture.expression === expression);
    return share(shown.filter((picture) => picture.told === expression).length, shown.length);
  };
  const errors = pictures.flatMap(({ error }) => (error === null ? [] : [error]));
  return {
    by,
    group,
    people: new Set(pictures.map(({ person }) => person)).size,
    found: share(pictures.filter((picture) => picture.told !== null).length, pictures.length),
    error: errors.length < LEAST_PICTURES ? null : meanWithin(errors),
    neutral: told('neutral'),
    smiles: told('happiness'),
  };
}

const share = (hits: number, n: number): Share => ({ hits, n, interval: n === 0 ? [0, 1] : wilson(hits, n) });

function meanWithin(values: readonly number[]): NonNullable<GroupFigures['error']> {
  const middle = mean(values);
  const half = (studentT975(values.length - 1) * sampleDeviation(values)) / Math.sqrt(values.length);
  return { mean: middle, interval: [middle - half, middle + half] };
}
