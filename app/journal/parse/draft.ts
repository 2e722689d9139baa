import type { CheckInDraft, EditDraft } from '../journal';
import { readMemory } from './memory';
import { readMoment } from './moment';
import { fieldsOf, name, nullable, object, oneOf, type Reader, readAt, version } from './reader';
import { readReport } from './report';

/** What every draft has. */
export const DRAFT_FIELDS = { version: version(1), entryId: name, startedAt: readMoment, report: readReport };

const readCheckInDraft: Reader<CheckInDraft> = object<CheckInDraft>({ ...DRAFT_FIELDS, kind: oneOf(['check-in']) });

const readEditDraft: Reader<EditDraft> = object<EditDraft>({
  ...DRAFT_FIELDS,
  kind: oneOf(['edit']),
  memory: nullable(readMemory),
});

const readKind = oneOf(['recall', 'check-in', 'edit']);

/**
 * The fields of a draft and its kind. The oldest drafts have no `kind` and no `relived`: each is of a recall that had reached its
 * report.
 */
export function draftFields(value: unknown): { readonly kind: 'recall' | 'check-in' | 'edit' } {
  const fields = { kind: 'recall', relived: true, ...fieldsOf(value) };
  readAt('version', DRAFT_FIELDS.version, (fields as { version?: unknown }).version);
  return { ...fields, kind: readAt('kind', readKind, fields.kind) };
}

/** Reads `draftFields` of a draft that is of no recall. */
export const readPlainDraft: Reader<CheckInDraft | EditDraft> = (fields) =>
  (fields as { kind: unknown }).kind === 'edit' ? readEditDraft(fields) : readCheckInDraft(fields);
