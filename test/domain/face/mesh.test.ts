import { expect } from 'chai';
import {
  FACE_OVAL,
  INNER_LIPS,
  IRIS_POINTS,
  LANDMARK_COUNT,
  LEFT_EYE,
  LIP_MIDDLES,
  lidLine,
  MESH_POINTS,
  MOUTH_CORNERS,
  OUTER_LIPS,
  RIGHT_EYE,
} from '../../../app/domain/face/mesh';

describe('the mesh', () => {
  it('has every point that a line or an eye names, and none twice in one line', () => {
    const irises = [LEFT_EYE, RIGHT_EYE].flatMap(({ iris }) =>
      Array.from({ length: IRIS_POINTS }, (_, at) => iris + at),
    );
    for (const points of [FACE_OVAL, lidLine(LEFT_EYE), lidLine(RIGHT_EYE), OUTER_LIPS, INNER_LIPS, irises]) {
      expect(new Set(points).size).to.equal(points.length);
      expect(points.every((point) => point >= 0 && point < LANDMARK_COUNT)).to.equal(true);
    }
    expect(Math.min(...irises)).to.equal(MESH_POINTS);
    expect(Math.max(...irises)).to.equal(LANDMARK_COUNT - 1);
  });

  it('draws each eye from its outer corner below the iris to the inner one, and back above it', () => {
    expect(lidLine(LEFT_EYE)).to.deep.equal([
      263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466,
    ]);
    expect(lidLine(RIGHT_EYE)).to.deep.equal([
      33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246,
    ]);
  });

  it('has the mouth on its lines', () => {
    for (const corner of MOUTH_CORNERS) expect(OUTER_LIPS).to.include(corner);
    for (const middle of LIP_MIDDLES) expect(INNER_LIPS).to.include(middle);
  });
});
