import { numbersFrom } from '../../../app/base/seeded';
import { quantile } from '../../../app/statistics/quantile';

/** How well a unit is told apart from its absence. */
export interface UnitFigures {
  readonly coded: number;
  readonly n: number;
  readonly f1: number;
  /** 95 %, from 1,000 resamplings of the pairs. */
  readonly f1Interval: readonly [number, number];
  readonly precision: number;
  readonly recall: number;
  /** Area under the ROC curve; NaN where all or none were coded. */
  readonly auc: number;
}

export interface Judged {
  readonly coded: boolean;
  /** 0..1; from .5 on it is there. */
  readonly told: number;
}

const RESAMPLINGS = 1000;

export function unitFigures(pairs: readonly Judged[]): UnitFigures {
  const random = numbersFrom(1);
  const resampled = Array.from({ length: RESAMPLINGS }, () =>
    f1Of(pairs.map(() => pairs[Math.floor(random() * pairs.length)]!)),
  );
  const { hits, told, coded } = countsOf(pairs);
  return {
    coded,
    n: pairs.length,
    f1: f1Of(pairs),
    f1Interval: [quantile(resampled, 0.025), quantile(resampled, 0.975)],
    precision: told > 0 ? hits / told : Number.NaN,
    recall: coded > 0 ? hits / coded : Number.NaN,
    auc: aucOf(pairs),
  };
}

function countsOf(pairs: readonly Judged[]) {
  const isTold = ({ told }: Judged): boolean => told > 0.5;
  return {
    hits: pairs.filter((pair) => pair.coded && isTold(pair)).length,
    told: pairs.filter(isTold).length,
    coded: pairs.filter(({ coded }) => coded).length,
  };
}

function f1Of(pairs: readonly Judged[]): number {
  const { hits, told, coded } = countsOf(pairs);
  return told + coded > 0 ? (2 * hits) / (told + coded) : 0;
}

/** Mann-Whitney: how often a coded pair is told more than one that is not; ties count half. */
export function aucOf(pairs: readonly Judged[]): number {
  const of = (coded: boolean): number[] => pairs.filter((pair) => pair.coded === coded).map(({ told }) => told);
  const [yes, no] = [of(true), of(false)];
  let sum = 0;
  for (const a of yes) for (const b of no) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (yes.length * no.length);
}
