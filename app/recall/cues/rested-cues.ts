import { DAY_MS } from '../../base/time';
import { type NamedCue, type NamedKind, namedCue, OWN_CUE } from '../../domain/memory/cue-choices';
import type { Cue, Direction } from '../../domain/memory/memory';
import { CUE_DECK, type CueTheme, cueOf, type DeckCue } from './cue-deck';
import type { CuePast } from './cue-past';
import { hash } from './hash';

export interface Rested {
  readonly cue: Cue;
  /** Days since it was last offered or relived; infinite if it never was. */
  readonly days: number;
}

/** Rests longer than this count as equal, in days: chance decides between questions that nobody remembers the order of. */
const LONG_REST_DAYS = 365;

/** How many offers lie at the least between two questions about what the person named, if others have rested. */
export const NAMED_APART = 4;

/** What a cue of a kind is about. */
const NAMED_THEMES: Readonly<Record<NamedKind, CueTheme>> = { song: 'music', place: 'places', person: 'people' };

/** How many offers back a theme still counts as having been there lately. */
const THEMES_BACK = 6;

/** Every question that is not hidden, with how long it has rested. */
export function restedCues({ day, choices, recalls }: CuePast): Rested[] {
  const last = new Map<string, string>();
  const note = (id: string | null, on: string): void => {
    if (id !== null && on > (last.get(id) ?? '')) last.set(id, on);
  };
  for (const offered of choices.offered) for (const id of [offered.cueId, offered.besideId]) note(id, offered.day);
  for (const recall of recalls) note(recall.cueId, recall.day);
  const hidden = new Set(choices.hidden);
  return [...CUE_DECK, ...choices.own, ...(choices.named ?? []).map(namedCue)]
    .filter(({ id }) => !hidden.has(id))
    .map((cue) => ({ cue, days: last.has(cue.id) ? daysFrom(last.get(cue.id)!, day) : Number.POSITIVE_INFINITY }));
}

/**
 * The one to offer: what the person favours, wrote or named first, then what points this way, then what is about something else
 * than lately, then what rested longest. What they named comes first only every few offers, because there may be a lot of it.
 */
export function firstOf(rested: readonly Rested[], { day, choices }: CuePast, way: Direction): Cue | null {
  const { favoured, offered } = choices;
  const themes = offered.slice(-THEMES_BACK).map(({ cueId }) => themeOf(cueOf(cueId, choices)));
  const namedLately = offered
    .slice(-NAMED_APART)
    .some((one) => [one.cueId, one.besideId].some((id) => isNamed(cueOf(id, choices))));
  const isWanted = (cue: Cue): boolean =>
    favoured.includes(cue.id) || cue.id.startsWith(OWN_CUE) || (isNamed(cue) && !namedLately);
  const ranked = rested.map(({ cue, days }) => ({
    cue,
    rank: [
      Number(!isWanted(cue)),
      Number(isNamed(cue) && namedLately),
      Number(cue.direction !== way),
      themes.lastIndexOf(themeOf(cue)),
      -Math.min(days, LONG_REST_DAYS),
      hash(`${day}/${cue.id}`),
    ],
  }));
  return ranked.sort((a, b) => compared(a.rank, b.rank))[0]?.cue ?? null;
}

/** The one that was offered longest ago. */
export const longestRested = (rested: readonly Rested[]): Cue | null =>
  [...rested].sort((a, b) => b.days - a.days || (a.cue.id < b.cue.id ? -1 : 1))[0]?.cue ?? null;

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const isNamed = (cue: Cue | null): cue is NamedCue => cue !== null && 'named' in cue;

const themeOf = (cue: Cue | null): CueTheme | null =>
  isNamed(cue) ? NAMED_THEMES[cue.named.kind] : ((cue as Partial<DeckCue> | null)?.theme ?? null);

/** Whole calendar days from `day` to `today`; 0 where the day is still to come, because the person has travelled west. */
export const daysFrom = (day: string, today: string): number =>
  Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY_MS);
