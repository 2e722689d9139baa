import { expect } from 'chai';
import fc from 'fast-check';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';
import { MESH_POINTS } from '../../../app/domain/face/mesh';
import { CANONICAL_FACE } from '../../../app/vision/geometry/canonical-face';
import { canonicalMesh, fitHead } from '../../../app/vision/geometry/head-fit';
import { measureFace } from '../../../app/vision/steps/measure';
import { seeded } from '../../dynamics/summary/readings';
import { type FacePoint, FRAME, type Pose, projectFace } from '../support/synthetic-face';

const LEVEL: Pose = { yaw: 0, pitch: 0, roll: 0, xCm: 0, yCm: 0, distanceCm: 45 };
const MEASURED = new Set(
  FACE_MEASURES.flatMap(({ of }) => ('between' in of ? of.between.flat() : [...of.to, ...(of.from ?? [])])),
);

/** The points that are measured but not fitted, somewhere on the front of a head: 15 cm wide, 20 high, 9 deep. */
const random = seeded(3);
const REST: readonly FacePoint[] = [...MEASURED]
  .filter((landmark) => !CANONICAL_FACE.some((point) => point.landmark === landmark))
  .map((landmark) => {
    const [x, y] = [10 * (random() - 0.5), 12 * (random() - 0.5)];
    return { landmark, x, y, z: 6 * Math.sqrt(1 - (x / 7.5) ** 2 - (y / 10) ** 2) };
  });

const canonical = (pose: Pose, points: readonly FacePoint[] = REST): Float64Array => {
  const landmarks = projectFace(pose, points);
  return canonicalMesh(landmarks, fitHead(landmarks, FRAME.width, FRAME.height));
};
const measured = (pose: Pose, points: readonly FacePoint[] = REST) => measureFace(canonical(pose, points));
const at = (name: string) => FACE_MEASURES.findIndex((measure) => measure.name === name);
const moved = (landmarks: readonly number[], by: { x?: number; y?: number }): readonly FacePoint[] =>
  REST.map((point) =>
    landmarks.includes(point.landmark) ? { ...point, x: point.x + (by.x ?? 0), y: point.y + (by.y ?? 0) } : point,
  );

describe('measureFace', () => {
  it('gives a number to each measure, of points that the mesh has', () => {
    expect(measured(LEVEL)).to.have.length(FACE_MEASURES.length);
    expect([...measured(LEVEL)].every(Number.isFinite)).to.equal(true);
    expect([...MEASURED].every((point) => point >= 0 && point < MESH_POINTS)).to.equal(true);
    expect(new Set(FACE_MEASURES.map(({ name }) => name)).size).to.equal(FACE_MEASURES.length);
  });

  it('is free of turn, place and distance: a rigid face measures the same within half a millimetre', () => {
    const still = measured(LEVEL);
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const poses = fc.record({
      ...{ yaw: between(-0.52, 0.52), pitch: between(-0.35, 0.35), roll: between(-0.5, 0.5) },
      ...{ xCm: between(-4, 4), yCm: between(-4, 4), distanceCm: between(30, 80) },
    });
    fc.assert(
      fc.property(poses, (pose) => {
        for (const [index, value] of measured(pose).entries()) {
          expect(value, FACE_MEASURES[index]!.name).to.be.closeTo(still[index]!, 0.05);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('has the person’s own left and right, and centimetres that are centimetres', () => {
    const brow = [336, 296, 285, 295];
    const before = measured(LEVEL);
    const after = measured(LEVEL, moved(brow, { y: 0.4 }));
    expect(after[at('brow_inner_left')]! - before[at('brow_inner_left')]!).to.be.closeTo(0.4, 0.02);
    expect(after[at('brow_inner_right')]! - before[at('brow_inner_right')]!).to.be.closeTo(0, 0.02);
  });

  it('is larger where the codebook says so: lips that part, brows that draw together', () => {
    const before = measured(LEVEL);
    expect(measured(LEVEL, moved([14, 87, 317], { y: -0.5 }))[at('lip_gap')]! - before[at('lip_gap')]!).to.be.closeTo(
      0.5,
      0.02,
    );
    const out = measured(LEVEL, moved([39, 40], { y: 0.3 }));
    expect(out[at('lip_upper_right')]! - before[at('lip_upper_right')]!).to.be.closeTo(0.3, 0.02);
    expect(out[at('lip_upper_left')]! - before[at('lip_upper_left')]!).to.be.closeTo(0, 0.02);
  });
});
