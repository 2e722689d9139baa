import type { Clock } from '../../base/clock';
import type { CheckInEntry, RecallEntry } from '../../domain/entry/entry';
import { type Moment, momentAt } from '../../domain/moment/moment';
import type { Report } from '../../domain/report/report';
import type { RecallDraft } from '../../journal/journal';

/** Now, where the person is. */
export const momentNow = (clock: Clock): Moment => momentAt(clock.epochMs(), clock.zone());

/** The entry a draft becomes when the person keeps it. */
export const recallEntry = (
  { entryId, startedAt, memory, report, face, stepDurationsMs, mode, againOf }: RecallDraft,
  more: Pick<RecallEntry, 'savedAt' | 'appVersion' | 'faceDisputed' | 'misread' | 'hasTrace'>,
): RecallEntry => ({
  version: 1,
  kind: 'recall',
  id: entryId,
  startedAt,
  memory,
  report,
  face,
  stepDurationsMs,
  ...(mode && { mode }),
  ...(againOf !== undefined && { againOf }),
  ...more,
});

/** The entry of a check-in: the report alone. */
export const checkInEntry = (
  id: string,
  report: Report,
  more: Pick<CheckInEntry, 'startedAt' | 'savedAt' | 'appVersion'>,
): CheckInEntry => ({ version: 1, kind: 'check-in', id, report, ...more });
