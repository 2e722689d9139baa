import type { Changeable, Edit } from '../../domain/entry/edit';
import type { CheckInEntry, Entry, RecallEntry } from '../../domain/entry/entry';
import { RECALL_MODES } from '../../domain/entry/recall-mode';
import { readFaceOutcome, readMisread } from './face-outcome';
import { readMemory } from './memory';
import { readMoment } from './moment';
import { readOrigin } from './origin';
import {
  fieldsOf,
  flag,
  listOf,
  name,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Reader,
  readAt,
  recordOf,
  text,
  version,
} from './reader';
import { readReport } from './report';

const readEdit: Reader<Edit> = object<Edit>({
  at: readMoment,
  before: object<Changeable>({
    startedAt: optional(readMoment),
    report: optional(readReport),
    memory: optional(nullable(readMemory)),
    origin: optional(readOrigin),
  }),
});

const common = {
  version: version(1),
  id: name,
  startedAt: readMoment,
  savedAt: readMoment,
  report: readReport,
  appVersion: text,
  edits: optional(listOf(readEdit)),
};

const readOneRecall = object<Omit<RecallEntry, 'besideId'>>({
  ...common,
  kind: oneOf(['recall']),
  memory: readMemory,
  face: readFaceOutcome,
  faceDisputed: flag,
  misread: optional(listOf(readMisread)),
  hasTrace: flag,
  mode: optional(oneOf(RECALL_MODES)),
  againOf: optional(name),
  stepDurationsMs: recordOf(number(0)),
});

const readRecall: Reader<RecallEntry> = (value) => withBeside(readOneRecall(value), value);

const readOwnCheckIn = object<Omit<CheckInEntry, 'origin' | 'besideId'>>({
  ...common,
  kind: oneOf(['check-in']),
  ofDay: optional(flag),
});

/** `origin` is missing in entries made here, and in those from before there were origins. */
const readCheckIn: Reader<CheckInEntry> = (value) => {
  const entry = withBeside(readOwnCheckIn(value), value);
  const { origin } = fieldsOf(value);
  return origin === undefined ? entry : { ...entry, origin: readAt('origin', readOrigin, origin) };
};

/** `besideId` is missing in most entries: those with one version, and those from before there could be several. */
function withBeside<T extends object>(entry: T, value: unknown): T & { readonly besideId?: string } {
  const { besideId } = fieldsOf(value);
  return besideId === undefined ? entry : { ...entry, besideId: readAt('besideId', name, besideId) };
}

const readKind = oneOf(['recall', 'check-in']);

/** The version is read first, because nothing else is known about a newer format. */
export const readEntry: Reader<Entry> = (value) => {
  const fields = fieldsOf(value);
  readAt('version', common.version, fields.version);
  return readAt('kind', readKind, fields.kind) === 'recall' ? readRecall(value) : readCheckIn(value);
};
