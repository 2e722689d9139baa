import { consentTo } from '../../domain/settings/consents';
import type { RecallDraft } from '../../journal/journal';
import type { SessionOptions } from '../ports';
import { type SessionState, startState } from './transitions';

/**
 * Where a session begins: with its consent text unless this version of it was agreed to, or where its draft was left: in the report,
 * or at a question of *choose*, where a memory that is relived again begins as well. A recall that was cut off before its end starts again: half of it would say something else of
 * the face than the whole.
 */
export function firstState(
  { settings, consentVersion, again }: SessionOptions,
  draft: RecallDraft | null,
): SessionState {
  if (!draft?.relived) {
    const start = startState(consentTo(settings.consents, 'face', consentVersion), settings.recallMode);
    const isNamed = draft ? draft.page !== undefined : again != null;
    return isNamed && start.step === 'prepare' ? { ...start, step: 'choose' } : start;
  }
  const noCamera = draft.face.summary === null && draft.face.reason === 'no-camera';
  return { ...startState(true, draft.mode ?? 'silent'), step: 'report', camera: noCamera ? 'without' : 'paused' };
}
