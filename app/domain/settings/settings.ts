import type { RecallMode } from '../entry/recall-mode';
import { type CueChoices, NO_CHOICES } from '../memory/cue-choices';
import { NO_REMINDERS, type ReminderChoices } from '../reminders/reminder-choices';
import type { Consents } from './consents';

/** `both`: a soft sound and a short vibration. */
export const SIGNALS = ['both', 'vibration', 'off'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What pleasantness and energy are rated with. */
export const AFFECT_FIELDS = ['sliders', 'pad'] as const;
export type AffectField = (typeof AFFECT_FIELDS)[number];

/** Everything the person can set, with what it is before they do. */
export interface Settings {
  readonly version: 1;
  /** Sealed like the entries; see `consents.ts`. */
  readonly consents: Consents;
  /** Length of the recall in milliseconds, 15_000..180_000. */
  readonly recallMs: number;
  /** Number of recalls whose baseline was taken: the first one is longer. */
  readonly baselinesTaken: number;
  readonly theme: 'system' | 'light' | 'dark';
  readonly backend: 'auto' | 'wasm';
  /** What the browser answered when it was asked to keep the journal, or null before it was asked. */
  readonly persisted: boolean | null;
  readonly installCardDismissed: boolean;
  /** The app version whose news the person has seen. */
  readonly seenVersion: string | null;
  /** When a backup was last written and read back, or null before the first. */
  readonly lastBackupAtMs: number | null;
  /** When the person last put the reminder of a backup aside, or null. */
  readonly backupReminderDismissedAtMs: number | null;
  /** What tells, also with closed eyes, that a recall begins and that it is over. */
  readonly signal: Signal;
  readonly cues: CueChoices;
  readonly reminders: ReminderChoices;
  readonly affect: AffectField;
  /** How the person relived the last memory, which is how the next one begins. */
  readonly recallMode: RecallMode;
  /** The time that is left isn’t shown in a recall. */
  readonly hidesTime: boolean;
  /** A face may be read with what earlier ratings have taught. */
  readonly usesLearnt: boolean;
  /** Entries kept up to then teach nothing, because the person had it forgotten; null if they never did. */
  readonly learntSinceMs: number | null;
}

type Changed = Partial<Omit<Settings, 'version'>>;

/** What changes, or what gives it of the settings there are: it is asked again if another tab was faster. */
export type SettingsChange = Changed | ((now: Settings) => Changed);

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  consents: [],
  recallMs: 45_000,
  baselinesTaken: 0,
  theme: 'system',
  backend: 'auto',
  persisted: null,
  installCardDismissed: false,
  seenVersion: null,
  lastBackupAtMs: null,
  backupReminderDismissedAtMs: null,
  signal: 'both',
  cues: NO_CHOICES,
  reminders: NO_REMINDERS,
  affect: 'sliders',
  recallMode: 'silent',
  hidesTime: false,
  usesLearnt: true,
  learntSinceMs: null,
};

export const RECALL_MS_RANGE = [15_000, 180_000] as const;
