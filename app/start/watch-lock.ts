import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';
import type { Step } from '../session/machine/snapshot';

/** Steps in which a person sits still with closed eyes: nobody is idle in them. */
const TIMED: ReadonlySet<Step> = new Set(['baseline', 'recall', 'rest']);

/** The journal locks by itself from here on, and `app` is hidden while it does. Resolves with what ends the watch. */
export async function watchLock(
  { live, clock }: Pick<Page, 'live' | 'clock'>,
  lock: Pick<JournalLock, 'state' | 'lockNow'>,
  app: HTMLElement,
): Promise<() => void> {
  const { AutoLock } = await import('../shell/auto-lock');
  return new AutoLock({
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
}
