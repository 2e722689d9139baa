import type { ActionUnit } from '../../../app/domain/face/action-unit';
import { analyse } from '../../analyse/analyse';
import type { FrameResult } from '../../analyse/frame-result';
import { motionOf, restOfFrames } from '../../analyse/motion';
import { startHarness } from '../../tools/harness';
import { InputError } from '../../tools/input-error';
import type { Script } from '../../tools/participant/script';
import { BASELINE_MS, SMILING_WHILE_TALKING, TALKING, TURNING } from '../../tools/participant/scripts';

/** What was found in a stretch in which the face does nothing, or nothing but what is expected. */
export interface FalseUnits {
  readonly what: string;
  readonly minutes: number;
  /** How often each unit was found that was not expected. */
  readonly counts: Readonly<Partial<Record<ActionUnit, number>>>;
  /** The expected ones that were found, and how often. */
  readonly expected: Readonly<Partial<Record<ActionUnit, number>>>;
}

/** A mouth that talks is open. */
const OPEN: readonly ActionUnit[] = ['AU25', 'AU26/27'];

interface Quiet {
  readonly what: string;
  readonly script: Script;
  readonly expected: readonly ActionUnit[];
}

const DRAWN: readonly Quiet[] = [
  { what: 'drawn participant, head turning', script: TURNING, expected: [] },
  { what: 'drawn participant, talking after a silent baseline', script: TALKING, expected: OPEN },
  {
    what: 'drawn participant, talking all through, one smile of 4 s',
    script: SMILING_WHILE_TALKING,
    expected: [...OPEN, 'AU12', 'AU6'],
  },
];

/** Clips are measured against their first seconds, in milliseconds, as a recall is against its baseline. */
const CLIP_BASELINE_SECONDS = 1;

/**
 * The units found in drawn participants who only turn or talk, and in `clips` of somebody who only talks. `tell` hears of each as soon as it is
 * known, because all of them take minutes on a busy machine. Throws InputError.
 */
export async function falseUnits(
  clips: readonly string[],
  backend: 'wasm' | 'webgpu',
  tell: (one: FalseUnits) => void,
): Promise<readonly FalseUnits[]> {
  const found: FalseUnits[] = [];
  const add = (one: FalseUnits): void => {
    found.push(one);
    tell(one);
  };
  const harness = await startHarness('models/evaluate/participant');
  try {
    for (const { what, script, expected } of DRAWN) {
      const frames = await harness.call<FrameResult[]>('performed', script, backend);
      const own = restOfFrames(frames.filter(({ tMs }) => tMs < BASELINE_MS));
      if (!own) throw new Error(`${what}: its baseline was not readable`);
      const after = frames.filter(({ tMs }) => tMs >= BASELINE_MS);
      add(counted(what, after, motionOf(after, own).events, expected));
    }
  } finally {
    await harness.stop();
  }
  const tasks = clips.map((file) => ({ file, baseline: { kind: 'first', seconds: CLIP_BASELINE_SECONDS } as const }));
  await analyse(tasks, backend, {
    read: ({ file, frames, summary }) => add(counted(file, frames, summary.events, OPEN)),
    unreadable: (file, problem) => {
      throw new InputError(`${file}: ${problem}`);
    },
  });
  return found;
}

function counted(
  what: string,
  frames: readonly Pick<FrameResult, 'tMs'>[],
  events: readonly { readonly unit: ActionUnit }[],
  expected: readonly ActionUnit[],
): FalseUnits {
  const count = (isCounted: (unit: ActionUnit) => boolean): Partial<Record<ActionUnit, number>> => {
    const counts: Partial<Record<ActionUnit, number>> = {};
    for (const { unit } of events) if (isCounted(unit)) counts[unit] = (counts[unit] ?? 0) + 1;
    return counts;
  };
  return {
    what,
    minutes: (frames.at(-1)!.tMs - frames[0]!.tMs) / 60_000,
    counts: count((unit) => !expected.includes(unit)),
    expected: count((unit) => expected.includes(unit)),
  };
}

/** How often a minute the unit was found that was found most often; 0 where none was. */
export const mostPerMinute = ({ counts, minutes }: FalseUnits): number =>
  Math.max(0, ...Object.values(counts)) / minutes;

/** The head of the table that is printed, in Markdown, so that the card can hold it ... */
export const FALSE_UNITS_HEAD = `| what | minutes | false units a minute, of the most frequent one | false units | expected ones |
|---|---|---|---|---|`;

/** ... and a row of it. */
export function falseUnitsRow(one: FalseUnits): string {
  const told = (counts: FalseUnits['counts']): string =>
    Object.entries(counts)
      .map(([unit, count]) => `${unit} ${count}`)
      .join(', ') || 'none';
  return `| ${[one.what, one.minutes.toFixed(1), mostPerMinute(one).toFixed(1), told(one.counts), told(one.expected)].join(' | ')} |`;
}
