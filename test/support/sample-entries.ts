import type { CheckInEntry, Entry, RecallEntry } from '../../app/domain/entry/entry';
import { facialValence, noScores } from '../../app/domain/face/expression';
import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import type { FaceOutcome } from '../../app/domain/face/face-summary';
import type { Trace } from '../../app/domain/face/trace';
import { momentAt } from '../../app/domain/moment/moment';
import { sliderRating } from '../../app/domain/report/rating';
import { emptyReport, type Report } from '../../app/domain/report/report';
import { movedFace } from '../dynamics/units/moved-face';

/** Sunday 22 November 2026, 09:41 in Berlin: the "now" of every preview and view test. */
export const NOW_MS = Date.UTC(2026, 10, 22, 8, 41);
export const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;

export const sampleReport = (valence: number | null = 0.72, change: Partial<Report> = {}): Report => ({
  ...emptyReport(),
  valence: valence === null ? null : sliderRating(50 + 50 * valence),
  arousal: sliderRating(62),
  feelings: [
    { name: 'grateful', intensity: 4 },
    { name: 'wistful', intensity: 2 },
  ],
  note: 'The sledge was faster than either of us.\nYou could hear the whole valley being quiet.',
  ...change,
});

/** A face outcome with a summary whose mean facial valence is `valence`, -0.5..0.6. */
export function sampleFace(valence = 0.4): FaceOutcome {
  const expression = { ...noScores(), neutral: 0.3, happiness: 0.35 + valence / 2, sadness: 0.35 - valence / 2 };
  return {
    summary: {
      expression,
      facialValence: facialValence(expression),
      facialValenceHalfWidth: 0.15,
      baselineFacialValence: 0.02,
      usableShare: 0.94,
      usableMs: 42_300,
      readings: 450,
      peaks: [{ expression: 'happiness', onsetMs: 24_000, apexMs: 27_500, offsetMs: 36_000, apexScore: 0.86 }],
      units: [
        { unit: 'AU1', onsetMs: 3_200, apexMs: 9_000, offsetMs: 15_600, strength: 1.9, side: null },
        { unit: 'AU12', onsetMs: 24_000, apexMs: 32_000, offsetMs: 44_900, strength: 1.6, side: null },
        { unit: 'AU25', onsetMs: 30_100, apexMs: 30_900, offsetMs: 33_000, strength: 1.3, side: null },
      ],
      states: {
        blinks: { count: 9, perMinute: 12.8, meanMs: 190 },
        closedShare: null,
        stretches: {
          'eyes-closed': [{ onsetMs: 4_100, offsetMs: 16_300 }],
          'gaze-down': [{ onsetMs: 17_200, offsetMs: 20_400 }],
          yawn: [],
          nod: [{ onsetMs: 39_000, offsetMs: 40_700 }],
          talking: [],
          quiet: null,
        },
      },
      turn: { from: 'sadness', to: 'happiness', atMs: 22_000, fromValence: -0.35, toValence: 0.7 },
      recallMs: 45_000,
      models: { detector: 'blazeface-front 1', landmarks: 'facemesh 1', iris: 'iris 1', expression: 'emotion 1' },
      backend: 'webgpu',
    },
  };
}

/** The entry as another version of the expression model would have left it; null: one that did not say which it was. */
export function readBy(entry: Entry, expression: string | null): Entry {
  if (entry.kind !== 'recall' || !entry.face.summary) return entry;
  const models = expression === null ? {} : { ...entry.face.summary.models, expression };
  return { ...entry, face: { summary: { ...entry.face.summary, models } } };
}

export const sampleRecall = (change: Partial<RecallEntry> = {}): RecallEntry => ({
  version: 1,
  id: 'recall-1',
  kind: 'recall',
  startedAt: momentAt(NOW_MS - 22 * HOUR_MS, ZONE),
  savedAt: momentAt(NOW_MS - 22 * HOUR_MS + 150_000, ZONE),
  report: sampleReport(),
  appVersion: '0.1.0',
  memory: {
    title: 'First snow on the hill',
    cueId: 'kitchen',
    direction: 'past',
    when: 'childhood',
    specificity: 'specific',
    selfRelevance: 5,
    expectedValence: 'positive',
    vividness: 6,
  },
  face: sampleFace(),
  faceDisputed: false,
  hasTrace: true,
  stepDurationsMs: { baseline: 10_000, recall: 45_000 },
  ...change,
});

export const sampleCheckIn = (change: Partial<CheckInEntry> = {}): CheckInEntry => ({
  version: 1,
  id: 'check-in-1',
  kind: 'check-in',
  startedAt: momentAt(NOW_MS - 3 * HOUR_MS, ZONE),
  savedAt: momentAt(NOW_MS - 3 * HOUR_MS + 9_000, ZONE),
  report: sampleReport(0.3, { feelings: [{ name: 'calm', intensity: 3 }], note: '' }),
  appVersion: '0.1.0',
  ...change,
});

const TITLES = [
  'First snow on the hill',
  'The kitchen in Ostrava, before everyone was up',
  'Saying goodbye at the gate',
  'Ana laughing at the map',
  'The exam I thought I had failed',
  'Next summer, the lake',
  'The empty flat',
  'Grandfather’s workshop',
  'Getting off at the wrong station',
];

/** `count` entries, newest first, one every 31 hours; every fifth a check-in, every seventh recall without a face. */
export function sampleEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index): Entry => {
    const startedAt = momentAt(NOW_MS - (14 + index * 31) * HOUR_MS, ZONE);
    const valence = Math.round(100 * (0.55 * Math.sin(index * 0.7) + 0.15)) / 100;
    if (index % 5 === 4) {
      return sampleCheckIn({
        id: `entry-${index}`,
        startedAt,
        report: sampleReport(valence, {
          feelings: [{ name: valence > 0 ? 'content' : 'tired', intensity: 3 }],
          note: '',
        }),
      });
    }
    const base = sampleRecall();
    const face: FaceOutcome =
      index % 7 === 6
        ? { summary: null, reason: 'too-little-usable', usableMs: 12_400, usableShare: 0.28 }
        : sampleFace(valence * 0.55 + 0.22 * Math.sin(index * 2.9));
    return sampleRecall({
      id: `entry-${index}`,
      startedAt,
      report: sampleReport(valence),
      face,
      memory: { ...base.memory, title: TITLES[index % TITLES.length]! },
    });
  });
}

/** A trace of 10 s of baseline and 45 s of recall in which sadness gives way to happiness; 10 readings a second. */
export function sampleTrace(entryId = 'recall-1'): Trace {
  const n = 550;
  const width = FACE_MEASURES.length;
  const trace = {
    version: 2,
    entryId,
    segments: [
      { phase: 'baseline', startMs: 0, endMs: 10_000 },
      { phase: 'recall', startMs: 10_000, endMs: 55_000 },
    ],
    tMs: new Float64Array(n),
    presence: new Float32Array(n).fill(0.98),
    expression: new Float32Array(n * 8),
    facialValence: new Float32Array(n),
    pose: new Float32Array(n * 3),
    eyeOpenness: new Float32Array(n * 2).fill(0.3),
    measures: new Float32Array(n * width),
  } satisfies Trace;
  for (let row = 0; row < n; row += 1) {
    trace.tMs[row] = row * 100;
    const t = Math.max(0, (row - 100) / 450);
    const happiness = 0.8 / (1 + Math.exp(-(t - 0.5) * 16));
    const sadness = row < 100 ? 0.05 : 0.55 * Math.exp(-(((t - 0.2) / 0.22) ** 2));
    const surprise = 0.18 * Math.exp(-(((t - 0.47) / 0.06) ** 2));
    trace.expression.set([1 - happiness - sadness - surprise, happiness, surprise, sadness, 0, 0, 0, 0], row * 8);
    trace.facialValence[row] = happiness - sadness;
    const smile = {
      corner_out: happiness,
      corner_up: 0.6 * happiness,
      mouth_width: 1.6 * happiness,
      fold: 0.3 * happiness,
    };
    const moves = { ...smile, mouth_curve: 0.6 * (happiness - sadness), brow_inner: 0.6 * sadness };
    trace.measures.set(movedFace(row < 100 ? {} : moves), row * width);
  }
  return trace;
}
