import type { Journal } from '../../journal/journal';
import type { Filter } from './filter';

/** How the list was when an entry was opened from it. Those who come back find it so again. */
export interface LeftList {
  readonly search: string;
  readonly asCalendar: boolean;
  readonly filter: Filter | null;
  /** How far the page was scrolled, in pixels. */
  readonly y: number;
}

/** By journal, because nothing of it may stay once that is locked. */
const left = new WeakMap<Journal, LeftList>();

export const leaveList = (journal: Journal, how: LeftList): void => void left.set(journal, how);

/** How it was left, once; undefined if it wasn't. */
export function takeLeftList(journal: Journal): LeftList | undefined {
  const how = left.get(journal);
  left.delete(journal);
  return how;
}
