import {
  AFFECT_FIELDS,
  DEFAULT_SETTINGS,
  RECALL_MS_RANGE,
  type Settings,
  SIGNALS,
} from '../../domain/settings/settings';
import { readCueChoices } from './cue-choices';
import { EPOCH_MS_RANGE } from './moment';
import { fieldsOf, flag, nullable, number, object, oneOf, type Reader, text, version, wholeNumber } from './reader';
import { readReminderChoices } from './reminder-choices';

const readComplete: Reader<Settings> = object<Settings>({
  version: version(1),
  consentVersion: nullable(wholeNumber(0)),
  consentAtMs: nullable(number(...EPOCH_MS_RANGE)),
  recallMs: number(...RECALL_MS_RANGE),
  baselinesTaken: wholeNumber(0),
  theme: oneOf(['system', 'light', 'dark']),
  backend: oneOf(['auto', 'wasm']),
  persisted: nullable(flag),
  installCardDismissed: flag,
  seenVersion: nullable(text),
  lastBackupAtMs: nullable(number(...EPOCH_MS_RANGE)),
  backupReminderDismissedAtMs: nullable(number(...EPOCH_MS_RANGE)),
  signal: oneOf(SIGNALS),
  cues: readCueChoices,
  reminders: readReminderChoices,
  affect: oneOf(AFFECT_FIELDS),
});

/** A setting that the record lacks has its default, because it is newer than the record. One that is there must be sound. */
export const readSettings: Reader<Settings> = (value) =>
  readComplete({ ...DEFAULT_SETTINGS, version: undefined, ...fieldsOf(value) });
