import { expect } from 'chai';
import { Failure } from '../../../app/domain/failure/failure';
import { modelAsset } from '../../../app/vision/runtime/assets';
import { MODELS } from '../../../app/vision/runtime/models';
import type { Asset } from '../../../app/vision/runtime/weights';
import { download } from '../../../app/vision/runtime/weights';

const baseUrl = `${location.origin}/`;
const detector = modelAsset(MODELS, 'detector', baseUrl);

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(Failure);
    return error as Failure;
  }
  throw new Error('It should have failed.');
}

describe('download', () => {
  it('gives the checked bytes and tells how far it is', async () => {
    const steps: number[] = [];
    const bytes = await download(detector, { onBytes: (loaded) => steps.push(loaded) });
    expect(bytes).to.have.length(detector.bytes);
    expect(steps.at(-1)).to.equal(detector.bytes);
    expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b));
  });

  it('has the hash in the address, so that no cache answers with another version', () => {
    expect(detector.url).to.equal(`${baseUrl}models/detector/model.onnx?v=${detector.sha256.slice(0, 8)}`);
  });

  const wrong: [string, Asset][] = [
    ['another content', { ...detector, sha256: '0'.repeat(64) }],
    ['a file cut short', { ...detector, bytes: detector.bytes + 1 }],
    ['a file too long', { ...detector, bytes: detector.bytes - 1 }],
  ];
  for (const [what, asset] of wrong)
    it(`refuses ${what}`, async () => {
      expect((await failureOf(download(asset))).code).to.equal('model-altered');
    });

  it('removes an altered file from the caches, so that a retry can get a good one', async () => {
    const cache = await caches.open('test-models');
    await cache.put(detector.url, new Response('bad'));
    await failureOf(download({ ...detector, sha256: '0'.repeat(64) }));
    expect(await cache.match(detector.url)).to.equal(undefined);
    await caches.delete('test-models');
  });

  it('goes past the HTTP cache when asked to', async () => {
    const real = globalThis.fetch;
    const modes: (RequestCache | undefined)[] = [];
    globalThis.fetch = (input, init) => {
      modes.push(init?.cache);
      return real(input, init);
    };
    try {
      await download(detector);
      await download(detector, { fresh: true });
    } finally {
      globalThis.fetch = real;
    }
    expect(modes).to.deep.equal(['default', 'reload']);
  });

  it('tells a missing file and a missing network from an altered file', async () => {
    const missing = await failureOf(download({ ...detector, url: `${baseUrl}models/none.onnx` }));
    expect(missing.code).to.equal('model-download');
    expect(missing.detail).to.contain('404');
    const offline = await failureOf(download({ ...detector, url: 'http://localhost:1/none.onnx' }));
    expect(offline.code).to.equal('model-download');
  });

  it('can be aborted, and is then no failure', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const promise = download(detector, { signal: controller.signal, onBytes: () => controller.abort(reason) });
    controller.abort(reason);
    let error: unknown;
    await promise.catch((thrown: unknown) => {
      error = thrown;
    });
    expect(error).to.equal(reason);
  });
});
