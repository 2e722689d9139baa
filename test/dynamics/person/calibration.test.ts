import { expect } from 'chai';
import { FEWEST_RECALLS } from '../../../app/domain/face/learnt';
import {
  type Calibration,
  calibrate,
  MOST_RECALLS,
  type RatedFace,
  SURE,
} from '../../../app/dynamics/person/calibration';
import { featuresOf, shownFace } from '../../../app/dynamics/person/shown-face';
import { sampleFace } from '../../../app/insights/sample/sample-face';
import { isKnown } from '../../../app/statistics/needs';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { afterRecalls, everOn, LONG, personOf, RELATIONS, STATED } from './people';

/** Somebody whose face says all of it, but always this much lower than they rate. */
function stern(recalls: number, lower: number, seed = 1): readonly RatedFace[] {
  const random = randomFrom(seed);
  return Array.from({ length: recalls }, () => {
    const valence = 0.3 * random.normal();
    const { summary } = sampleFace(valence - lower + 0.05 * random.normal(), random);
    const face = summary && shownFace(summary);
    return face ? [{ face, valence }] : [];
  }).flat();
}

function known(all: readonly RatedFace[]): Calibration {
  const calibration = calibrate(all);
  if (!isKnown(calibration)) throw new Error(`it needs ${calibration.needs} more`);
  return calibration;
}

describe('what is learnt of a person', () => {
  it('takes twenty recalls at the least', () => {
    const person = personOf(1, 0.6);
    expect(calibrate([])).to.deep.equal({ needs: FEWEST_RECALLS });
    expect(calibrate(person.slice(0, FEWEST_RECALLS - 1))).to.deep.equal({ needs: 1 });
    expect(isKnown(calibrate(person.slice(0, FEWEST_RECALLS)))).to.equal(true);
  });

  it('is how much higher they rate than their face looks', () => {
    const [taught, other] = [stern(80, 0.4), stern(20, 0.4, 2)];
    const { isBetter, errors, probability, read } = known(taught);
    expect(isBetter).to.equal(true);
    expect(probability).to.be.within(SURE, 1);
    expect(errors.calibrated).to.be.below(0.15);
    expect(errors.uncalibrated).to.be.closeTo(0.4, 0.1);
    for (const { face, valence } of other) {
      const said = read(face);
      expect(Math.abs(said.valence - valence)).to.be.below(said.halfWidth);
    }
  });

  it('is nothing where the plain reading is right already', () => {
    const { isBetter, errors } = known(stern(80, 0));
    expect(isBetter).to.equal(false);
    expect(errors.calibrated).to.be.closeTo(errors.uncalibrated, 0.02);
  });

  it('is nothing where they always rate the same, whatever their face shows', () => {
    const { isBetter, errors } = known(stern(80, 0).map(({ face }) => ({ face, valence: 0.3 })));
    expect(isBetter).to.equal(false);
    expect(errors.constant).to.be.closeTo(0, 1e-12);
  });

  it('forgets what is long ago', () => {
    const [before, after] = [stern(100, -0.4), stern(200, 0.4, 2)];
    expect(after.length).to.be.at.least(MOST_RECALLS);
    const [{ face }] = after as readonly [RatedFace];
    expect(known([...before, ...after]).recalls).to.equal(MOST_RECALLS);
    expect(known([...before, ...after]).read(face)).to.deep.equal(known(after).read(face));
  });

  it('says a valence, whatever the face', () => {
    const { read } = known(stern(80, 0.4));
    const [{ face }] = stern(1, 0) as readonly [RatedFace];
    expect(read({ ...face, facialValence: 1 }).valence).to.equal(1);
    expect(read({ ...face, facialValence: -1 }).valence).to.be.at.least(-1);
  });

  it('takes a unit that could not be read for neither there nor away', () => {
    const [{ face }] = stern(1, 0) as readonly [RatedFace];
    const smile = (units: typeof face.units): number => featuresOf({ ...face, units })[3]!;
    expect([smile(['AU12']), smile(null), smile(['AU4'])]).to.deep.equal([1, 0, -1]);
  });
});

/** `npm run bench -- person` does the same with a thousand of each. */
describe('what is learnt of made-up people', () => {
  const SEEDS = Array.from({ length: 12 }, (_, at) => 1_001 + at);

  it(`is closer to the ratings to come after ${STATED} recalls, in nine of ten`, () => {
    for (const relation of RELATIONS) {
      const closer = SEEDS.filter((seed) => afterRecalls(personOf(seed, relation), STATED).isCloser);
      expect(closer.length, `r = ${relation}`).to.be.at.least(Math.ceil(0.9 * SEEDS.length) - 1);
    }
  });

  it(`is never used in ${LONG} recalls of somebody whose face says nothing of how they rate`, () => {
    expect(SEEDS.filter((seed) => everOn(personOf(seed, 0), LONG))).to.deep.equal([]);
  });
});
