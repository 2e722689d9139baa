import { RECALL_MODES } from '../../domain/entry/recall-mode';
import type { RecallDraft } from '../journal';
import { DRAFT_FIELDS } from './draft';
import { readFaceOutcome } from './face-outcome';
import { readMemory } from './memory';
import { flag, name, nullable, number, object, oneOf, optional, type Reader, recordOf } from './reader';
import { readTrace } from './trace';

/** Reads `draftFields` of the draft of a recall. */
export const readRecallDraft: Reader<RecallDraft> = object<RecallDraft>({
  ...DRAFT_FIELDS,
  kind: oneOf(['recall']),
  relived: flag,
  page: optional(name),
  memory: readMemory,
  face: readFaceOutcome,
  trace: nullable(readTrace),
  stepDurationsMs: recordOf(number(0)),
  mode: optional(oneOf(RECALL_MODES)),
  againOf: optional(name),
});

export { readTrace } from './trace';
