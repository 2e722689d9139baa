import { join } from 'node:path';
import { MINUTE_MS } from '../../../app/base/time';
import type { StateStretch } from '../../../app/domain/face/face-states';
import { findBlinks } from '../../../app/dynamics/states/blinks';
import { median } from '../../../app/statistics/median';
import { type BlinkFigures, blinkFigures } from './blink-figures';
import { readTable } from './labels';

/** Frames a second, by the manual of the device. */
const RATE = 50;
const FRAME_MS = 1000 / RATE;

export interface BlinkSeriesFigures {
  /** Every frame, and as many as a trace keeps. */
  readonly all: BlinkFigures;
  readonly atTraceRate: BlinkFigures;
}

/** The detector on a series of eye aspect ratios of another landmark model, whose blinks a person marked. */
export function evaluateBlinkSeries(folder: string): BlinkSeriesFigures {
  const rows = readTable(join(folder, 'blink-ear.csv'), ['frame', 'ear', 'phase']);
  const series = rows.map(({ frame, ear }) => ({ tMs: Number(frame) * FRAME_MS, openness: Number(ear) }));
  const eyes = { openness: median(series.map(({ openness }) => openness)) };
  const seen = runsOf(rows.map(({ phase }) => phase !== 'open'));
  const figures = (every: number): BlinkFigures =>
    blinkFigures(
      findBlinks(
        series.filter((_, at) => at % every === 0),
        eyes,
      ),
      seen,
      (rows.length * FRAME_MS) / MINUTE_MS,
    );
  return { all: figures(1), atTraceRate: figures(5) };
}

/** The stretches in which it was so. */
function runsOf(flags: readonly boolean[]): StateStretch[] {
  const runs: StateStretch[] = [];
  for (const [at, flag] of flags.entries()) {
    const tMs = at * FRAME_MS;
    if (flag && flags[at - 1]) runs[runs.length - 1] = { onsetMs: runs.at(-1)!.onsetMs, offsetMs: tMs };
    else if (flag) runs.push({ onsetMs: tMs, offsetMs: tMs });
  }
  return runs;
}
