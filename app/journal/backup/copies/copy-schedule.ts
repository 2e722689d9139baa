import { DAY_MS } from '../../../base/time';

/** How many days have a copy each, newest first, and from how many weeks before them one is kept. */
export const DAILY = 7;
export const WEEKLY = 4;
/** Copies that were kept before something was replaced: the newest of them stay. */
export const BEFORE = 2;

const DAY = /^day-(\d{4}-\d\d-\d\d)\.reverie$/;
const BEFORE_NAME = /^before-(\d{4}-\d\d-\d\d)-(\d{1,20})\.reverie$/;

/** What the name of a copy says. */
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
 * The copies that have had their time: beyond the 7 newest days, the newest of each of 4 earlier weeks, and the 2 newest that
 * were kept before a replacement. It goes by the days there are, not by the calendar, so that a summer without an entry takes
 * no copy away.
 * @param made the copy that was just made: it stays even where a clock that was set back makes it the oldest
 */
export function outlived(names: readonly string[], made?: string): string[] {
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

/** Weeks from Monday, counted from the one of 1 January 1970 (a Thursday). */
const weekOf = (day: string): number => Math.floor((Date.parse(day) / DAY_MS + 3) / 7);
