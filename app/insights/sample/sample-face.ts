import { clamp } from '../../base/clamp';
import { MINUTE_MS } from '../../base/time';
import type { ActionUnit, UnitEvent } from '../../domain/face/action-unit';
import { type Expression, facialValence, noScores } from '../../domain/face/expression';
import type { FaceOutcome, Peak } from '../../domain/face/face-summary';
import type { Random } from '../../statistics/resampling/random';

const RECALL_MS = 45_000;
const READINGS = 450;
/** Furthest that a mean of a recall goes to either side. */
const MOST = 0.6;
/** Half widths of the mean of a recall begin here and go so much further. */
const LEAST_HALF_WIDTH = 0.08;
const HALF_WIDTH_SPREAD = 0.08;
/** Blinks a minute at the least, and what is added of them at the most. */
const USUAL_BLINKS = 10;
const BLINK_SPREAD = 12;
/** Shares of recalls without a readable face. */
const NO_FACE = 0.08;

/** What read the made-up faces: a name of its own, so that they are compared with no real one. */
export const SAMPLE_MODELS = { expression: 'sample 1', landmarks: 'sample 1' } as const;

/**
 * A face outcome of the mean facial valence `wanted`, or now and then none: score of happiness less that of one other expression, with the
 * peaks and units that go with it.
 *
 * @example sampleFace(0.2, randomFrom(1)).summary.facialValence // 0.2
 */
export function sampleFace(wanted: number, random: Random): FaceOutcome {
  if (random.uniform() < NO_FACE)
    return { summary: null, reason: 'too-little-usable', usableMs: 11_000 + random.below(8_000), usableShare: 0.3 };
  const valence = clamp(wanted, -MOST, MOST);
  const other = (['sadness', 'sadness', 'anger', 'fear'] as const)[random.below(4)]!;
  const happiness = 0.3 + valence / 2;
  const expression = { ...noScores(), neutral: 0.35, surprise: 0.05, happiness, [other]: happiness - valence };
  return {
    summary: {
      expression,
      facialValence: facialValence(expression),
      facialValenceHalfWidth: LEAST_HALF_WIDTH + HALF_WIDTH_SPREAD * random.uniform(),
      baselineFacialValence: 0.02,
      usableShare: 0.9 + 0.1 * random.uniform(),
      usableMs: RECALL_MS * 0.94,
      readings: READINGS,
      peaks: valence > 0.2 ? [peak('happiness', random)] : valence < -0.2 ? [peak(other, random)] : [],
      units: unitsOf(valence, random),
      turn: null,
      recallMs: RECALL_MS,
      models: SAMPLE_MODELS,
      backend: 'sample',
    },
  };
}

function peak(expression: Expression, random: Random): Peak {
  const onsetMs = 5_000 + random.below(25_000);
  return { expression, onsetMs, apexMs: onsetMs + 2_000, offsetMs: onsetMs + 6_000, apexScore: 0.75 };
}

/** How often each unit is there at a valence of 0, and how that changes with it: smiles on one side, brows and mouth on the other. */
const UNIT_RATES: readonly (readonly [unit: ActionUnit, rate: number, slope: number])[] = [
  ['AU6', 0.25, 0.6],
  ['AU12', 0.4, 0.9],
  ['AU25', 0.3, 0.2],
  ['AU1', 0.2, -0.3],
  ['AU4', 0.25, -0.6],
  ['AU15', 0.15, -0.4],
];

const unitsOf = (valence: number, random: Random): UnitEvent[] =>
  UNIT_RATES.filter(([, rate, slope]) => random.uniform() < rate + slope * valence)
    .map(([unit]): UnitEvent => {
      const onsetMs = 2_000 + random.below(30_000);
      return {
        unit,
        onsetMs,
        apexMs: onsetMs + 1_500,
        offsetMs: onsetMs + 5_000,
        strength: 1 + random.uniform(),
        side: null,
      };
    })
    .sort((a, b) => a.onsetMs - b.onsetMs);

/** What is seen of the eyes of somebody who never yawns or nods, and blinks `more` times a minute than usual. */
export function withBlinks(face: FaceOutcome, more: number): FaceOutcome {
  const { summary } = face;
  if (!summary) return face;
  // From a number that is random already, so that the rest of the journal stays as it is.
  const spread = ((summary.facialValenceHalfWidth ?? LEAST_HALF_WIDTH) - LEAST_HALF_WIDTH) / HALF_WIDTH_SPREAD;
  const perMinute = USUAL_BLINKS + BLINK_SPREAD * spread + more;
  const minutes = summary.usableMs / MINUTE_MS;
  return {
    summary: {
      ...summary,
      states: {
        blinks: { count: Math.round(perMinute * minutes), perMinute, meanMs: 190 },
        closedShare: null,
        stretches: { 'eyes-closed': [], 'gaze-down': [], yawn: [], nod: [], talking: [], quiet: [] },
      },
    },
  };
}
