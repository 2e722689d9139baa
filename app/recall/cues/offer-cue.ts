import { type CueChoices, type Offered, REST_DAYS } from '../../domain/memory/cue-choices';
import type { Cue, CueValence, Direction } from '../../domain/memory/memory';
import { cueOf } from './cue-deck';
import type { CuePast } from './cue-past';
import { hash } from './hash';
import { daysFrom, firstOf, longestRested, restedCues } from './rested-cues';

/*
 * [Note: Which question is asked]
 *
 * Each day has a turn: a pleasant question, an everyday one, or a hard one. The class that had the fewest turns in two weeks comes
 * next, so that the three stay even. One question in three points ahead, as in the deck.
 *
 * A hard question never stands alone: an equal other, which points the same way, stands beside it, and the person takes either. None
 * is offered before the first recall, right after a hard recall, or on two days in a row. Asking for another question never brings a
 * hard one: those who want one can write it, favour it, or bring a memory of their own.
 *
 * A question that was offered rests for sixty days, answered or not. What the person favours comes first once it has rested; what
 * they hid never comes. If they passed by so many that none has rested, the one that was offered longest ago comes.
 *
 * All of this follows from the day and from what was offered and relived. Days are calendar days and nothing here reads a clock, so
 * that neither a zone nor a change of clocks can shift anything.
 */

/** A question, and if it is a hard one an equal other beside it. */
export interface CueOffer {
  readonly cue: Cue;
  readonly beside: Cue | null;
}

/** How far back the classes are kept even, in days. */
export const BALANCE_DAYS = 14;

/** How many questions point back for each that points ahead, as in the deck. */
const PAST_TO_FUTURE = 2;

const GENTLE: readonly CueValence[] = ['positive', 'neutral'];

/** What was offered today and is neither relived nor hidden since; null without it. */
export function standingOffer({ day, choices, recalls }: CuePast): CueOffer | null {
  const last = choices.offered.at(-1);
  if (!last || last.day < day) return null;
  const [cue, beside] = [cueOf(last.cueId, choices), cueOf(last.besideId, choices)];
  const isGone = (id: string | null): boolean =>
    id !== null &&
    (choices.hidden.includes(id) || recalls.some((recall) => recall.cueId === id && recall.day >= last.day));
  if (!cue || isGone(last.cueId) || isGone(last.besideId)) return null;
  return cue.valence === 'negative' && !(beside && recalls[0]?.hard !== true) ? null : { cue, beside };
}

/** What a new day brings; null if the person hid every gentle question. */
export function nextOffer(past: CuePast): CueOffer | null {
  const hard = isHardTurn(past) ? cueIn(past, ['negative'], null) : null;
  const beside = hard && gentleCue(past, 'besideId', hard.direction);
  return hard && beside ? { cue: hard, beside } : anotherOffer(past);
}

/** Another question than those offered so far: a gentle one, by itself. */
export function anotherOffer(past: CuePast): CueOffer | null {
  const cue = gentleCue(past, 'cueId', null);
  return cue && { cue, beside: null };
}

/** The choices after an offer. What has rested long enough is left out. */
export function withOffer(choices: CueChoices, { cue, beside }: CueOffer, day: string): CueChoices {
  const offered: Offered = { day, cueId: cue.id, besideId: beside?.id ?? null };
  return { ...choices, offered: [...choices.offered.filter((one) => daysFrom(one.day, day) < REST_DAYS), offered] };
}

/** Whether the day's turn is a hard one. If it is as due as another, the day decides. */
function isHardTurn(past: CuePast): boolean {
  const { day, choices, recalls } = past;
  const before = choices.offered.findLast(({ besideId }) => besideId !== null);
  if (!recalls[0] || recalls[0].hard || (before && daysFrom(before.day, day) <= 1)) return false;
  const turns = lately(past, 'cueId');
  const [hard, gentle] = [turns('negative'), Math.min(...GENTLE.map(turns))];
  return hard < gentle || (hard === gentle && hash(day) % 3 === 0);
}

/** How often each class was offered in the last two weeks: in its own turns, or beside a hard question. */
function lately({ day, choices }: CuePast, place: 'cueId' | 'besideId'): (valence: CueValence) => number {
  const near = choices.offered.filter((offered) => daysFrom(offered.day, day) < BALANCE_DAYS);
  const classes = near.map((offered) => cueOf(offered[place], choices)?.valence);
  return (valence) => classes.filter((one) => one === valence).length;
}

/** A gentle question of the class that had fewer lately, pointing this way if there is one. */
function gentleCue(past: CuePast, place: 'cueId' | 'besideId', direction: Direction | null): Cue | null {
  const shown = lately(past, place);
  const chance = (valence: CueValence): number => hash(`${past.day}/${valence}`);
  return cueIn(
    past,
    [...GENTLE].sort((a, b) => shown(a) - shown(b) || chance(a) - chance(b)),
    direction,
  );
}

/** A question that has rested, of the first of these classes that has one; else the one of them that was offered longest ago. */
function cueIn(past: CuePast, classes: readonly CueValence[], direction: Direction | null): Cue | null {
  const all = restedCues(past).filter(({ cue }) => classes.includes(cue.valence));
  const rested = all.filter(({ days }) => days >= REST_DAYS);
  const way = direction ?? nextWay(past);
  for (const valence of classes) {
    const its = rested.filter(({ cue }) => cue.valence === valence && (direction === null || cue.direction === way));
    const found = firstOf(its, past, way);
    if (found) return found;
  }
  return firstOf(rested, past, way) ?? longestRested(all);
}

/** Which way the next question points, so that two weeks are even. */
function nextWay({ day, choices }: CuePast): Direction {
  const near = choices.offered.filter((offered) => daysFrom(offered.day, day) < BALANCE_DAYS);
  const ahead = near.filter(({ cueId }) => cueOf(cueId, choices)?.direction === 'future').length;
  return ahead * PAST_TO_FUTURE < near.length - ahead ? 'future' : 'past';
}
