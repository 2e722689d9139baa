import { getSnapshotConfig, writeFile } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MODEL_ROLES } from '../../../app/vision/protocol';
import { AssetFetcher } from '../../../app/vision/runtime/assets';
import golden from '../../../app/vision/runtime/golden.json' with { type: 'json' };
import { MODELS } from '../../../app/vision/runtime/models';
import { loadOrt, Runtime } from '../../../app/vision/runtime/runtime';
import type { Golden } from '../../../app/vision/runtime/self-test';
import { goldenOutput, sampleInput, selfTest } from '../../../app/vision/runtime/self-test';

/** `web-test-runner --files test/vision/runtime/golden.test.ts --update-snapshots` writes the samples anew for new models. */
describe('golden samples', () => {
  let runtime: Runtime;

  before(async function () {
    this.timeout(60_000);
    const options = { baseUrl: `${location.origin}/`, fresh: false, onProgress: () => undefined };
    const { wasm, models } = await new AssetFetcher(MODELS, options).fetch('wasm');
    runtime = await Runtime.open(await loadOrt({ build: 'wasm', wasm, threads: 1 }), MODELS, models, null);
    if ((await getSnapshotConfig()).updateSnapshots) await writeGolden(runtime);
  });

  after(() => runtime.close());

  it('are those of the models that ship', async () => {
    const test = await selfTest('wasm', (role, values) => runtime.inferValues(role, values), MODELS, golden as Golden);
    expect(test.reason).to.equal('');
    expect(test.maxDifference).to.be.below(1e-3);
  });
});

async function writeGolden(runtime: Runtime): Promise<void> {
  const answers: [string, unknown][] = [];
  for (const role of MODEL_ROLES) {
    const outputs = await runtime.inferValues(role, sampleInput(MODELS[role]));
    const kept = Object.entries(outputs).map(([name, values]) => {
      const { every, range, values: some } = goldenOutput(values);
      const round = (value: number): number => Number(value.toPrecision(6));
      return [name, { every, range: round(range), values: some.map(round) }];
    });
    answers.push([role, { sha256: MODELS[role].sha256, outputs: Object.fromEntries(kept) }]);
  }
  const content = `${JSON.stringify(Object.fromEntries(answers))}\n`;
  await writeFile({ path: '../../../app/vision/runtime/golden.json', content });
}
