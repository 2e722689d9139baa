import type { CueChoices } from '../../domain/memory/cue-choices';

/** What has to be known of an earlier recall. */
export interface RecentRecall {
  readonly cueId: string | null;
  /** The local calendar day it began on. */
  readonly day: string;
  /** Whether it was hard, by the person's rating or by what they were asked. */
  readonly hard: boolean;
}

export interface CuePast {
  /** Today's local calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly choices: CueChoices;
  /** Earlier recalls, newest first. */
  readonly recalls: readonly RecentRecall[];
}
