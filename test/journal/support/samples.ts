import type { CheckInEntry, RecallEntry } from '../../../app/domain/entry/entry';
import { noScores } from '../../../app/domain/face/expression';
import type { FaceSummary } from '../../../app/domain/face/face-summary';
import type { Trace } from '../../../app/domain/face/trace';
import { momentAt } from '../../../app/domain/moment/moment';
import { sliderRating } from '../../../app/domain/report/rating';
import { emptyReport } from '../../../app/domain/report/report';
import type { CheckInDraft, RecallDraft } from '../../../app/journal/journal';

export const NOON_MS = Date.parse('2026-11-22T12:00:00Z');

export const faceSummary: FaceSummary = {
  expression: { ...noScores(), neutral: 0.4, happiness: 0.5, sadness: 0.1 },
  facialValence: 0.4,
  facialValenceHalfWidth: 0.15,
  baselineFacialValence: 0,
  usableShare: 0.94,
  usableMs: 42_300,
  readings: 450,
  peaks: [{ expression: 'happiness', onsetMs: 20_000, apexMs: 24_000, offsetMs: 30_000, apexScore: 0.9 }],
  turn: { atMs: 22_000, from: 'sadness', to: 'happiness', fromValence: -0.35, toValence: 0.7 },
  recallMs: 45_000,
  models: { landmarks: 'facemesh 1', expression: 'emotion 1' },
  backend: 'wasm',
};

export const recall = (change: Partial<RecallEntry> = {}): RecallEntry => ({
  version: 1,
  id: 'first',
  kind: 'recall',
  startedAt: momentAt(NOON_MS, 'Europe/Berlin'),
  savedAt: momentAt(NOON_MS + 120_000, 'Europe/Berlin'),
  memory: {
    title: 'First snow on the hill',
    cueId: 'snow',
    direction: 'past',
    when: 'childhood',
    specificity: 'specific',
    selfRelevance: 5,
    expectedValence: 'positive',
    vividness: 6,
  },
  report: { valence: sliderRating(86), arousal: null, feelings: [{ name: 'joyful', intensity: 4 }], note: '' },
  face: { summary: faceSummary },
  faceDisputed: false,
  hasTrace: true,
  stepDurationsMs: { recall: 45_000 },
  appVersion: '0.1.0',
  ...change,
});

export const checkIn = (id: string, startedMs: number): CheckInEntry => ({
  version: 1,
  id,
  kind: 'check-in',
  startedAt: momentAt(startedMs, 'UTC'),
  savedAt: momentAt(startedMs + 9_000, 'UTC'),
  report: { ...emptyReport(), valence: sliderRating(60) },
  appVersion: '0.1.0',
});

/** Three readings; in the second there is no face. */
export const trace = (entryId = 'first'): Trace => ({
  version: 1,
  entryId,
  segments: [{ phase: 'recall', startMs: 0, endMs: 300 }],
  tMs: Float64Array.of(0, 100.5, 200),
  presence: Float32Array.of(0.99, 0.1, 0.98),
  expression: Float32Array.from([1, NaN, 0].flatMap((score) => [1 - score, score, 0, 0, 0, 0, 0, 0])),
  facialValence: Float32Array.of(1, NaN, 0),
  pose: Float32Array.of(0, 0, 0, NaN, NaN, NaN, 0.1, -0.1, 0),
  eyeOpenness: Float32Array.of(0.3, 0.31, NaN, NaN, 0.2, 0.2),
});

export const draft = (change: Partial<RecallDraft> = {}): RecallDraft => ({
  version: 1,
  kind: 'recall',
  relived: true,
  entryId: 'first',
  startedAt: momentAt(NOON_MS, 'Europe/Berlin'),
  memory: recall().memory,
  report: recall().report,
  face: { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 },
  trace: null,
  stepDurationsMs: {},
  ...change,
});

export const checkInDraft = (change: Partial<CheckInDraft> = {}): CheckInDraft => ({
  version: 1,
  kind: 'check-in',
  entryId: 'quick',
  startedAt: momentAt(NOON_MS, 'Europe/Berlin'),
  report: recall().report,
  ...change,
});
