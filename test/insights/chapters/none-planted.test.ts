import { expect } from 'chai';
import { type Evidence, STRENGTHS } from '../../../app/insights/findings/pattern';
import { EVERYTHING } from '../../../app/insights/readers/book';
import { NOTHING } from '../../../app/insights/sample/truths';
import { deskOf, madeUp } from '../../charts/told';

const SEEDS = 30;
const DAYS = 365;

/** How sure the page says each of its findings is. How far the face lies from the rating is left out: that is not nothing here. */
async function shownOf(seed: number): Promise<readonly Evidence[]> {
  const desk = await deskOf(madeUp(seed, DAYS, NOTHING));
  const { patterns } = await desk.chapter('patterns', EVERYTHING);
  const { weekday, dayPart } = await desk.chapter('week-hours', EVERYTHING);
  const { tags, feelings, memories } = await desk.chapter('company', EVERYTHING);
  const { whole } = await desk.chapter('together', EVERYTHING);
  const { happiness } = await desk.chapter('by-cue', EVERYTHING);
  const { valence, face } = await desk.chapter('again', EVERYTHING);
  const { blinks, closed, still } = await desk.chapter('tired', EVERYTHING);
  const findings = [
    weekday,
    dayPart,
    tags.known[0],
    feelings.known[0],
    memories.known[0],
    whole,
    happiness,
    valence,
    face,
    blinks,
    closed,
    still,
  ];
  return [...patterns, ...findings].flatMap((one) => (one && 'evidence' in one ? one.evidence : []));
}

describe('the page of a journal in which nothing is planted', () => {
  it('calls at most one in twenty of what it shows likely or more', async function () {
    this.timeout(60_000);
    const shown: Evidence[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) shown.push(...(await shownOf(seed)));
    const likely = shown.filter(({ strength }) => STRENGTHS.indexOf(strength) >= STRENGTHS.indexOf('likely'));
    expect(shown.length).to.be.above(10 * SEEDS);
    expect(likely.length / shown.length).to.be.at.most(0.05);
  });
});
