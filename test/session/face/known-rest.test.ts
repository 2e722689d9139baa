import { expect } from 'chai';
import { TIMING, World } from '../support/world';

async function resting(known: Partial<World['knownRest']>): Promise<World> {
  const world = new World();
  Object.assign(world.knownRest, known);
  await world.prepared();
  world.session.ready();
  return world;
}

describe('a baseline', () => {
  it('takes its usual time while the face at rest is not known', async () => {
    const world = await resting({});
    expect(world.now.durationMs).to.equal(TIMING.baselineMs);
    await world.watch(TIMING.knownBaselineMs);
    expect(world.now.step).to.equal('baseline');
    await world.watch(TIMING.baselineMs - TIMING.knownBaselineMs);
    expect(world.now.step).to.equal('choose');
  });

  it('is shorter once it is known', async () => {
    const world = await resting({ isKnown: true });
    expect(world.now.durationMs).to.equal(TIMING.knownBaselineMs);
    await world.watch(TIMING.knownBaselineMs);
    expect(world.now.step).to.equal('choose');
  });

  it('takes its usual time where the face looks different today, and says so', async () => {
    const world = await resting({ isKnown: true, unlike: true });
    expect(world.now).to.include({ durationMs: TIMING.knownBaselineMs, looksUnlike: false });
    await world.watch(TIMING.knownBaselineMs);
    expect(world.now).to.include({ step: 'baseline', durationMs: TIMING.baselineMs, looksUnlike: true });
    await world.watch(TIMING.baselineMs - TIMING.knownBaselineMs);
    expect(world.now).to.include({ step: 'choose', looksUnlike: false });
  });

  it('is judged again when it is taken again', async () => {
    const world = await resting({ isKnown: true, unlike: true });
    await world.watch(TIMING.knownBaselineMs);
    world.session.pause();
    world.knownRest.unlike = false;
    world.session.resume();
    await world.watch(TIMING.knownBaselineMs);
    await world.watch(500);
    expect(world.now.step).to.equal('choose');
  });
});
