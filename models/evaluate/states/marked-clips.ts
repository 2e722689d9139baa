import { join } from 'node:path';
import { MINUTE_MS } from '../../../app/base/time';
import { TRACE_READINGS_PER_SECOND } from '../../../app/domain/face/trace';
import { findBlinks, whereUsable } from '../../../app/dynamics/states/blinks';
import { openEyes, type StateReading } from '../../../app/dynamics/states/state-readings';
import { analyse } from '../../analyse/analyse';
import { stateReadingsOf } from '../../analyse/states';
import { type BlinkFigures, blinkFigures, together } from './blink-figures';
import { readTable } from './labels';

export interface ClipFigures {
  readonly clips: Readonly<Record<string, BlinkFigures>>;
  /** At the rate of a trace, its readings falling at ten different moments of each tenth of a second: all of them together. */
  readonly atTraceRate: BlinkFigures;
}

const PHASES = 10;

/** The blinks of clips whose blinks were marked, through the app's own pipeline. */
export async function evaluateClips(folder: string): Promise<ClipFigures> {
  const events = readTable(join(folder, 'events.csv'), ['clip', 'event', 'first', 'last']);
  const names = [...new Set(events.map(({ clip }) => clip!))];
  const clips: Record<string, BlinkFigures> = {};
  const thinned: BlinkFigures[] = [];
  const tasks = names.map((name) => ({ file: join(folder, name), baseline: { kind: 'average' } as const }));
  await analyse(tasks, 'wasm', {
    read: ({ file, frames }) => {
      const name = names.find((one) => join(folder, one) === file)!;
      const at = (frame: string | undefined): number => frames[Number(frame)]!.tMs;
      const seen = events
        .filter(({ clip, event }) => clip === name && event === 'blink')
        .map(({ first, last }) => ({ onsetMs: at(first), offsetMs: at(last) }));
      const readings = stateReadingsOf(frames);
      const figures = (of: readonly StateReading[]) =>
        blinkFigures(findBlinks(whereUsable(of), openEyes([], readings)!), seen, frames.at(-1)!.tMs / MINUTE_MS);
      clips[name] = figures(readings);
      for (let phase = 0; phase < PHASES; phase++) thinned.push(figures(tenths(readings, phase / PHASES)));
    },
    unreadable: () => undefined,
  });
  return { clips, atTraceRate: together(thinned) };
}

/** The first reading of each tenth of a second, which begins `phase` of one later. */
function tenths(readings: readonly StateReading[], phase: number): StateReading[] {
  const bucket = ({ tMs }: StateReading): number => Math.floor((tMs * TRACE_READINGS_PER_SECOND) / 1000 - phase);
  return readings.filter((reading, at) => at === 0 || bucket(reading) > bucket(readings[at - 1]!));
}
