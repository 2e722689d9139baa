import { DAY_MS } from '../../../base/time';

/** How many of the newest daily copies are kept, and for how many weeks before those one copy a week. */
export const DAILY = 7;
export const WEEKLY = 4;
/** How many copies from before a replacement are kept. */
export const BEFORE = 2;

const DAY = /^day-(\d{4}-\d\d-\d\d)\.reverie$/;
const BEFORE_NAME = /^before-(\d{4}-\d\d-\d\d)-(\d{1,20})\.reverie$/;

/** What a copy's file name says. */
export interface CopyName {
  readonly name: string;
  readonly kind: 'day' | 'before';
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export const dayCopy = (day: string): string => `day-${day}.reverie`;
export const beforeCopy = (day: string, epochMs: number): string => `before-${day}-${epochMs}.reverie`;

/** The copies among the names of a folder, newest first. */
export function copiesAmong(names: readonly string[]): CopyName[] {
  return names
    .flatMap((name): CopyName[] => {
      const day = DAY.exec(name)?.[1];
      const before = BEFORE_NAME.exec(name)?.[1];
      return day ? [{ name, kind: 'day', day }] : before ? [{ name, kind: 'before', day: before }] : [];
    })
    .sort((a, b) => b.day.localeCompare(a.day) || b.name.localeCompare(a.name));
}

/**
 * The copies to remove: all but those of the 7 newest days, the newest of each of the 4 weeks before, and the 2 newest from before a
 * replacement. Days without a copy do not count, so that no copy is lost over a summer without entries.
 * @param made the copy that was just made; it stays, even if the clock was set back and it is the oldest
 */
export function expired(names: readonly string[], made?: string): string[] {
  const copies = copiesAmong(names);
  const days = copies.filter(({ kind }) => kind === 'day');
  const weeks = new Map<number, string>();
  for (const { name, day } of days.slice(DAILY)) if (!weeks.has(weekOf(day))) weeks.set(weekOf(day), name);
  const kept = new Set([
    ...days.slice(0, DAILY).map(({ name }) => name),
    ...[...weeks.values()].slice(0, WEEKLY),
    ...copies
      .filter(({ kind }) => kind === 'before')
      .slice(0, BEFORE)
      .map(({ name }) => name),
  ]);
  return copies.map(({ name }) => name).filter((name) => name !== made && !kept.has(name));
}

/** Number of the week, which begins on Monday; 0 is the week of 1 January 1970, a Thursday. */
const weekOf = (day: string): number => Math.floor((Date.parse(day) / DAY_MS + 3) / 7);
