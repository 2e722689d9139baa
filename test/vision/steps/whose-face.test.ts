import { expect } from 'chai';
import {
  type Candidate,
  CHALLENGE_MS,
  DOUBTFUL_LOOK_MS,
  FORGOTTEN_MS,
  HOLDER_SIZE,
  IN_FRONT,
  JUMP,
  NEARER,
  NEWCOMER_MS,
  SAME_PLACE,
  SAME_PLACE_PER_SECOND,
  SAME_SIZE,
  SETTLED_MS,
  WhoseFace,
} from '../../../app/vision/steps/whose-face';

const SMALL = 1e-6;
const FRAME_MS = 100;

const face = (size: number, cx = 0.5, change: Partial<Candidate> = {}): Candidate => ({
  cx,
  cy: 0.4,
  size,
  weight: size * size,
  certain: true,
  ...change,
});

/** Somebody who is followed from 0 ms on, alone or beside `others`, up to and with `untilMs`. */
function followed(person: Candidate, untilMs: number, others: readonly Candidate[] = []): WhoseFace {
  const whose = new WhoseFace();
  expect(whose.choose([person, ...others], 0)).to.equal(0);
  for (let tMs = FRAME_MS; tMs <= untilMs; tMs += FRAME_MS) {
    expect(whose.follow(person, tMs)).to.equal(true);
    whose.lookAround(others, tMs);
  }
  return whose;
}

describe('whose face it is', () => {
  it('is that of the heaviest, and sure where it is alone or clearly in front', () => {
    const whose = new WhoseFace();
    expect(whose.sure).to.equal(false);
    expect(whose.choose([face(0.2), face(0.4, 0.8), face(0.3, 0.1)], 0)).to.equal(1);
    expect(whose.others).to.equal(2);
    expect(whose.sure).to.equal(true);
    expect(new WhoseFace().choose([], 0)).to.equal(-1);
  });

  it('is unclear while another is nearly as large, but not once it was settled before they came', () => {
    const other = face(0.4 / (IN_FRONT - SMALL), 0.9);
    expect(followed(face(0.4), SETTLED_MS + 1_000, [other]).sure).to.equal(false);
    expect(followed(face(0.4), 0, [face(0.4 / (IN_FRONT + SMALL), 0.9)]).sure).to.equal(true);
    const settled = followed(face(0.4), SETTLED_MS);
    settled.lookAround([other], SETTLED_MS);
    expect(settled.sure).to.equal(true);
    const hardly = followed(face(0.4), SETTLED_MS - FRAME_MS);
    hardly.lookAround([other], SETTLED_MS);
    expect(hardly.sure).to.equal(false);
  });

  it('holds nothing against the person that is hardly a face', () => {
    const whose = followed(face(0.4), 0, [face(0.38, 0.9, { certain: false })]);
    expect([whose.others, whose.sure]).to.deep.equal([0, true]);
    expect(whose.lookAround([face(0.9, 0.9, { certain: false })], 5_000)).to.equal(-1);
    expect(whose.lookAround([face(0.9, 0.9, { certain: false })], 9_000)).to.equal(-1);
  });

  describe('when a nearer face comes', () => {
    const far = HOLDER_SIZE - SMALL;

    it('passes to it once it stays, and is unclear until then', () => {
      const whose = followed(face(far, 0.2), SETTLED_MS);
      const near = face(far * (NEARER + SMALL), 0.8);
      expect(whose.lookAround([near], 4_000)).to.equal(-1);
      expect(whose.sure).to.equal(false);
      expect(whose.lookAfterMs(1_000)).to.equal(CHALLENGE_MS);
      expect(whose.lookAround([near], 4_000 + CHALLENGE_MS - 1)).to.equal(-1);
      expect(whose.lookAround([face(0.1, 0.5), near], 4_000 + CHALLENGE_MS)).to.equal(1);
      expect(whose.sure).to.equal(true);
      expect(whose.others).to.equal(2);
    });

    it('stays where that one only passes by, or is not that much nearer', () => {
      const whose = followed(face(far, 0.2), SETTLED_MS);
      whose.lookAround([face(0.5, 0.8)], 4_000);
      whose.lookAround([], 4_200);
      expect(whose.lookAround([face(0.5, 0.8)], 4_500)).to.equal(-1);
      const aside = face(far * (NEARER - SMALL), 0.8);
      const other = followed(face(far, 0.2, { weight: 1 }), SETTLED_MS, [aside]);
      expect(other.lookAround([aside], 9_000)).to.equal(-1);
    });

    it('stays with a person who is near and settled, whoever comes', () => {
      const whose = followed(face(HOLDER_SIZE), SETTLED_MS);
      for (const tMs of [4_000, 5_000, 6_000]) expect(whose.lookAround([face(0.6, 0.8)], tMs)).to.equal(-1);
      expect(whose.sure).to.equal(true);
      const hardly = followed(face(HOLDER_SIZE), SETTLED_MS - FRAME_MS);
      hardly.lookAround([face(0.6, 0.8)], 4_000);
      expect(hardly.lookAround([face(0.6, 0.8)], 4_000 + CHALLENGE_MS)).to.equal(0);
    });

    it('is looked for oftener while the one that is followed is far away', () => {
      expect(followed(face(far), 0).lookAfterMs(1_000)).to.equal(DOUBTFUL_LOOK_MS);
      expect(followed(face(HOLDER_SIZE), 0).lookAfterMs(1_000)).to.equal(1_000);
    });
  });

  describe('when it is lost', () => {
    const person = face(0.4, 0.5);
    const visitor = face(0.2, 0.1);
    const lostAt = SETTLED_MS;

    it('is not a visitor who was there before, near or far, nor one who comes', () => {
      const neighbour = face(0.35, 0.05);
      for (const other of [visitor, neighbour]) {
        const whose = followed(person, SETTLED_MS);
        whose.lookAround([other], lostAt);
        for (const goneMs of [100, 2_000, FORGOTTEN_MS - 1])
          expect(whose.choose([other], lostAt + goneMs)).to.equal(-1);
      }
      expect(followed(person, SETTLED_MS).choose([visitor], lostAt + 500)).to.equal(-1);
    });

    it('is theirs again when they come back beside the visitor, also elsewhere', () => {
      const whose = followed(person, SETTLED_MS);
      whose.lookAround([visitor], lostAt);
      expect(whose.choose([visitor], lostAt + 500)).to.equal(-1);
      expect(whose.choose([visitor, face(0.42, 0.8)], lostAt + 1_000)).to.equal(1);
      expect([whose.sure, whose.others]).to.deep.equal([true, 1]);
    });

    it('is found where size and place fit, and not past that', () => {
      const place = SAME_PLACE + SAME_PLACE_PER_SECOND / 10;
      const size = person.size;
      for (const [again, fits] of [
        [face(size / (SAME_SIZE - SMALL)), true],
        [face(size / (SAME_SIZE + SMALL)), false],
        [face(size * (SAME_SIZE - SMALL)), true],
        [face(size * (SAME_SIZE + SMALL)), false],
        [face(size, 0.5 + size * (place - SMALL)), true],
        [face(size, 0.5 + size * (place + SMALL)), false],
      ] as const)
        expect(followed(person, SETTLED_MS).choose([again], lostAt + 100)).to.equal(fits ? 0 : -1);
    });

    it('passes to a nearer one who takes the place, but counts for nothing before that one is settled', () => {
      const whose = followed(person, SETTLED_MS);
      const nearer = face(0.7);
      expect(whose.choose([nearer], lostAt + 100)).to.equal(-1);
      expect(whose.choose([nearer], lostAt + 99 + NEWCOMER_MS)).to.equal(-1);
      expect(whose.choose([nearer], lostAt + 100 + NEWCOMER_MS)).to.equal(0);
      expect(whose.sure).to.equal(false);
      for (let ms = 0; ms <= SETTLED_MS; ms += FRAME_MS) whose.follow(nearer, lostAt + 100 + NEWCOMER_MS + ms);
      expect(whose.sure).to.equal(true);
    });

    it('is forgotten in the end, and counts for nothing before the next one is settled', () => {
      const whose = followed(person, SETTLED_MS);
      expect(whose.choose([visitor], lostAt + FORGOTTEN_MS)).to.equal(0);
      expect(whose.sure).to.equal(false);
    });

    it('is taken for the heaviest again where nobody was settled', () => {
      const whose = followed(visitor, SETTLED_MS - FRAME_MS);
      expect(whose.choose([person, visitor], lostAt)).to.equal(0);
    });
  });

  it('has not jumped to another that is much smaller or larger from one frame to the next', () => {
    const whose = followed(face(0.4), 500);
    expect(whose.follow(face(0.4 / (JUMP + SMALL)), 600)).to.equal(false);
    expect(whose.follow(face(0.4 * (JUMP + SMALL)), 600)).to.equal(false);
    expect(whose.follow(face(0.4 / (JUMP - SMALL)), 600)).to.equal(true);
    expect(new WhoseFace().follow(face(0.4), 0)).to.equal(false);
  });

  it('starts afresh on reset', () => {
    const whose = followed(face(0.4), SETTLED_MS);
    whose.reset();
    expect(whose.choose([face(0.1, 0.1)], SETTLED_MS + 100)).to.equal(0);
    expect(whose.sure).to.equal(true);
  });
});
