import { newId } from '../../base/ids';
import { PageVisibility } from '../../capture/visibility';
import type { CheckInDraft } from '../../journal/journal';
import { CheckInSession } from '../../session/check-in';
import { systemTimers } from '../../session/machine/timers';
import { keepForGood } from '../keep-for-good';
import type { Page } from '../page';

/** The check-ins of this page. */
export interface CheckIns {
  /** The one that was shown last of those that have not ended; null without any. */
  readonly underWay: CheckInSession | null;
  /** Starts one, or goes on with one that was cut off. */
  start(draft: CheckInDraft | null): CheckInSession;
}

export function open(page: Page): CheckIns {
  const { journal, clock, appVersion, live } = page;
  return {
    get underWay() {
      return live.checkIns.current;
    },
    start(draft) {
      // One that could not be kept when it was left is still here, with more in it than its draft.
      const unkept = draft && live.checkIns.of(draft.entryId);
      if (unkept) return live.checkIns.show(unkept);
      const onKept = () => void keepForGood(page);
      const platform = { timers: systemTimers, visibility: new PageVisibility() };
      return live.checkIns.show(new CheckInSession({ ...platform, journal, clock, appVersion, newId, onKept }, draft));
    },
  };
}
