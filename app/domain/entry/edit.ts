import type { Memory } from '../memory/memory';
import type { Moment } from '../moment/moment';
import type { Report } from '../report/report';
import type { Origin } from './origin';

/** What the person says of an entry: all that they can change. What their face showed stays as it was read. */
export interface Said {
  readonly startedAt: Moment;
  readonly report: Report;
  /** Of a recall only. */
  readonly memory: Memory | null;
}

/** What the draft of an edit under way goes by: an entry's own id is that of the draft it was made from. */
export const editDraftId = (entryId: string): string => `edit-${entryId}`;

/** What an edit may change: what the person says, and what a later file of the app it came from says. */
export interface Changeable extends Partial<Said> {
  readonly origin?: Origin;
}

/** One time an entry was changed after it was saved. */
export interface Edit {
  readonly at: Moment;
  /** What was there before, of what this changed. */
  readonly before: Changeable;
}
