import type { World } from './world';

/** Brings a session with a camera to a step, with some of the face read in it. */
export const REACH = {
  prepare: (world) => world.prepared(),
  baseline: async (world) => {
    await world.prepared();
    world.session.ready();
    await world.watch(1_000);
  },
  choose: (world) => world.chosen(),
  recall: async (world) => {
    await world.recalling();
    await world.watch(1_000);
  },
  rest: async (world) => {
    await world.recalling();
    await world.watch(1_000);
    world.session.finishStep();
  },
  report: (world) => world.reporting(),
  review: (world) => world.reviewing(),
} satisfies Record<string, (world: World) => Promise<void>>;
