import type { Script } from './script';

/** Every script begins with a face at rest, in milliseconds: its baseline. */
export const BASELINE_MS = 2_000;

/** One movement after the other, then a head that turns, then a mouth that talks: what a recall can hold, in less than half a minute. */
export const EVERYTHING: Script = {
  seed: 11,
  lengthMs: 26_000,
  blinks: [900, 3_000, 14_300],
  units: [
    { unit: 12, onsetMs: 3_600, offsetMs: 5_000 },
    { unit: 6, onsetMs: 3_600, offsetMs: 5_000 },
    { unit: 1, onsetMs: 5_400, offsetMs: 6_800 },
    { unit: 2, onsetMs: 5_400, offsetMs: 6_800 },
    { unit: 4, onsetMs: 7_200, offsetMs: 8_600 },
    { unit: 26, onsetMs: 9_000, offsetMs: 10_400 },
    { unit: 25, onsetMs: 9_000, offsetMs: 10_400 },
    { unit: 43, onsetMs: 10_800, offsetMs: 12_000 },
    { unit: 43, onsetMs: 12_400, offsetMs: 13_600, side: 'left' },
  ],
  turns: [
    { onsetMs: 14_800, offsetMs: 16_300, yawDeg: 25 },
    { onsetMs: 16_300, offsetMs: 17_800, yawDeg: -25 },
    { onsetMs: 17_800, offsetMs: 19_200, pitchDeg: 15 },
    { onsetMs: 19_200, offsetMs: 20_600, pitchDeg: -15 },
  ],
  talks: [{ fromMs: 21_200, toMs: 25_500 }],
};

const LONG_MS = BASELINE_MS + 60_000;

/** A minute in which the head turns to all sides and moves about the frame, and the face does nothing. */
export const TURNING: Script = {
  seed: 12,
  lengthMs: LONG_MS,
  blinks: [1_000, 9_000, 21_000, 33_500, 47_000],
  turns: Array.from({ length: 20 }, (_, at) => {
    const turn = [
      { yawDeg: 25 },
      { yawDeg: -25 },
      { pitchDeg: 15 },
      { pitchDeg: -15 },
      { yawDeg: 18, pitchDeg: 10 },
      { yawDeg: -18, pitchDeg: 10, rollDeg: 12 },
      { yawDeg: 18, pitchDeg: -10 },
      { yCm: 7 },
      { xCm: 8, yCm: -6 },
      { rollDeg: -15, xCm: -6 },
    ][at % 10]!;
    const onsetMs = BASELINE_MS + 3_000 * at;
    // Every second round is quicker.
    return { ...turn, onsetMs, offsetMs: onsetMs + (at < 10 ? 2_900 : 1_800) };
  }),
};

/** A minute of talking with its pauses, and a face that does nothing else. */
export const TALKING: Script = {
  seed: 13,
  lengthMs: LONG_MS,
  blinks: [1_000, 8_000, 19_000, 30_500, 43_000, 55_000],
  talks: [
    { fromMs: BASELINE_MS, toMs: 20_000 },
    { fromMs: 22_500, toMs: 41_000 },
    { fromMs: 42_200, toMs: LONG_MS - 500 },
  ],
};

/** The same minute told aloud after a baseline that was told aloud, with a smile in it. */
export const SMILING_WHILE_TALKING: Script = {
  ...TALKING,
  talks: [{ fromMs: 0, toMs: LONG_MS }],
  units: [
    { unit: 12, onsetMs: 30_000, offsetMs: 34_000 },
    { unit: 6, onsetMs: 30_000, offsetMs: 34_000 },
  ],
};

/**
 * A recall as a camera sees it, which opens where the recall begins: a smile, brows drawn together, and a smaller smile. None of them
 * lasts long enough to count in the middle of a baseline.
 */
export const REMEMBERING: Script = {
  seed: 14,
  lengthMs: 75_000,
  blinks: [2_000, 4_000, 11_500, 13_000, 20_000, 27_000, 33_000, 39_000, 45_000, 52_000, 60_000, 67_000],
  units: [
    { unit: 12, onsetMs: 5_000, offsetMs: 10_500 },
    { unit: 6, onsetMs: 5_500, offsetMs: 10_000 },
    { unit: 4, onsetMs: 14_500, offsetMs: 18_500 },
    { unit: 12, onsetMs: 22_000, offsetMs: 25_500, intensity: 0.6 },
  ],
  turns: [{ onsetMs: 11_000, offsetMs: 13_500, yawDeg: 10, pitchDeg: -6 }],
};
