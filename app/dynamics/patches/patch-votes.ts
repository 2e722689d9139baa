import { EXPRESSIONS, type ExpressionScores, noScores } from '../../domain/face/expression';
import type { HeadSecond } from '../memory/seconds';
import { projectionKernel } from './kernel';
import type { LengthModel, PatchModel } from './patch-model';
import { patchReadings } from './patch-readings';
import { patchesOf, regionSums } from './region-patches';
import { spansOf, type VotedSpan } from './voted-spans';

/** A moment's votes are raised to this power: what most agree on counts for more than what few patches say. */
const SHARPEN = 3;
const CLASSES = EXPRESSIONS.length;

/** What all patches of a recall voted for. */
export interface PatchVotes {
  /** Sums to 1. Neutral is what they voted for where nothing moved. */
  readonly expression: ExpressionScores;
  /** Where and when the votes for an expression came from, in order. */
  readonly spans: readonly VotedSpan[];
}

/**
 * [Note: Video patches]
 * A recall is cut into patches: what one region of the face did over 8, 16, 32 or 64 readings, wherever they lie, because a face does not always
 * run from neutral to an apex and back. A patch is the subspace of its readings, a point on the Grassmann manifold, so that its length drops
 * out. Every patch votes for the class of the representative that it is most like, as much as that one proved right in training.
 * A subspace knows no sign: brows that are raised lie on the same line as brows that are lowered. So every reading has a constant beside its
 * changes. The line then leans to the one side or the other of it, and where nothing moves it is the constant itself.
 * After Hayat & Bennamoun (IEEE TAFFC 5(3):301-313, 2014); the constant, the discriminants and the still model's answer as a region are ours.
 *
 * Null where no patch is long enough. Votes do not change if nobody was seen before or after.
 */
export function patchVotes(seconds: readonly HeadSecond[], model: PatchModel): PatchVotes | null {
  const readings = patchReadings(seconds);
  if (!readings) return null;
  const byRegion = model.regions.map((region) => {
    const sums = regionSums(readings, region, model.constant);
    const votes = new Float64Array(sums.places * CLASSES);
    for (const length of region.lengths) {
      const patches = patchesOf(sums, length.length, model.directions);
      const cast = patches.map(({ start, basis }) => ({ start, ...voteOf(basis, length, sums.width) }));
      addByPlace(votes, cast, length.length);
    }
    return { region: region.region, votes };
  });
  const all = byRegion[0]!.votes.map((_, at) => byRegion.reduce((sum, { votes }) => sum + votes[at]!, 0));
  if (!all.some((vote) => vote > 0)) return null;
  return { expression: sharesOf(all), spans: spansOf(all, byRegion, readings.fromMs) };
}

interface Vote {
  readonly label: number;
  readonly weight: number;
}

/** By the representative that the patch is most like. */
function voteOf(basis: Float64Array, { bases, classes, weights }: LengthModel, width: number): Vote {
  let [nearest, most] = [0, -1];
  for (const [at, other] of bases.entries()) {
    const alike = projectionKernel(basis, other, width);
    if (alike > most) [nearest, most] = [at, alike];
  }
  return { label: classes[nearest]!, weight: weights[nearest]! };
}

/** Adds the mean vote of the patches that lie over each place. */
function addByPlace(votes: Float64Array, cast: readonly (Vote & { readonly start: number })[], length: number): void {
  const over = new Uint32Array(votes.length / CLASSES);
  for (const { start } of cast) for (let at = start; at < start + length; at++) over[at]!++;
  for (const { start, label, weight } of cast)
    for (let at = start; at < start + length; at++) votes[at * CLASSES + label]! += weight / over[at]!;
}

/** Every place as much, where anything was voted for. */
function sharesOf(votes: Float64Array): ExpressionScores {
  const sums = new Float64Array(CLASSES);
  for (let place = 0; place < votes.length; place += CLASSES) {
    const sharp = votes.subarray(place, place + CLASSES).map((vote) => vote ** SHARPEN);
    const total = sharp.reduce((sum, one) => sum + one, 0);
    if (total > 0) for (const [label, one] of sharp.entries()) sums[label]! += one / total;
  }
  const total = sums.reduce((sum, one) => sum + one, 0);
  const scores = noScores();
  for (const [label, name] of EXPRESSIONS.entries()) scores[name] = sums[label]! / total;
  return scores;
}
