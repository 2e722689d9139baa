import { expect } from 'chai';
import { bytesToFetch, MODEL_BYTES } from '../../app/services/download-size';
import { MODELS } from '../../app/vision/runtime/models';
import { ORT_BINARIES, ORT_VERSION } from '../../app/vision/runtime/ort-builds';

const HERE = new URL('/', location.href).href;
const CACHE = 'download-size-test';

describe('bytesToFetch', () => {
  afterEach(() => caches.delete(CACHE));

  it('knows what the models of models.json weigh', () => {
    expect(Object.values(MODELS).reduce((sum, { bytes }) => sum + bytes, 0)).to.equal(MODEL_BYTES);
  });

  it('counts what is not here, and nothing of what is', async () => {
    expect(await bytesToFetch('wasm', HERE)).to.equal(MODEL_BYTES + ORT_BINARIES.wasm.bytes);
    const binary = new URL(`ort/${ORT_VERSION}/${ORT_BINARIES.wasm.file}`, HERE);
    await (await caches.open(CACHE)).put(binary, new Response('kept'));
    expect(await bytesToFetch('wasm', HERE)).to.equal(0);
    expect(await bytesToFetch('auto', HERE), 'it may have fallen back on it').to.equal(0);
  });
});
