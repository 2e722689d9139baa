import { type Clock, systemClock } from '../base/clock';
import type { Settings } from '../domain/settings/settings';
import type { Journal } from '../journal/journal';
import type { Vault } from '../journal/vault/vault';
import type { CheckInSession } from '../session/check-in';
import { LiveSessions } from '../session/live-sessions';
import type { RecallSession } from '../session/machine/snapshot';
import { CurrentSettings } from './current-settings';

declare const __APP_VERSION__: string;

/** What the capabilities of one page work with, and share. */
export interface Page {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly settings: Pick<CurrentSettings, 'now'>;
  /** Its journal is the sample. See: [Note: The sample journal] */
  readonly inSample: boolean;
  /** The sessions under way, by kind. */
  readonly live: {
    readonly recalls: LiveSessions<RecallSession>;
    readonly checkIns: LiveSessions<CheckInSession>;
  };
}

/** This page, with the journal it has opened and the settings it was opened with. */
export const openPage = (journal: Journal, vault: Vault, settings: Settings, inSample = false): Page => ({
  journal,
  vault,
  clock: systemClock,
  appVersion: __APP_VERSION__,
  settings: new CurrentSettings(journal, vault, settings),
  inSample,
  live: { recalls: new LiveSessions(), checkIns: new LiveSessions() },
});
