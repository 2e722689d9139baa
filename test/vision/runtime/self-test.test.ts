import { expect } from 'chai';
import { MODEL_ROLES } from '../../../app/vision/protocol';
import { MODELS } from '../../../app/vision/runtime/models';
import type { Golden } from '../../../app/vision/runtime/self-test';
import { goldenOutput, sampleInput, selfTest, TOLERANCE } from '../../../app/vision/runtime/self-test';

const ANSWER = Float32Array.from({ length: 100 }, (_, i) => i);
const golden = Object.fromEntries(
  MODEL_ROLES.map((role) => [role, { sha256: MODELS[role].sha256, outputs: { out: goldenOutput(ANSWER) } }]),
) as unknown as Golden;

const answering = (change: (value: number, i: number) => number) => async () => ({ out: ANSWER.map(change) });

describe('selfTest', () => {
  it('passes what is within the tolerance and says how far off it was', async () => {
    const test = await selfTest(
      'webgpu',
      answering((v) => v + 0.9 * TOLERANCE * 99),
      MODELS,
      golden,
    );
    expect(test.passed).to.equal(true);
    expect(test.maxDifference).to.be.closeTo(0.9 * TOLERANCE, 1e-4);
  });

  it('fails what is beyond it, with the reason', async () => {
    const test = await selfTest(
      'webgpu',
      answering((v, i) => (i === 50 ? v + 1.1 * TOLERANCE * 99 : v)),
      MODELS,
      golden,
    );
    expect(test.passed).to.equal(false);
    expect(test.reason).to.contain('detector.out');
  });

  it('fails on a single NaN and on a missing output', async () => {
    const withNaN = await selfTest(
      'webgpu',
      answering((v, i) => (i === 3 ? Number.NaN : v)),
      MODELS,
      golden,
    );
    expect(withNaN.passed).to.equal(false);
    expect((await selfTest('wasm', async () => ({}), MODELS, golden)).passed).to.equal(false);
  });

  it('fails where the sample is another model’s', async () => {
    const other = { ...golden, iris: { ...golden.iris, sha256: 'x' } };
    expect(
      (
        await selfTest(
          'wasm',
          answering((v) => v),
          MODELS,
          other,
        )
      ).reason,
    ).to.contain('iris');
  });
});

describe('sampleInput', () => {
  it('fills the model’s input with what pixels can give', () => {
    for (const role of MODEL_ROLES) {
      const { input } = MODELS[role];
      const values = sampleInput(MODELS[role]);
      expect(values).to.have.length(input.shape.reduce((product, n) => product * n, 1));
      expect(
        values.every(
          (v) => v * input.std[0]! + input.mean[0]! >= -1e-6 && v * input.std[0]! + input.mean[0]! <= 1 + 1e-6,
        ),
      ).to.equal(true);
    }
  });
});
