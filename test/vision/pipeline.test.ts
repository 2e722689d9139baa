import { expect } from 'chai';
import { type FaceReading, isUsable } from '../../app/domain/face/face-reading';
import { OUTER_LEFT, OUTER_RIGHT } from '../../app/domain/face/mesh';
import { BACKGROUND_LOOK_MS, BACKGROUND_LOOKS } from '../../app/vision/background';
import type { Affine } from '../../app/vision/geometry/affine';
import { mapX } from '../../app/vision/geometry/affine';
import { LOOK_AROUND_MS } from '../../app/vision/person-tracker';
import { FacePipeline } from '../../app/vision/pipeline';
import type { ModelRole } from '../../app/vision/protocol';
import { MODELS } from '../../app/vision/runtime/models';
import { StageClock } from '../../app/vision/worker/stage-clock';
import HEAD from '../../models/expression/covered.json' with { type: 'json' };

/** A mesh that stands upright beyond doubt, as a logit of its presence. */
const SURE = 20;

/**
 * Models that see what the test wants: `faces` faces side by side in the whole frame, `behind` ones in a part of it whose left half they see,
 * and a mesh with this presence (a logit), which may differ from crop to crop. `tiles` are the parts that the detector was shown.
 */
function setup(models = MODELS) {
  const seen = { faces: 1, behind: 0, presence: SURE as number | ((crop: Affine) => number), embedding: bare() };
  const runs: ModelRole[] = [];
  const tiles: Affine[] = [];
  let lastMeshCrop: Affine = [1, 0, 0, 1, 0, 0];
  const infer = async (role: ModelRole, crops: readonly Affine[]): Promise<Record<string, Float32Array>> => {
    if (role === 'detector' && mapX(crops[0]!, 128, 0) - mapX(crops[0]!, 0, 0) < 640) {
      tiles.push(crops[0]!);
      return detections(mapX(crops[0]!, 64, 64) < 320 ? seen.behind : 0);
    }
    runs.push(role);
    if (role === 'detector') return detections(seen.faces);
    if (role === 'iris') return { points: new Float32Array(2 * 76 * 3).fill(32) };
    if (role === 'expression') return { ...glad(), embedding: seen.embedding };
    lastMeshCrop = crops[0]!;
    const { presence } = seen;
    return {
      landmarks: oval(),
      presence: Float32Array.of(typeof presence === 'number' ? presence : presence(crops[0]!)),
    };
  };
  const pipeline = new FacePipeline(infer, models, new StageClock());
  const read = (tMs: number) => {
    runs.length = 0;
    tiles.length = 0;
    return pipeline.read({ width: 640, height: 480, tMs });
  };
  return { seen, runs, tiles, pipeline, read, meshCrop: () => lastMeshCrop };
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

/** Embeddings that say, as loudly as they can, that nothing hides the face, and that much does. */
const bare = (): Float32Array => Float32Array.from(HEAD.weights.slice(0, -1), (weight) => (weight < 0 ? 5 : 0));
const hidden = (): Float32Array => Float32Array.from(HEAD.weights.slice(0, -1), (weight) => (weight > 0 ? 5 : 0));

function detections(count: number): Record<string, Float32Array> {
  const boxes = new Float32Array(896 * 16);
  const scores = new Float32Array(896).fill(-100);
  for (let i = 0; i < count; i++) {
    const anchor = 512 + 6 * (3 * 8 + 2 * i + 2);
    boxes.set([0, 0, 28, 28, -7, -5, 7, -5], anchor * 16);
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
    expect(runs).to.deep.equal(['detector', 'landmarks', 'landmarks', 'iris', 'expression']);
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
    expect(runs).to.deep.equal(['landmarks', 'detector', 'landmarks', 'landmarks', 'iris', 'expression']);
    await read(LOOK_AROUND_MS + 33);
    expect(mapX(meshCrop(), 96, 96)).to.be.closeTo(mapX(before, 96, 96), 10);
  });

  it('looks for small faces everywhere at first, then at a sixth of the frame now and then', async () => {
    const { tiles, read } = setup();
    await read(0);
    const first = tiles.map(String);
    expect(new Set(first)).to.have.length(6);
    await read(BACKGROUND_LOOK_MS - 1);
    expect(tiles).to.have.length(0);
    const later: string[] = [];
    for (let look = 1; look <= BACKGROUND_LOOKS; look++) {
      await read(look * BACKGROUND_LOOK_MS);
      expect(tiles).to.have.length(1);
      later.push(...tiles.map(String));
    }
    expect(later).to.deep.equal(first);
  });

  it('counts somebody far behind, and no longer once they have gone', async () => {
    const { seen, read } = setup();
    await read(0);
    seen.behind = 1;
    let face: FaceReading | null = null;
    const until = async (fromMs: number, endMs: number): Promise<void> => {
      for (let tMs = fromMs; tMs <= endMs; tMs += 100) ({ face } = await read(tMs));
    };
    await until(100, 2000);
    expect(face!.facesSeen).to.be.above(1);
    expect(face!.facesBehind).to.equal(face!.facesSeen - 1);
    seen.behind = 0;
    await until(2100, 4000);
    expect(face!.facesSeen).to.equal(1);
    expect(face).not.to.have.property('facesBehind');
  });

  it('counts people far behind where nobody is near, and reads none of them', async () => {
    const { seen, read } = setup();
    Object.assign(seen, { faces: 0, behind: 1 });
    const reading = await read(0);
    expect(reading.face).to.equal(null);
    expect(reading).to.have.property('facesSeen').that.is.above(0);
  });

  it('detects anew in the frame in which the face is lost', async () => {
    const { seen, runs, read } = setup();
    await read(0);
    seen.presence = -3;
    expect((await read(33)).face).to.equal(null);
    expect(runs.slice(0, 3)).to.deep.equal(['landmarks', 'detector', 'landmarks']);
  });

  it('tries the next candidate where the mesh says that the first is no face, and counts only faces', async () => {
    const { seen, read } = setup();
    seen.faces = 3;
    // The candidates stand from left to right; the one in the middle weighs most.
    const [left, right] = [200, 520];
    const isAt = (crop: Affine, x: number): boolean => Math.abs(mapX(crop, 96, 96) - x) < 60;
    seen.presence = (crop) => (isAt(crop, right) ? SURE : -2);
    const { face } = await read(0);
    expect(face!.facesSeen).to.equal(1);
    expect(face!.box.x).to.be.within(0.65, 0.8);
    seen.presence = (crop) => (isAt(crop, left) || isAt(crop, right) ? SURE : -2);
    expect((await read(LOOK_AROUND_MS)).face!.facesSeen).to.equal(2);
  });

  it('turns a face round that is hardly one as it is, and leaves one that is certain', async () => {
    const { seen, runs, read } = setup();
    const isUpright = (crop: Affine): boolean => crop[0] > 0 && Math.abs(crop[1]) < 1e-6;
    seen.presence = (crop) => (isUpright(crop) ? 8 : SURE);
    const { face } = await read(0);
    expect(face!.landmarks[3 * OUTER_RIGHT]).to.be.above(face!.landmarks[3 * OUTER_LEFT]!);
    seen.presence = SURE;
    await read(LOOK_AROUND_MS);
    expect(runs).to.deep.equal(['landmarks', 'detector', 'iris', 'expression']);
  });

  it('looks for the face again when the pictures change their size', async () => {
    const { runs, pipeline, read } = setup();
    await read(0);
    runs.length = 0;
    await pipeline.read({ width: 480, height: 640, tMs: 33 });
    expect(runs[0]).to.equal('detector');
  });

  it('reads but does not count a face beside one of its size', async () => {
    const { seen, read } = setup();
    seen.faces = 2;
    const { face } = await read(0);
    expect(face).to.include({ doubt: 'whose', facesSeen: 2 });
    expect(isUsable(face!)).to.equal(false);
  });

  it('reads but does not count a covered face', async () => {
    const { seen, read } = setup();
    expect((await read(0)).face!.doubt).to.equal(null);
    seen.embedding = hidden();
    const { face } = await read(100);
    expect(face).to.include({ doubt: 'covered' });
    expect(face!.covered).to.be.above(0.9);
    expect(isUsable(face!)).to.equal(false);
    seen.faces = 2;
    expect((await read(LOOK_AROUND_MS + 100)).face!.doubt).to.equal('whose');
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
