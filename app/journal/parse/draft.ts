import type { Draft } from '../journal';
import { readFaceOutcome } from './face-outcome';
import { readMemory } from './memory';
import { readMoment } from './moment';
import { name, nullable, number, object, type Reader, recordOf, version } from './reader';
import { readReport } from './report';
import { readTrace } from './trace';

export const readDraft: Reader<Draft> = object<Draft>({
  version: version(1),
  entryId: name,
  startedAt: readMoment,
  memory: readMemory,
  report: readReport,
  face: readFaceOutcome,
  trace: nullable(readTrace),
  stepDurationsMs: recordOf(number(0)),
});
