import { expect } from 'chai';
import { MAX_THREADS, wasmThreads } from '../../../app/vision/runtime/platform';

describe('threads of the wasm backend', () => {
  it('are half of the cores where nobody asked for a number, at least one and at most four', () => {
    const chosen = [1, 2, 3, 4, 7, 8, 9, 64].map((cores) => wasmThreads(0, cores));
    expect(chosen).to.deep.equal([1, 1, 1, 2, 3, MAX_THREADS, MAX_THREADS, MAX_THREADS]);
  });

  it('are as many as were asked for, whatever the machine has', () => {
    expect(wasmThreads(2, 1)).to.equal(2);
    expect(wasmThreads(1, 8)).to.equal(1);
  });
});
