import type { CDPSession } from 'playwright-core';

/** The longest task of a page's main thread, in milliseconds. */
export interface LongestTask {
  /** By the clock: what a person waits. Other programs on the machine count as well. */
  readonly wallMs: number;
  /** By the processor time the thread was given: other programs don't count, and waiting doesn't either. */
  readonly cpuMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and of the thread's processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const MAIN_THREAD = 'CrRendererMain';
const CATEGORIES = ['disabled-by-default-devtools.timeline'];

/**
 * Runs `work` and resolves with the longest task that the page had meanwhile, as Chromium's own tracing tells each task. A
 * `longtask` observer would give the time by the clock alone.
 */
export async function longestTask(session: CDPSession, work: () => Promise<void>): Promise<LongestTask> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: object[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', take);
  }
  return longestOf(events);
}

/** Of all pages there are: the browser has one. Throws if the trace told of no task. */
function longestOf(events: readonly TraceEvent[]): LongestTask {
  const threads = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === MAIN_THREAD ? [`${pid} ${tid}`] : [],
    ),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The trace tells of no task.');
  const longest = (times: readonly (number | undefined)[]): number =>
    times.reduce<number>((most, time) => Math.max(most, time ?? 0), 0) / 1_000;
  return { wallMs: longest(tasks.map(({ dur }) => dur)), cpuMs: longest(tasks.map(({ tdur }) => tdur)) };
}
