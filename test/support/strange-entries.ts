import type { CheckInEntry, Entry, RecallEntry } from '../../app/domain/entry/entry';
import type { FaceSummary } from '../../app/domain/face/face-summary';
import { sampleFace, sampleRecall, sampleReport } from './sample-entries';

const at = (epochMs: number, offsetMinutes = 0) => ({ epochMs, zone: 'Nowhere/Else', offsetMinutes });
const NOON = at(Date.UTC(2026, 5, 15, 12), 60);

const checkIn = (id: string, change: Partial<CheckInEntry> = {}): CheckInEntry => ({
  version: 1,
  id,
  kind: 'check-in',
  startedAt: NOON,
  savedAt: NOON,
  report: { ...sampleReport(0.2), note: '', feelings: [{ name: 'calm', intensity: 3 }] },
  appVersion: '0.1.0',
  ...change,
});

const withFeelings = (id: string, names: readonly string[], note = ''): CheckInEntry =>
  checkIn(id, { report: { ...sampleReport(0.2), note, feelings: names.map((name) => ({ name, intensity: 3 })) } });

const recall = (id: string, change: Partial<RecallEntry>): RecallEntry => ({
  ...sampleRecall({ hasTrace: false }),
  startedAt: NOON,
  savedAt: NOON,
  id,
  ...change,
});

const summary = sampleFace().summary as FaceSummary;

/** Ids that are no step of a path, or no text at all. */
export const STRANGE_IDS = ['a.b', '..', 'a/b', '\ud800x', ' ', '%00', '~0041', '#x?y', 'ü'.repeat(180)];

/** The last moment JavaScript knows. */
const LAST_MS = 8.64e15;

/** Entries that an older version took in from a file, though nothing here could have written them. */
export const STRANGE_ENTRIES: readonly Entry[] = [
  ...STRANGE_IDS.map((id) => checkIn(id)),
  checkIn('last', { startedAt: at(LAST_MS), savedAt: at(LAST_MS) }),
  checkIn('last-on', { startedAt: at(LAST_MS, 840), savedAt: at(LAST_MS, 840) }),
  checkIn('first', { startedAt: at(0, -840), savedAt: at(0.5, -840) }),
  checkIn('year-10000', { startedAt: at(253_402_300_799_999, 60), savedAt: NOON }),
  withFeelings('inherited', ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']),
  withFeelings(
    'many-feelings',
    Array.from({ length: 3_000 }, (_, n) => `feeling ${n}`),
  ),
  withFeelings('long-note', [], 'word '.repeat(150_000)),
  withFeelings('long-word', ['x'.repeat(100_000)], 'x'.repeat(200_000)),
  checkIn('far-scale', {
    report: {
      ...sampleReport(0.2),
      valence: { value: 1, raw: 1e308, bounds: [-1e308, 1e308], instrument: 'constructor', instrumentVersion: 1 },
    },
  }),
  recall('inherited-cue', { memory: { ...sampleRecall().memory, cueId: '__proto__', title: '' } }),
  recall('constructor-cue', { memory: { ...sampleRecall().memory, cueId: 'constructor', title: 'x'.repeat(50_000) } }),
  recall('far-times', {
    face: {
      summary: {
        ...summary,
        recallMs: 1e300,
        usableMs: 1e300,
        peaks: [{ expression: 'happiness', onsetMs: -1e300, apexMs: 1e300, offsetMs: 1e300, apexScore: 1 }],
        models: { constructor: 'x', toString: 'y' } as never,
      },
    },
    stepDurationsMs: { constructor: 1e300 } as never,
  }),
  recall('many-peaks', { face: { summary: { ...summary, peaks: Array(5_000).fill(summary.peaks[0]) } } }),
];
