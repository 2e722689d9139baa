import { startHarness } from '../../../models/tools/harness';
import { machine } from '../machine';
import type { FaceTimes } from './page';

/** What `--json` writes. */
export interface FaceBench extends FaceTimes {
  readonly machine: string;
  readonly date: string;
}

/** What the measures of a frame and the summary of a recall of three minutes cost, and how much room its trace takes. */
export async function benchFaces(): Promise<FaceBench> {
  const harness = await startHarness('test/bench/face');
  try {
    const times = await harness.call<FaceTimes>('benchFace');
    return { machine: machine(), date: new Date().toISOString().slice(0, 10), ...times };
  } finally {
    await harness.stop();
  }
}

export const faceLines = (bench: FaceBench): readonly string[] => [
  `${bench.machine}; ${bench.date}`,
  `head and measures of a frame   ${bench.measureMs.toFixed(3)} ms, 95 of 100 under ${bench.measureMsP95.toFixed(3)} ms`,
  `trace of 3 minutes             ${bench.traceMs.toFixed(1)} ms, median ${bench.traceMsMedian.toFixed(1)}`,
  `expressions fused, and summary ${bench.summaryMs.toFixed(1)} ms, median ${bench.summaryMsMedian.toFixed(1)}; ${bench.units} units in it`,
  `trace                          ${(bench.bytesPerMinute / 1000).toFixed(0)} kB a minute`,
];
