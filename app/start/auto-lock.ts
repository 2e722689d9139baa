import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';
import type { Step } from '../session/machine/snapshot';
import { AutoLock } from '../shell/auto-lock';

/** Steps in which a person sits still with closed eyes: nobody is idle in them. */
const TIMED: ReadonlySet<Step> = new Set(['baseline', 'talking', 'recall', 'rest']);

/** Locks the journal when nobody is there, and hides `app` while it does. Returns what ends it. */
export const startAutoLock = (
  { live, clock }: Pick<Page, 'live' | 'clock'>,
  lock: Pick<JournalLock, 'state' | 'lockNow'>,
  app: HTMLElement,
): (() => void) =>
  new AutoLock({
    policy: () => (lock.state.protected ? lock.state.policy : null),
    busy: () => live.recalls.underWay.some(({ snapshot: { step, paused } }) => TIMED.has(step) && !paused),
    cover: () => {
      app.hidden = true;
    },
    uncover: () => {
      app.hidden = false;
    },
    lock: () => lock.lockNow(),
    nowMs: () => clock.epochMs(),
  }).start();
