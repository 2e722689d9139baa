import { log } from '../base/log';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';
import type { Step } from '../session/machine/snapshot';

/** Steps in which a person sits still with closed eyes: nobody is idle in them. */
const TIMED: ReadonlySet<Step> = new Set(['baseline', 'recall', 'rest']);

/**
 * The journal locks by itself as soon as it has a lock, and `app` is hidden while it does. Resolves, once it is watched if it has one, with
 * what ends the watch.
 */
export async function watchLock(
  { live, clock }: Pick<Page, 'live' | 'clock'>,
  lock: Pick<JournalLock, 'state' | 'lockNow' | 'subscribe'>,
  app: HTMLElement,
): Promise<() => void> {
  let [isOver, end] = [false, null as (() => void) | null];
  const begin = async (): Promise<void> => {
    const { AutoLock } = await import('../shell/auto-lock');
    const watch = new AutoLock({
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
    });
    if (!isOver) end ??= watch.start();
  };
  // What it takes is fetched when there is a lock, and tried again with the next change of one if that fails.
  const stopListening = lock.subscribe(() => {
    if (!end && lock.state.protected) begin().catch((error: unknown) => log.warn('nothing locks by itself yet', error));
  });
  if (lock.state.protected) await begin();
  return () => {
    isOver = true;
    stopListening();
    end?.();
  };
}
