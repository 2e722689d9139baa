import { log } from './base/log';
import { DATABASE_NAME } from './journal/database-name';
import type { Journal } from './journal/journal';
import { type JournalOptions, openVault } from './journal/open-journal';
import { storeMark } from './journal/store-mark';
import { JournalLock } from './journal/vault/journal-lock';
import { LockChannel } from './journal/vault/lock-channel';
import type { Vault } from './journal/vault/vault';
import { endWelcome } from './shell/first-visit';
import { applyTheme } from './shell/theme';

export interface PassedGate {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly lock: JournalLock;
}

/** Opens the journal, at once or when the person has unlocked it. Rejects with Failure like `openVault`. */
export async function passGate(options: JournalOptions = {}): Promise<PassedGate> {
  const { name = DATABASE_NAME } = options;
  const { vault, open } = await openVault({ ...options, mark: storeMark(name), onReplaced: () => location.reload() });
  const lock = new JournalLock(vault, new LockChannel(name));
  if (lock.locked) {
    applyTheme(vault.lockRecord.theme);
    if (!(await lock.reopen()) && !(await lock.takeFromOtherTab())) await unlocked(lock);
  }
  const journal = await open();
  // A page out of sight may be frozen and hear nothing, and a tab that was ended tells nobody what it wrote.
  const look = (): void => {
    if (document.visibilityState === 'visible') void journal.lookAgain();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  const keep = async (): Promise<void> => {
    // What cannot be written now, on a full disk say, must not keep anybody from reading.
    if (lock.state.protected) await lock.keepForReload().catch((error) => log.warn('no key waits for a reload', error));
  };
  await keep();
  // When the page is left its time is noted: the key that waits is good only for as long as the journal would have stayed open.
  addEventListener('pagehide', () => void keep());
  lock.onLocked = () => {
    journal.close();
    // Everything goes that was ever read: screens, caches, models. What is loaded anew knows nothing.
    document.body.replaceChildren();
    location.reload();
  };
  return { journal, vault, lock };
}

/** Shows the lock screen in the place of the first paint until the journal is unlocked, here or in another tab. */
async function unlocked(lock: JournalLock): Promise<void> {
  await import('./views/lock');
  endWelcome();
  const skeleton = document.getElementById('skeleton');
  const screen = Object.assign(document.createElement('rv-lock'), { lock });
  skeleton?.replaceWith(screen);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!lock.locked) resolve();
    };
    lock.subscribe(look);
    screen.addEventListener('rv-unlocked', look);
  });
  if (skeleton) screen.replaceWith(skeleton);
}
