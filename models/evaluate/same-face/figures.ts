import { quantile } from '../../../app/statistics/quantile';
import { wilson } from '../metrics/wilson';

/** The face in one picture. */
export interface EmbeddedFace {
  readonly person: string;
  readonly embedding: readonly number[];
}

/** Distances of pairs of faces, by whether they are of one person. */
export interface Distances {
  readonly same: readonly number[];
  readonly different: readonly number[];
}

/** So many of so many, with its 95 % interval. */
export interface Share {
  readonly hits: number;
  readonly n: number;
  readonly interval: readonly [low: number, high: number];
}

export interface PairFigures {
  /** Of the pairs that are told wrongly where as many of one person are refused as of two are accepted, in shares. */
  readonly equalErrorRate: Share;
  /** The distance there. */
  readonly threshold: number;
  /** Of the pairs told rightly, as LFW reports it: ten folds, each with the threshold that was best on the other nine. */
  readonly accuracy: Share;
}

export interface AcceptFigures {
  /** The distance below which one in a hundred of other people's faces is accepted. */
  readonly threshold: number;
  readonly accepted: Share;
  readonly others: number;
}

/** How many of other people's faces may be accepted. */
export const FALSE_ACCEPTS = 0.01;
const FOLDS = 10;
/** A person is enrolled from so many pictures: the app's plan is three recalls. */
export const ENROLLED_FROM = 3;

/** Euclidean, as dlib and face-api.js compare them. */
export const distanceOf = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, at) => value - b[at]!));

/** Needs a pair of each kind at least. */
export function pairFigures({ same, different }: Distances): PairFigures {
  const { threshold } = [...same, ...different]
    .map((distance) => {
      const [refused, accepted] = [shareOver(same, distance), 1 - shareOver(different, distance)];
      return { threshold: distance, apart: Math.abs(refused - accepted) };
    })
    .reduce((best, one) => (one.apart < best.apart ? one : best));
  const wrong = same.filter((d) => d > threshold).length + different.filter((d) => d <= threshold).length;
  const pairs = [
    ...same.map((distance) => ({ distance, isSame: true })),
    ...different.map((distance) => ({ distance, isSame: false })),
  ];
  const n = pairs.length;
  return { equalErrorRate: share(wrong, n), threshold, accuracy: share(rightInFolds(pairs), n) };
}

interface Pair {
  readonly distance: number;
  readonly isSame: boolean;
}

const rightAt = (pairs: readonly Pair[], threshold: number): number =>
  pairs.filter(({ distance, isSame }) => distance <= threshold === isSame).length;

function rightInFolds(pairs: readonly Pair[]): number {
  const folds = Array.from({ length: FOLDS }, (_, fold) => pairs.filter((_pair, at) => at % FOLDS === fold));
  return folds.reduce((sum, fold) => {
    const others = pairs.filter((pair) => !fold.includes(pair));
    const best = others.reduce(
      (found, { distance }) => {
        const right = rightAt(others, distance);
        return right > found.right ? { distance, right } : found;
      },
      { distance: 0, right: -1 },
    );
    return sum + rightAt(fold, best.distance);
  }, 0);
}

const shareOver = (distances: readonly number[], threshold: number): number =>
  distances.filter((distance) => distance > threshold).length / distances.length;

/** Of the same person's pairs those that are accepted where `FALSE_ACCEPTS` of the others are. */
export function acceptFigures({ same, different }: Distances): AcceptFigures {
  const threshold = quantile(different, FALSE_ACCEPTS);
  const hits = same.filter((distance) => distance < threshold).length;
  return { threshold, accepted: share(hits, same.length), others: different.length };
}

/** Every pair of these faces. */
export function allPairs(faces: readonly EmbeddedFace[]): Distances {
  const same: number[] = [];
  const different: number[] = [];
  for (const [at, a] of faces.entries()) {
    for (const b of faces.slice(at + 1)) {
      (a.person === b.person ? same : different).push(distanceOf(a.embedding, b.embedding));
    }
  }
  return { same, different };
}

/** Each person's first `ENROLLED_FROM` faces as one, their mean, against everybody's other faces. */
export function enrolledPairs(faces: readonly EmbeddedFace[]): Distances {
  const people = [...new Set(faces.map(({ person }) => person))];
  const ofPerson = (person: string): readonly EmbeddedFace[] => faces.filter((face) => face.person === person);
  const probes = people.flatMap((person) => ofPerson(person).slice(ENROLLED_FROM));
  const [same, different]: [number[], number[]] = [[], []];
  for (const person of people) {
    const known = ofPerson(person).slice(0, ENROLLED_FROM);
    const mean = known[0]!.embedding.map(
      (_, at) => known.reduce((sum, { embedding }) => sum + embedding[at]!, 0) / known.length,
    );
    for (const probe of probes) {
      (probe.person === person ? same : different).push(distanceOf(mean, probe.embedding));
    }
  }
  return { same, different };
}

const share = (hits: number, n: number): Share => ({ hits, n, interval: wilson(hits, n) });
