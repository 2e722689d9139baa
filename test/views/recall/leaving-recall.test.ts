import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/recall/recall';
import '../../../app/views/today/today';
import { settle } from '../../session/support/fake-time';
import { memory, TIMING, World } from '../../session/support/world';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { control, deepElements, deepQuery, deepText, mount, unmountAll, until } from '../../support/mount';

/** A real session on its screen, over a journal whose writes can be slow or fail. */
class Left {
  readonly world = new World();
  readonly services = Object.assign(new FakeServices(this.world.journal), { session: this.world.session });
  #stage!: Element;

  async onScreen(): Promise<void> {
    // Today has asked already: it would note its question, and read everything once more.
    await (await this.services.cues()).today();
    const screen = await mount(html`<rv-recall></rv-recall>`, this.services);
    this.#stage = screen.parentElement!;
  }

  /** The system's Back gesture: the recall gives way to Today in one go. */
  async back(): Promise<HTMLElement> {
    const today = document.createElement('rv-today');
    this.#stage.replaceChildren(today);
    await settle();
    return today;
  }
}

const shown = (today: HTMLElement) => until(() => deepQuery(today.shadowRoot!, 'h1'), 'Today');

const question = (today: HTMLElement): string | undefined =>
  deepElements(today.shadowRoot!)
    .filter((one): one is HTMLElementTagNameMap['rv-dialog'] => one.matches('rv-dialog'))
    .find(({ open }) => open)?.heading;

describe('going back from an unfinished recall', () => {
  afterEach(unmountAll);

  const ways: Record<string, (world: World) => Promise<void>> = {
    choose: async (world) => {
      await world.chosen();
      world.session.draft({ memory: memory() });
    },
    recall: async (world) => {
      await world.recalling();
      await world.watch(5_000);
    },
    rest: async (world) => {
      await world.recalling();
      await world.watch(TIMING.recallMs);
    },
  };
  for (const [step, reach] of Object.entries(ways)) {
    it(`in ${step} leaves it to be gone on with, and asks before another takes its place`, async () => {
      const left = new Left();
      const { services, world } = left;
      await reach(world);
      await left.onScreen();
      let write = () => {};
      world.journal.slow = new Promise((resolve) => {
        write = resolve;
      });
      const today = await left.back();
      expect(deepText(today), 'nothing can be pressed before the draft is there').not.to.contain('Relive');
      write();
      await shown(today);
      await until(() => deepText(today).includes('You were in the middle of a memory: First snow'), 'the card');
      expect(deepText(today)).not.to.contain('starts again');
      await expectAccessible(today);

      control(today, 'Use my own memory').click();
      await until(() => question(today) === 'Start another memory?', 'the question');
      expect(services.calls).to.deep.equal([]);
      expect(world.now).to.deep.include({ step, memory: memory() });
      control(deepQuery(today.shadowRoot!, 'rv-draft-card')!, 'Continue').click();
      await until(() => services.calls.length > 0, 'the recall');
      expect(services.calls).to.deep.equal([['continue', 'id-1']]);
    });
  }

  it('leaves nothing where nothing was said yet', async () => {
    const left = new Left();
    await left.world.chosen();
    await left.onScreen();
    const today = await left.back();
    await shown(today);
    expect(deepText(today)).not.to.contain('in the middle');
    control(today, 'Use my own memory').click();
    await until(() => left.services.calls.length > 0, 'the recall');
    expect(left.services.calls).to.deep.equal([['start', null]]);
  });

  it('says where the draft could not be written, asks before another takes its place, and keeps it when there is room', async () => {
    const left = new Left();
    await left.world.recalling();
    await left.onScreen();
    left.world.journal.draftFailures.push('journal-full', 'journal-full');
    const today = await left.back();
    await shown(today);
    await until(() => deepText(today).includes('You were in the middle of a memory: First snow'), 'the card');
    await until(() => deepText(today).includes('There was no room to save this.'), 'that it was not kept');
    expect(deepText(today)).to.contain('It’s only on this page');
    await expectAccessible(today);
    control(today, 'Relive').click();
    await until(() => question(today) === 'Start another memory?', 'the question');
    expect(left.services.calls).to.deep.equal([]);
    expect(left.world.now).to.deep.include({ step: 'recall', paused: true, memory: memory() });
    control(today, 'Try again').click();
    await until(() => !deepText(today).includes('There was no room'), 'that it is kept');
    expect((await left.world.journal.draft('recall'))?.memory).to.deep.equal(memory());
  });

  it('discards, for another memory, the one that could not be written', async () => {
    const left = new Left();
    await left.world.recalling();
    await left.onScreen();
    left.world.journal.draftFailures.push('journal-full', 'journal-full', 'journal-full');
    const today = await left.back();
    await shown(today);
    control(today, 'Relive').click();
    await until(() => question(today) === 'Start another memory?', 'the question');
    control(today, 'Delete it and start').click();
    await until(() => left.services.calls.length === 2, 'another');
    expect(left.services.calls.map(([name]) => name)).to.deep.equal(['discard', 'start']);
  });
});
