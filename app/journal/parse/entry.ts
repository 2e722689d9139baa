import type { CheckInEntry, Entry, RecallEntry } from '../../domain/entry';
import { readFaceOutcome } from './face-outcome';
import { readMemory } from './memory';
import { readMoment } from './moment';
import { fieldsOf, flag, name, number, object, oneOf, type Reader, recordOf, text, version } from './reader';
import { readReport } from './report';

const common = {
  version: version(1),
  id: name,
  startedAt: readMoment,
  savedAt: readMoment,
  report: readReport,
  appVersion: text,
};

const readRecall: Reader<RecallEntry> = object<RecallEntry>({
  ...common,
  kind: oneOf(['recall']),
  memory: readMemory,
  face: readFaceOutcome,
  faceDisputed: flag,
  hasTrace: flag,
  stepDurationsMs: recordOf(number(0)),
});

const readCheckIn: Reader<CheckInEntry> = object<CheckInEntry>({ ...common, kind: oneOf(['check-in']) });

/** The version is read first: of a newer format nothing else can be said. */
export const readEntry: Reader<Entry> = (value, path) => {
  const fields = fieldsOf(value, path);
  common.version(fields.version, 'version');
  return oneOf(['recall', 'check-in'])(fields.kind, 'kind') === 'recall'
    ? readRecall(value, path)
    : readCheckIn(value, path);
};
