import { startHarness } from '../../models/tools/harness';
import { randoms } from '../support/randoms';
import type { Attack } from './attack';

export const killedSaving: Attack = {
  name: 'killed-saving',
  does: 'ends the worker that saves entries, at a random point of a save',
  holds: 'every entry that was told to be kept is there',
  runs: 100,
  async run(runs) {
    const harness = await startHarness('test/e2e/faults');
    try {
      const { kept, problems } = await harness.call<{ kept: number; problems: string[] }>(
        'killWhileSaving',
        randoms(runs, 80, 1),
      );
      return { runs, broken: problems, measured: [`${kept} entries kept`] };
    } finally {
      await harness.stop();
    }
  },
};
