import { DAY_MS } from '../../base/time';

/** So few entries are soon written again; nobody is reminded for their sake. */
export const ENTRIES_TO_LOSE = 5;
/** An entry may be without a backup for this long before it is mentioned. */
export const UNSAVED_DAYS = 14;
/** Whoever puts the reminder aside is left alone for this long. */
export const SILENT_DAYS = 30;

export interface BackupFacts {
  /** When the latest entries were kept, in epoch milliseconds, in any order; not all of them are needed. */
  readonly savedAtMs: readonly number[];
  readonly lastBackupAtMs: number | null;
  readonly dismissedAtMs: number | null;
  readonly nowMs: number;
}

/**
 * Whether to mention, once and gently, that there are entries without a backup: only when there is something to lose, and not
 * again for a month after it was put aside. A time that has not come yet (a clock that was set back) counts as now.
 */
export function isBackupDue({ savedAtMs, lastBackupAtMs, dismissedAtMs, nowMs }: BackupFacts): boolean {
  const daysSince = (ms: number): number => Math.max(0, nowMs - ms) / DAY_MS;
  const unsaved = savedAtMs.filter((ms) => lastBackupAtMs === null || ms > lastBackupAtMs);
  if (unsaved.length < ENTRIES_TO_LOSE) return false;
  if (dismissedAtMs !== null && daysSince(dismissedAtMs) < SILENT_DAYS) return false;
  return daysSince(Math.min(...unsaved)) >= UNSAVED_DAYS;
}
