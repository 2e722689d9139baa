import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/blocks/more-below';
import { expectAccessible } from '../../support/accessible';
import { deepQuery, mount, unmountAll, until } from '../../support/mount';

describe('rv-more-below', () => {
  afterEach(() => {
    unmountAll();
    scrollTo({ top: 0, behavior: 'instant' });
  });

  const page = async (height: number) => {
    const stage = await mount(html`<div><rv-more-below></rv-more-below></div>`);
    const before = document.createElement('div');
    before.style.height = `${height}px`;
    stage.prepend(before);
    return stage;
  };
  const cue = (stage: Element) => deepQuery<HTMLButtonElement>(stage, 'button');

  it('says that more follows until the end is seen, within the window, and shows it when pressed', async () => {
    const stage = await page(2.4 * innerHeight);
    await until(() => cue(stage), 'the word');
    const { bottom } = cue(stage)!.getBoundingClientRect();
    expect(bottom).to.be.within(0, innerHeight);
    expect(bottom, 'above its place, where a bar begins').to.be.at.most(
      stage.querySelector('rv-more-below')!.getBoundingClientRect().bottom + 1,
    );
    await expectAccessible(stage);
    cue(stage)!.click();
    await until(() => scrollY > 100, 'what follows');
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await until(() => !cue(stage), 'that nothing follows');
    scrollTo({ top: 0, behavior: 'instant' });
    await until(() => cue(stage), 'the word again');
  });

  it('says nothing where everything is seen, or a line is left', async () => {
    for (const height of [innerHeight / 2, innerHeight - 1]) {
      const stage = await page(height);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(cue(stage), String(height)).to.equal(null);
      unmountAll();
    }
  });
});
