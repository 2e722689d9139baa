import { openVault } from '../../../app/journal/open-journal';
import { changeWays } from '../../../app/journal/vault/ways/change-ways';

/** What one worker is to do until it is ended: open the journal, change what opens it, and let everything be sealed again. */
export interface Changing {
  readonly name: string;
  /** The recovery code that opens it now; null if it opens by itself. */
  readonly current: string | null;
  /** The one that is to open it; null if it is to open by itself. */
  readonly next: string | null;
}

/** Told once the change was durable. */
async function changeUntilEnded({ name, current, next }: Changing): Promise<void> {
  const closed = await openVault({ name });
  if (current !== null) await closed.vault.unlock({ kind: 'recovery', code: current });
  await closed.open();
  postMessage('opened');
  await changeWays(closed.vault, {
    current: current === null ? closed.vault.ownSecret! : { kind: 'recovery', code: current },
    add: next === null ? [] : [{ kind: 'recovery', code: next }],
    keeps: null,
  });
  postMessage('changed');
}

// A rejection alone tells the page nothing: it would wait for `opened` for ever.
addEventListener('message', ({ data }: MessageEvent<Changing>) => void changeUntilEnded(data).catch(reportError));
