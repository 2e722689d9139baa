import type { Journal } from '../journal/journal';
import { type JournalOptions, openVault } from '../journal/open-journal';
import { DATABASE_NAME } from '../journal/store/database-name';
import { storeMark } from '../journal/store/store-mark';
import { JournalLock } from '../journal/vault/journal-lock';
import { LockChannel } from '../journal/vault/lock-channel';
import type { Vault } from '../journal/vault/vault';
import { endWelcome } from '../shell/first-visit';
import { ServiceWorkerHandOver } from '../shell/key-hand-over';
import { applyTheme } from '../shell/theme';

export interface PassedGate {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly lock: JournalLock;
}

export interface GateOptions extends JournalOptions {
  /** Loads the page again. */
  readonly reload?: () => void;
}

/**
 * Opens the journal, at once or after the person has unlocked it. Rejects with Failure like `openVault`. If it is locked again while
 * it opens, this never settles, because the page is about to be loaded again. See: [Note: The start]
 */
export async function passGate({
  reload = () => location.reload(),
  ...options
}: GateOptions = {}): Promise<PassedGate> {
  const { name = DATABASE_NAME } = options;
  const closed = await openVault({ ...options, mark: storeMark(name), onReplaced: reload });
  const { vault } = closed;
  const lock = new JournalLock(vault, new LockChannel(name), new ServiceWorkerHandOver());
  let journal: Journal | undefined;
  // Set before there can be a key, because another tab may lock while this one is opening.
  lock.onLocked = () => {
    journal?.close();
    closed.close();
    // A reload drops everything that was read: screens, caches, models.
    document.body.replaceChildren();
    reload();
  };
  if (lock.locked) await unlocked(lock, vault);
  try {
    journal = await closed.open();
  } catch (error) {
    if (!lock.locked) throw error;
  }
  if (!journal || lock.locked) {
    journal?.close();
    return new Promise(() => undefined);
  }
  watchPage(journal, lock);
  return { journal, vault, lock };
}

function watchPage(journal: Journal, lock: JournalLock): void {
  // A hidden page may be frozen and hear nothing, and a killed tab tells nobody what it wrote.
  const look = (): void => {
    if (document.visibilityState === 'visible') void journal.lookAgain();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('pagehide', () => lock.keepForReload());
}

/** Unlocks with the key kept for this tab or of another tab; otherwise asks the person. */
async function unlocked(lock: JournalLock, vault: Vault): Promise<void> {
  applyTheme(vault.lockRecord.theme);
  if (!(await lock.reopen()) && !(await lock.takeFromOtherTab())) await asked(lock);
}

/** Shows the lock screen instead of the first view until the journal is unlocked, here or in another tab. */
async function asked(lock: JournalLock): Promise<void> {
  await import('../views/lock/lock');
  // Another tab may have unlocked it while the screen was being fetched.
  if (!lock.locked) return;
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
