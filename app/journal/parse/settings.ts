import { RECALL_MODES } from '../../domain/entry/recall-mode';
import type { ConsentSaid, Consents } from '../../domain/settings/consents';
import {
  AFFECT_FIELDS,
  DEFAULT_SETTINGS,
  RECALL_MS_RANGE,
  type Settings,
  SIGNALS,
} from '../../domain/settings/settings';
import { readCueChoices } from './cue-choices';
import { EPOCH_MS_RANGE } from './moment';
import {
  fieldsOf,
  flag,
  listOf,
  name,
  nullable,
  number,
  object,
  oneOf,
  type Reader,
  text,
  version,
  wholeNumber,
} from './reader';
import { readReminderChoices } from './reminder-choices';

const readComplete: Reader<Settings> = object<Settings>({
  version: version(1),
  consents: listOf(
    object<ConsentSaid>({ part: name, given: flag, textVersion: wholeNumber(0), atMs: number(...EPOCH_MS_RANGE) }),
  ),
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
  recallMode: oneOf(RECALL_MODES),
  hidesTime: flag,
  usesLearnt: flag,
  learntSinceMs: nullable(number(...EPOCH_MS_RANGE)),
});

/** Before there were parts, one text was agreed to: that the face is read and that the readings are kept. */
function saidAtOnce({ consentVersion, consentAtMs }: Record<string, unknown>): Consents {
  if (consentVersion == null || consentAtMs == null) return [];
  const said = {
    given: true,
    textVersion: wholeNumber(0)(consentVersion),
    atMs: number(...EPOCH_MS_RANGE)(consentAtMs),
  };
  return [
    { part: 'face', ...said },
    { part: 'readings', ...said },
  ];
}

/** A setting that the record lacks has its default, because it is newer than the record. One that is there must be sound. */
export const readSettings: Reader<Settings> = (value) => {
  const fields = fieldsOf(value);
  return readComplete({ ...DEFAULT_SETTINGS, version: undefined, consents: saidAtOnce(fields), ...fields });
};
