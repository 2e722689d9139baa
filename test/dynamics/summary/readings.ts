import { numbersFrom } from '../../../app/base/seeded';
import { type Expression, facialValence, noScores } from '../../../app/domain/face/expression';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import type { FaceReading, FrameReading } from '../../../app/domain/face/face-reading';
import { LANDMARK_COUNT } from '../../../app/domain/face/mesh';
import type { PhaseReading } from '../../../app/dynamics/summary/phase-readings';

const LANDMARKS = new Float32Array(LANDMARK_COUNT * 3);

export const scores = (change: Partial<Record<Expression, number>>): Record<Expression, number> => {
  const others = Object.values(change).reduce((sum, value) => sum + value, 0);
  return { ...noScores(), neutral: 1 - others, ...change };
};

/** A face as the pipeline gives it: central, frontal, neutral unless told. */
export function face(change: Partial<FaceReading> = {}): FaceReading {
  const expression = change.expression ?? scores({});
  return {
    tMs: 0,
    presence: 0.99,
    facesSeen: 1,
    doubt: null,
    box: { x: 0.3, y: 0.25, width: 0.4, height: 0.5 },
    landmarks: LANDMARKS,
    pose: { yaw: 0, pitch: 0, roll: 0, distanceCm: 40 },
    facialValence: facialValence(expression),
    eyes: { left: { openness: 0.3, iris: [0.6, 0.4] }, right: { openness: 0.3, iris: [0.4, 0.4] } },
    gaze: 'on-screen',
    measures: new Float32Array(FACE_MEASURES.length),
    stageMs: { total: 10 },
    expression,
    ...change,
  };
}

export const faceReading = (change: Partial<FaceReading> = {}): FrameReading => ({ face: face(change) });

export const noFace = (presence = 0.1): FrameReading => ({ face: null, tMs: 0, presence, facesSeen: 0, stageMs: {} });

/** Usable readings at ten a second with these scores, one each. */
export const phase = (all: readonly Partial<Record<Expression, number>>[]): PhaseReading[] =>
  all.map((change, i) => ({
    row: i,
    tMs: i * 100,
    heldMs: 100,
    hasFace: true,
    usable: true,
    yaw: 0,
    pitch: 0,
    facialValence: facialValence(scores(change)),
    expression: scores(change),
    measures: null,
  }));

export const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** Seeded noise for statistics whose claim is about chance. */
export const seeded = numbersFrom;
