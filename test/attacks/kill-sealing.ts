import { startHarness } from '../../models/tools/harness';
import { randoms } from '../support/randoms';
import type { Attack } from './attack';

/** How many entries are timed. */
const TIMED = 10_000;

export const killSealing: Attack = {
  name: 'kill-sealing',
  does: 'ends the worker that changes what opens the journal and seals everything again, at a random point',
  holds: 'it opens with the secret of before or the new one, and everything is there',
  runs: 200,
  async run(runs) {
    const harness = await startHarness('test/e2e/faults');
    try {
      const { problems, before, midway } = await harness.call<{ problems: string[]; before: number; midway: number }>(
        'killWhileSealingAgain',
        randoms(runs, 400, 7),
      );
      const measured = [`${before} before the change was durable, ${midway} while records were being sealed`];
      if (runs >= this.runs) measured.push(await timed(harness));
      return { runs, broken: problems, measured };
    } finally {
      await harness.stop();
    }
  },
};

async function timed(harness: Awaited<ReturnType<typeof startHarness>>): Promise<string> {
  const { changeMs, sealingMs, longestTaskMs } = await harness.call<{
    changeMs: number;
    sealingMs: number;
    longestTaskMs: number;
  }>('timeSealingAgain', TIMED);
  const [change, sealing, longest] = [changeMs, sealingMs, longestTaskMs].map(Math.round);
  return `${TIMED} entries: changed in ${change} ms, sealed again in ${sealing} ms, longest task ${longest} ms`;
}
