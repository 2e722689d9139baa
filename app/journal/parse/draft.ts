import type { CheckInDraft, Draft, EditDraft, RecallDraft } from '../journal';
import { readFaceOutcome } from './face-outcome';
import { readMemory } from './memory';
import { readMoment } from './moment';
import {
  fieldsOf,
  flag,
  name,
  nullable,
  number,
  object,
  oneOf,
  type Reader,
  readAt,
  recordOf,
  version,
} from './reader';
import { readReport } from './report';
import { readTrace } from './trace';

const common = { version: version(1), entryId: name, startedAt: readMoment, report: readReport };

const readRecallDraft: Reader<RecallDraft> = object<RecallDraft>({
  ...common,
  kind: oneOf(['recall']),
  relived: flag,
  memory: readMemory,
  face: readFaceOutcome,
  trace: nullable(readTrace),
  stepDurationsMs: recordOf(number(0)),
});

const readCheckInDraft: Reader<CheckInDraft> = object<CheckInDraft>({ ...common, kind: oneOf(['check-in']) });

const readEditDraft: Reader<EditDraft> = object<EditDraft>({
  ...common,
  kind: oneOf(['edit']),
  memory: nullable(readMemory),
});

const READERS = { recall: readRecallDraft, 'check-in': readCheckInDraft, edit: readEditDraft };

const readKind = oneOf(Object.keys(READERS) as (keyof typeof READERS)[]);

/** The oldest drafts have no `kind` and no `relived`: each is of a recall that had reached its report. */
export const readDraft: Reader<Draft> = (value) => {
  const fields = { kind: 'recall', relived: true, ...fieldsOf(value) };
  readAt('version', common.version, (fields as { version?: unknown }).version);
  return READERS[readAt('kind', readKind, fields.kind)](fields);
};
