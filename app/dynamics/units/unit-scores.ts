import { clamp } from '../../base/clamp';
import type { ActionUnit, FaceSide } from '../../domain/face/action-unit';
import type { Channel, ChannelSide } from './channels';
import { channelValue } from './channels';
import type { Rest } from './rest';
import { MOST_SPREADS, UNIT_RULES, type UnitRule } from './unit-table';

/** One half moves alone if the other's score is below this share of its own. Ours: docs/decisions/007-our-own-numbers.md. */
export const ONE_SIDED = 0.35;

/** The change of one channel against rest, in spreads. */
type Change = (channel: Channel, side: ChannelSide) => number;

function changeOf(measures: Float32Array, rest: Rest): Change {
  return (channel, side) => {
    const found = rest.channels.find(({ of }) => of.channel === channel);
    if (!found) throw new Error(`There is no rest of ${channel}`);
    return (channelValue(measures, found.of, side) - found.centreCm[side]) / found.spreadCm;
  };
}

function scoreOf({ terms, mostSpreads = MOST_SPREADS }: UnitRule, change: Change, side: ChannelSide): number {
  let score = 0;
  for (const [channel, weight] of Object.entries(terms) as [Channel, number][])
    score += weight * clamp(change(channel, side), -mostSpreads, mostSpreads);
  return score;
}

/** Score of a unit over the score from which on it is there: 0 at rest, 1 at its onset. */
export const unitStrength = (rule: UnitRule, measures: Float32Array, rest: Rest): number =>
  scoreOf(rule, changeOf(measures, rest), 'both') / rule.onset;

/** Which half made it, where the other hardly moved. */
export function sideOf(rule: UnitRule, measures: Float32Array, rest: Rest): FaceSide | null {
  const sided = Object.keys(rule.terms).every((channel) => {
    const found = rest.channels.find(({ of }) => of.channel === channel);
    return found !== undefined && found.of.left !== null;
  });
  if (!sided) return null;
  const change = changeOf(measures, rest);
  const [left, right] = [scoreOf(rule, change, 'left'), scoreOf(rule, change, 'right')];
  if (left > 0 && right < ONE_SIDED * left) return 'left';
  if (right > 0 && left < ONE_SIDED * right) return 'right';
  return null;
}

/** How steeply a probability rises around the onset, in onsets: .02 at rest, .5 at the onset, .98 at twice it. */
const SLOPE = 0.25;

/** What each unit's score comes to as a number from 0 to 1, one half at its onset. Not a calibrated probability. */
export function unitProbabilities(measures: Float32Array, rest: Rest): Readonly<Record<ActionUnit, number>> {
  const pairs = UNIT_RULES.map((rule) => {
    const strength = unitStrength(rule, measures, rest);
    return [rule.unit, 1 / (1 + Math.exp(-(strength - 1) / SLOPE))] as const;
  });
  return Object.fromEntries(pairs) as Record<ActionUnit, number>;
}
