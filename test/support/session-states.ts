import { FRAMINGS } from '../../app/domain/face/framing';
import { FAILURES, type FailureCode } from '../../app/domain/failure/failure';
import { emptyReport } from '../../app/domain/report/report';
import type { SessionSnapshot } from '../../app/session/machine/snapshot';
import { fakeCamera, fakeReading } from './fake-face';
import { snapshotWith } from './fake-session';
import { sampleFace, sampleRecall, sampleReport, sampleTrace } from './sample-entries';

type Change = Partial<SessionSnapshot>;

const memory = sampleRecall().memory;
const recollected = { ...memory, date: '1998-07', oneOccasion: true, perspective: 'observer', reliving: 5 } as const;
const peopled = () =>
  sampleReport(null, {
    tags: [
      { kind: 'person', name: 'Ana' },
      { kind: 'person', name: 'my brother' },
      { kind: 'place', name: 'the hill behind the house' },
    ],
  });
const recall: Change = { step: 'recall', camera: 'on', memory, elapsedMs: 13_000, durationMs: 45_000 };
const review: Change = {
  step: 'review',
  camera: 'on',
  memory,
  report: sampleReport(),
  face: sampleFace(),
  trace: sampleTrace(),
};
const noSummary: Change = {
  ...review,
  trace: null,
  face: { summary: null, reason: 'too-little-usable', usableMs: 12_400, usableShare: 0.28 },
};

/** Every screen a recall can show, by name: for tests that look at all of them, and for the preview. */
export const SESSION_STATES: Readonly<Record<string, () => Change>> = {
  consent: () => ({}),
  'prepare-asking': () => ({ step: 'prepare' }),
  'prepare-permission': () => ({ step: 'prepare', camera: 'opening' }),
  'prepare-download': () => ({
    step: 'prepare',
    camera: 'opening',
    progress: { loadedBytes: 4_200_000, totalBytes: 11_300_000, step: 'landmarks' },
  }),
  'prepare-without': () => ({ step: 'prepare', camera: 'without' }),
  'prepare-aloud': () => ({
    step: 'prepare',
    camera: 'on',
    framing: 'ok',
    mode: 'aloud',
    media: fakeCamera(),
    reading: fakeReading(),
  }),
  ...Object.fromEntries(
    FRAMINGS.map((framing) => [
      `prepare-${framing}`,
      () => ({
        step: 'prepare',
        camera: 'on',
        framing,
        media: fakeCamera(),
        reading: framing === 'no-face' ? null : fakeReading(),
      }),
    ]),
  ),
  baseline: () => ({ step: 'baseline', camera: 'on', elapsedMs: 4_000, durationMs: 10_000 }),
  talking: () => ({ step: 'talking', camera: 'on', mode: 'aloud', elapsedMs: 4_000, durationMs: 10_000 }),
  'baseline-paused': () => ({ step: 'baseline', camera: 'paused', paused: true, elapsedMs: 4_000, durationMs: 10_000 }),
  choose: () => ({ step: 'choose' }),
  'choose-named': () => ({ step: 'choose', memory }),
  'choose-when': () => ({ step: 'choose', memory: { ...memory, when: 'years', date: '2019-07' }, page: 'when' }),
  'choose-people': () => ({ step: 'choose', memory, report: peopled(), page: 'people' }),
  'choose-self': () => ({ step: 'choose', memory, page: 'selfRelevance' }),
  'choose-ready': () => ({ step: 'choose', memory: recollected, report: peopled(), page: 'ready' }),
  'choose-own': () => ({ step: 'choose', cue: null, camera: 'without' }),
  recall: () => recall,
  'recall-opening': () => ({ ...recall, camera: 'opening', elapsedMs: 0 }),
  'recall-without': () => ({ ...recall, camera: 'without' }),
  'recall-aloud': () => ({ ...recall, mode: 'aloud' }),
  'recall-timeless': () => ({ ...recall, hidesTime: true }),
  'recall-paused': () => ({ ...recall, camera: 'paused', paused: true }),
  support: () => ({ ...recall, camera: 'paused', paused: true, stopping: true }),
  'support-without': () => ({ ...recall, camera: 'without', paused: true, stopping: true }),
  rest: () => ({ step: 'rest', camera: 'on', memory, elapsedMs: 2_000, durationMs: 5_000 }),
  report: () => ({ step: 'report', camera: 'on', memory: { ...memory, vividness: null }, report: emptyReport() }),
  'report-words': () => ({ step: 'report', camera: 'on', memory: recollected, page: 'words' }),
  'report-filled': () => ({ step: 'report', camera: 'on', memory, report: sampleReport() }),
  review: () => review,
  'review-without': () => noSummary,
  'review-saving': () => ({ ...review, saving: true }),
  'review-failed': () => ({ ...review, failure: 'save-failed' }),
  saved: () => ({ step: 'saved', memory, report: sampleReport(), entryId: 'recall-1' }),
  'saved-heavy': () => ({ step: 'saved', memory, report: sampleReport(-0.6), entryId: 'recall-1' }),
  discarded: () => ({ step: 'discarded' }),
  'discarded-erasing': () => ({ step: 'discarded', saving: true }),
  ...Object.fromEntries(FAILURES.map((failure) => [`failure-${failure}`, () => failing(failure)])),
};

/** Each failure in a step where it can happen. */
function failing(failure: FailureCode): Change {
  if (failure === 'camera-lost' || failure === 'page-hidden' || failure === 'model-run') {
    return { ...recall, camera: 'paused', paused: true, failure };
  }
  if (failure.startsWith('journal-')) return { step: 'report', memory, failure };
  if (failure === 'erase-failed') return { step: 'discarded', failure };
  return failure === 'save-failed' ? { ...review, failure } : { step: 'prepare', failure };
}

/** The whole snapshot of a state. Throws RangeError for a name that does not exist. */
export function sessionState(name: string): SessionSnapshot {
  const state = SESSION_STATES[name];
  if (!state) throw new RangeError(`no state ${name}`);
  return snapshotWith(state());
}
