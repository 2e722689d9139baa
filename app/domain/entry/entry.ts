import type { FaceOutcome } from '../face/face-summary';
import type { Misread } from '../face/misread';
import type { Memory } from '../memory/memory';
import type { Moment } from '../moment/moment';
import type { Report } from '../report/report';
import type { Edit } from './edit';
import type { Origin } from './origin';
import type { RecallMode } from './recall-mode';

/** How long each step of the session took, in milliseconds, by step name. */
export type StepDurationsMs = Readonly<Record<string, number>>;

interface EntryBase {
  readonly version: 1;
  readonly id: string;
  /** When the session began. */
  readonly startedAt: Moment;
  /** When the person kept it. */
  readonly savedAt: Moment;
  readonly report: Report;
  readonly appVersion: string;
  /**
   * Only where this is one of several versions of an entry, all of them kept: the id of the version that was there first, whether
   * that is still there or not.
   */
  readonly besideId?: string;
  /** How it was changed after it was saved, oldest first; absent where it never was. */
  readonly edits?: readonly Edit[];
}

/** One guided recall: memory, report, and what the face came to. Its trace is stored beside it under the same id. */
export interface RecallEntry extends EntryBase {
  readonly kind: 'recall';
  readonly memory: Memory;
  readonly face: FaceOutcome;
  /** Whether the person set the face summary aside ("that isn't right"): it is kept but never counted. */
  readonly faceDisputed: boolean;
  /** Action units and states that the person marked as misread: they are kept but never counted. Absent where nothing was ever marked. */
  readonly misread?: readonly Misread[];
  readonly hasTrace: boolean;
  /** What the person was asked to do while they remembered. Absent in entries from before they could choose. */
  readonly mode?: RecallMode;
  /** Only where the person went to a memory again: the id of the recall it was first relived in, whether that is still there or not. */
  readonly againOf?: string;
  readonly stepDurationsMs: StepDurationsMs;
}

/** A quick entry without a camera. */
export interface CheckInEntry extends EntryBase {
  readonly kind: 'check-in';
  /** Only in a word for a whole day. See: [Note: A day's word] */
  readonly ofDay?: boolean;
  /** Only in an entry that was brought over from elsewhere; its ratings then name that place's instrument. */
  readonly origin?: Origin;
}

export type Entry = RecallEntry | CheckInEntry;

/** Where an entry was brought over from, if it was. */
export const originOf = (entry: Entry): Origin | undefined => (entry.kind === 'check-in' ? entry.origin : undefined);
