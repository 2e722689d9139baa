import { createContext } from '@lit/context';
import type { Clock } from '../base/clock';
import type { Cue } from '../domain/memory/memory';
import type { Backups } from '../journal/backup/backups';
import type { Copy } from '../journal/backup/copies/copies';
import type { CheckInDraft, Draft, Journal, RecallDraft } from '../journal/journal';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { CheckInSession } from '../session/check-in';
import type { RecallSession } from '../session/machine/snapshot';
import type { DeviceReport, Progress } from '../vision/protocol';

/** What the browser says of the space the journal lies in; null where it does not tell. */
export interface StorageReport {
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** What the service worker and the browser offer; each change replaces the whole. */
export interface ShellState {
  /** Everything needed to open without a network is on the phone. */
  readonly offlineReady: boolean;
  /** A newer version waits; nothing is reloaded until `applyUpdate`. */
  readonly updateReady: boolean;
  /** The browser would show its install question. */
  readonly installable: boolean;
  /**
   * In a tab on iOS, where installing is only Share > Add to Home Screen and starts a separate, empty journal: the person
   * should do it before the first entry.
   */
  readonly manualInstall: boolean;
  readonly online: boolean;
}

export interface Shell {
  readonly state: ShellState;
  subscribe(listener: (state: ShellState) => void): () => void;
  applyUpdate(): Promise<void>;
  install(): Promise<boolean>;
}

/** Where a file goes that is written piece by piece. */
export interface FileSink {
  readonly stream: WritableStream<Uint8Array>;
  /** What was written, once the stream is closed: to be read back. */
  file(): Promise<Blob>;
  /** Handing it over opens the phone's own sheet (save it, or send it to an app), which takes a tap of the person's own. */
  readonly byHand: boolean;
  /** Hands the file to the person, where it does not lie yet where they wanted it; false where they put it aside. */
  deliver(): Promise<boolean>;
}

export interface NewFileOptions {
  readonly name: string;
  readonly description: string;
  /** MIME type and extension with its dot. */
  readonly type: readonly [mime: string, extension: string];
}

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
  | 'remove'
  | 'passkeysMayWork'
  | 'addPasskey'
  | 'removePasskey'
  | 'changePolicy'
>;

/** What the lock screen does with it. */
export type Unlocker = Pick<JournalLock, 'state' | 'waitMs' | 'unlock' | 'unlockByPasskey'>;

/** What Today can be asked before it is there: to relive the day's cue, to note how one feels, to relive a memory of one's own. */
export type EarlyPress = 'relive' | 'note' | 'own';

/** The instances the composition root hands to every screen. */
export interface Services {
  readonly journal: Journal;
  readonly lock: LockControl;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The recall session under way, or the last one, or null. */
  readonly session: RecallSession | null;
  /** The recall session under way that is to become this entry, whether it is the one that is shown or was left for another. */
  sessionOf(entryId: string): RecallSession | null;
  /**
   * Starts a recall with a cue, or with the person's own memory. One under way in which something was said is left as it is; whoever
   * means to be rid of it discards its draft first.
   */
  startRecall(cue: Cue | null): RecallSession;
  /**
   * Goes on with the session under way that this is the draft of, else with what a lock or a killed tab left behind: at its report,
   * or from its beginning where it was cut off before. Another session under way is left as it is.
   */
  continueDraft(draft: RecallDraft): RecallSession;
  /** The check-in under way, or the last one, or null. */
  readonly checkIn: CheckInSession | null;
  /** Starts a check-in, or goes on with one that was cut off. */
  startCheckIn(draft: CheckInDraft | null): CheckInSession;
  /** Erases what was begun, in the journal and in memory. */
  discardDraft(draft: Draft): Promise<void>;
  /**
   * What sessions under way have gathered that the journal has not taken, though it was tried again just now; newest first. It is
   * in this page's memory, and in this tab where `journal.isHeld`.
   */
  unkept(): Promise<readonly Draft[]>;
  /** What the vision worker runs on; null until it has been opened in this visit. */
  device(): Promise<DeviceReport | null>;
  /** Opens the vision worker to find out, with progress; rejects with Failure. */
  testDevice(onProgress: (progress: Progress) => void): Promise<DeviceReport>;
  storage(): Promise<StorageReport>;
  /** Backups and copies of the journal; their code is fetched when they are first asked for. */
  backups(): Promise<Backups>;
  /** The copies this phone keeps, newest first; asks cheaply where there never was one, and never rejects. */
  copiesKept(): Promise<readonly Copy[]>;
  /** Asks where a new file goes; call it in the person's own click. Null where they chose nothing. */
  newFile(options: NewFileOptions): Promise<FileSink | null>;
  /** The files the system opens the app with, until it is stopped: those that wait, and those that come. */
  takeOpenedFiles(take: (file: Blob) => void): Promise<() => void>;
  /** What is pressed in the first view, which stays until the screen below is drawn: each press once, until it is stopped. */
  onEarlyPress(serve: (press: EarlyPress) => void): () => void;
}

export const servicesContext = createContext<Services>(Symbol('services'));
