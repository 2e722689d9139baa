import { expect } from 'chai';
import { VisionClient } from '../../../app/vision/client';
import { noFace, smilingFace } from '../support/frames';

const WARM_UP = 200;
const FRAMES = 2000;
/** Garbage that a measurement may still see; a leak of one frame's smallest array each time would be over 11 MB. */
const ALLOWED_GROWTH_BYTES = 4e6;

/** Bytes of the page and its workers after a collection (only in cross-origin isolated pages). */
const measure = async (): Promise<number> =>
  (
    await (
      performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory()
  ).bytes;

describe('2,000 frames in one session', function () {
  this.timeout(550_000);
  const client = new VisionClient({ baseUrl: `${location.origin}/` });

  before(() => client.open({ backend: 'wasm' }));
  after(() => client.close());

  it('leave no frame open and the memory as it was', async () => {
    const [face, none] = [await smilingFace(), noFace(320, 240)];
    // A face for twenty frames, then none for twenty: losing and finding are repeated with tracking.
    const read = async (i: number): Promise<void> => {
      await client.read(await createImageBitmap(i % 40 < 20 ? face : none), i * 33);
    };
    for (let i = 0; i < WARM_UP; i++) await read(i);
    const before = await measure();
    for (let i = WARM_UP; i < FRAMES; i++) await read(i);
    const report = await client.report();
    expect(report).to.include({ framesRead: FRAMES, openFrames: 0, gpuBuffers: 0 });
    expect((await measure()) - before).to.be.below(ALLOWED_GROWTH_BYTES);
    console.info(`medians over the last frames, ${report.threads} threads: ${JSON.stringify(report.medianStageMs)}`);
  });
});
