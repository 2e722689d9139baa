import { clamp } from '../../base/clamp';
import type { ActionUnit, FaceSide } from '../../domain/face/action-unit';
import type { Channel, ChannelSide } from './channels';
import { channelValue } from './channels';
import { type Rest, slackOf } from './rest';
import { MOST_SPREADS, UNIT_RULES, type UnitRule } from './unit-table';

/** One half moves alone if the other's score is below this share of its own. Ours: docs/decisions/007-our-own-numbers.md. */
export const ONE_SIDED = 0.35;

/** From this many onsets on a unit hides another: closed eyes reach it, narrowed ones hardly. */
export const HIDES = 1.5;

/** How strong each unit is, in onsets, in the order of `UNIT_RULES`. */
export type UnitStrengths = Float64Array;

/** Terms of each rule as a list, taken once: a recall asks for them two thousand times. */
const TERMS: ReadonlyMap<UnitRule, readonly (readonly [Channel, number])[]> = new Map(
  UNIT_RULES.map((rule) => [rule, Object.entries(rule.terms) as [Channel, number][]]),
);

function scoreOf(rule: UnitRule, measures: Float32Array, rest: Rest, side: ChannelSide) {
  const { mostSpreads = MOST_SPREADS } = rule;
  let score = 0;
  for (const [channel, weight] of TERMS.get(rule)!) {
    const { of, centreCm, spreadCm } = rest.channels[channel];
    const changeCm = channelValue(measures, of, side) - centreCm[side];
    const spreads = (Math.sign(changeCm) * Math.max(0, Math.abs(changeCm) - slackOf(rest, of))) / spreadCm;
    score += weight * clamp(spreads, -mostSpreads, mostSpreads);
  }
  return score;
}

/** Score of a unit over the score from which on it is there: 0 at rest, or where another hides it, 1 at its onset. */
export const unitStrength = (rule: UnitRule, measures: Float32Array, rest: Rest): number =>
  isHidden(rule, measures, rest) ? 0 : scoreOf(rule, measures, rest, 'both') / rule.onset;

export const unitStrengths = (measures: Float32Array, rest: Rest): UnitStrengths =>
  Float64Array.from(UNIT_RULES, (rule) => unitStrength(rule, measures, rest));

/** One half is enough: a wink hides what it does to the other lid. */
function isHidden({ hiddenBy }: UnitRule, measures: Float32Array, rest: Rest): boolean {
  const hiding = hiddenBy && UNIT_RULES.find(({ unit }) => unit === hiddenBy);
  if (!hiding) return false;
  return (['left', 'right'] as const).some((side) => scoreOf(hiding, measures, rest, side) >= HIDES * hiding.onset);
}

/** Which half made it, where the other hardly moved. */
export function sideOf(rule: UnitRule, measures: Float32Array, rest: Rest): FaceSide | null {
  const hasSides = Object.keys(rule.terms).every((channel) => rest.channels[channel as Channel].of.left !== null);
  if (!hasSides) return null;
  const [left, right] = [scoreOf(rule, measures, rest, 'left'), scoreOf(rule, measures, rest, 'right')];
  if (left > 0 && right < ONE_SIDED * left) return 'left';
  if (right > 0 && left < ONE_SIDED * right) return 'right';
  return null;
}

/** How steeply a probability rises around the onset, in onsets: .02 at rest, .5 at the onset, .98 at twice it. */
const SLOPE = 0.25;

/** What each unit's score comes to as a number from 0 to 1, one half at its onset. Not a calibrated probability. */
export function unitProbabilities(strengths: UnitStrengths): Readonly<Record<ActionUnit, number>> {
  const found = {} as Record<ActionUnit, number>;
  UNIT_RULES.forEach(({ unit }, at) => {
    found[unit] = 1 / (1 + Math.exp(-(strengths[at]! - 1) / SLOPE));
  });
  return found;
}
