import { createContext } from '@lit/context';
import type { Clock } from '../base/clock';
import type { Copy } from '../journal/backup/copies/copies';
import type { Journal } from '../journal/journal';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { EarlyPress } from '../shell/first-visit';
import type { Shell } from '../shell/shell';
import type { Capabilities } from './capabilities';
import type { CurrentSettings } from './current-settings';
import type { Drafts } from './drafts';

export type { EarlyPress } from '../shell/first-visit';
export type { FileSink, NewFileOptions } from '../shell/save-file';
export type { Shared } from '../shell/shares';
export type { Shell, ShellState } from '../shell/shell';
export type { StorageReport } from '../shell/storage-report';

/** The journal's lock, as the screens use it. */
export type LockControl = Pick<
  JournalLock,
  | 'state'
  | 'subscribe'
  | 'lockNow'
  | 'newRecoveryCode'
  | 'setUp'
  | 'changePassphrase'
  | 'changeRecoveryCode'
  | 'renew'
  | 'remove'
  | 'passkeysMayWork'
  | 'addPasskey'
  | 'removePasskey'
  | 'changePolicy'
>;

/** What the lock screen does with it. */
export type Unlocker = Pick<JournalLock, 'state' | 'waitMs' | 'unlock' | 'unlockByPasskey'>;

/**
 * The instances every screen works with: what the first view needs is there at once, the capabilities are fetched when they are
 * first asked for. See: [Note: Capabilities]
 */
export interface Services extends Capabilities {
  readonly journal: Journal;
  readonly lock: LockControl;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly drafts: Drafts;
  /** The settings in force, for what cannot wait until they are read. */
  readonly settings: Pick<CurrentSettings, 'now'>;
  /** The journal is the sample. See: [Note: The sample journal] */
  readonly inSample: boolean;
  /** The copies this phone keeps, newest first; asks cheaply where there never was one, and never rejects. */
  copiesKept(): Promise<readonly Copy[]>;
  /** What is pressed in the first view, which stays until the screen below is drawn: each press once, until it is stopped. */
  onEarlyPress(serve: (press: EarlyPress) => void): () => void;
}

export const servicesContext = createContext<Services>(Symbol('services'));
