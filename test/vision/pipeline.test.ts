import { expect } from 'chai';
import type { Affine } from '../../app/vision/geometry/affine';
import { mapX } from '../../app/vision/geometry/affine';
import { FacePipeline, LOOK_AROUND_MS } from '../../app/vision/pipeline';
import type { ModelRole } from '../../app/vision/protocol';
import { MODELS } from '../../app/vision/runtime/models';
import { StageClock } from '../../app/vision/worker/stage-clock';

/** Models that see what the test wants: `faces` faces side by side, and a mesh with this presence (a logit). */
function setup(models = MODELS) {
  const seen = { faces: 1, presence: 5 };
  const runs: ModelRole[] = [];
  let lastMeshCrop: Affine = [1, 0, 0, 1, 0, 0];
  const infer = async (role: ModelRole, crops: readonly Affine[]): Promise<Record<string, Float32Array>> => {
    runs.push(role);
    if (role === 'detector') return detections(seen.faces);
    if (role === 'iris') return { points: new Float32Array(2 * 76 * 3).fill(32) };
    if (role === 'expression') return glad();
    lastMeshCrop = crops[0]!;
    return { landmarks: oval(), presence: Float32Array.of(seen.presence) };
  };
  const pipeline = new FacePipeline(infer, models, new StageClock());
  const read = (tMs: number) => {
    runs.length = 0;
    return pipeline.read(640, 480, tMs);
  };
  return { seen, runs, pipeline, read, meshCrop: () => lastMeshCrop };
}

/** Scores of the shipped expression model, whatever its labels are, for a face that is surely happy. */
function glad(): Record<string, Float32Array> {
  const labels = MODELS.expression.labels ?? [];
  const { name } = MODELS.expression.outputs.find(({ shape }) => shape.at(-1) === labels.length)!;
  return {
    [name]: Float32Array.from(labels, (label) => (label === 'happiness' ? 9 : 0)),
    valence: Float32Array.of(0.75),
  };
}

function detections(count: number): Record<string, Float32Array> {
  const boxes = new Float32Array(896 * 16);
  const scores = new Float32Array(896).fill(-100);
  for (let i = 0; i < count; i++) {
    const anchor = 512 + 6 * (3 * 8 + 2 * i + 2);
    boxes.set([0, 0, 12, 12, -3, -2, 3, -2], anchor * 16);
    scores[anchor] = 3;
  }
  return { boxes, scores };
}

/** A face-like mesh in crop pixels: an oval with the corners of eyes and mouth where they belong. */
function oval(): Float32Array {
  const points = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) points.set([96 + 60 * Math.cos(i), 96 + 64 * Math.sin(i), 5 * Math.sin(3 * i)], 3 * i);
  const put = (i: number, x: number, y: number): void => points.set([x, y, 0], 3 * i);
  put(33, 60, 80);
  put(133, 85, 80);
  put(362, 107, 80);
  put(263, 132, 80);
  put(61, 76, 130);
  put(291, 116, 130);
  return points;
}

describe('FacePipeline', () => {
  it('computes facial valence from the scores where the model does not give it', async () => {
    const { outputs, ...rest } = MODELS.expression;
    const expression = { ...rest, outputs: outputs.filter(({ name }) => name !== 'valence') };
    const { face } = await setup({ ...MODELS, expression }).read(0);
    expect(face!.facialValence).to.be.within(0.9, 1);
  });

  it('detects once and then tracks', async () => {
    const { runs, read } = setup();
    const { face } = await read(0);
    expect(face!.presence).to.be.above(0.99);
    expect(face!.expression.happiness).to.be.above(0.9);
    expect(face!.facialValence).to.equal(0.75);
    expect(face!.landmarks).to.have.length(478 * 3);
    expect(runs).to.deep.equal(['detector', 'landmarks', 'iris', 'expression']);
    await read(33);
    expect(runs).to.deep.equal(['landmarks', 'iris', 'expression']);
  });

  it('looks around now and then, sees a second face, and stays with the first', async () => {
    const { seen, runs, read, meshCrop } = setup();
    await read(0);
    await read(33);
    const before = meshCrop();
    seen.faces = 2;
    expect((await read(LOOK_AROUND_MS - 1)).face!.facesSeen).to.equal(1);
    const { face } = await read(LOOK_AROUND_MS);
    expect(face!.facesSeen).to.equal(2);
    expect(runs).to.deep.equal(['landmarks', 'detector', 'iris', 'expression']);
    expect(mapX(meshCrop(), 96, 96)).to.be.closeTo(mapX(before, 96, 96), 10);
  });

  it('detects anew in the frame in which the face is lost', async () => {
    const { seen, runs, read } = setup();
    await read(0);
    seen.presence = -3;
    expect((await read(33)).face).to.equal(null);
    expect(runs).to.deep.equal(['landmarks', 'detector', 'landmarks']);
  });

  it('says that there is no face, with what it knows', async () => {
    const { seen, runs, read } = setup();
    seen.faces = 0;
    const reading = await read(7);
    expect(reading).to.deep.include({ face: null, tMs: 7, presence: 0, facesSeen: 0 });
    expect(runs).to.deep.equal(['detector']);
  });

  it('never reads a face below the presence threshold', async () => {
    const { seen, read } = setup();
    seen.presence = -0.001;
    expect((await read(0)).face).to.equal(null);
    seen.presence = 0;
    expect((await read(33)).face).not.to.equal(null);
  });

  it('forgets on reset', async () => {
    const { runs, pipeline, read } = setup();
    await read(0);
    pipeline.reset();
    await read(33);
    expect(runs[0]).to.equal('detector');
  });

  it('refuses a classifier none of whose outputs fits its labels', () => {
    const models = { ...MODELS, expression: { ...MODELS.expression, labels: ['neutral'] } };
    expect(() => new FacePipeline(async () => ({}), models, new StageClock())).to.throw(RangeError);
  });
});
