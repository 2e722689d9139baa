import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/drawings/scene';
import { seeded } from '../../../app/base/seeded';
import { composeScene, SCENE } from '../../../app/elements/drawings/landscape';
import { expectAccessible } from '../../support/accessible';
import { mount, unmountAll } from '../../support/mount';

afterEach(unmountAll);

const seeds = Array.from({ length: 200 }, (_, index) => `2026-11-22/${index}`);

describe('seeded', () => {
  it('repeats itself for the same seed, differs for another, stays in [0, 1)', () => {
    const draw = (seed: string) => Array.from({ length: 50 }, seeded(seed));
    expect(draw('a')).to.deep.equal(draw('a'));
    expect(draw('a')).not.to.deep.equal(draw('b'));
    for (const value of draw('c')) expect(value).to.be.within(0, 1 - Number.EPSILON);
  });
});

describe('composeScene', () => {
  it('gives the same place for the same day and cue, and another for another', () => {
    expect(composeScene('a')).to.deep.equal(composeScene('a'));
    const places = new Set(seeds.map((seed) => JSON.stringify(composeScene(seed))));
    expect(places.size).to.equal(seeds.length);
  });

  it('always has a sun inside the picture and above the nearest land', () => {
    for (const { sun, ridges } of seeds.map(composeScene)) {
      expect(sun.x - sun.r).to.be.at.least(0);
      expect(sun.x + sun.r).to.be.at.most(SCENE.width);
      expect(sun.y + sun.r).to.be.below(SCENE.height - 80);
      expect(ridges.length).to.be.at.least(3);
    }
  });

  it('is hills as well as shore', () => {
    const shores = seeds.map(composeScene).filter(({ glints }) => glints.length > 0).length;
    expect(shores / seeds.length).to.be.within(0.35, 0.65);
  });
});

describe('rv-scene', () => {
  it('fills the height it is given and is hidden from screen readers', async () => {
    const scene = await mount(html`<rv-scene seed="a"></rv-scene>`);
    const layers = [...scene.shadowRoot!.querySelectorAll('svg')];
    for (const layer of layers) expect(layer.getAttribute('aria-hidden')).to.equal('true');
    expect(layers.filter((layer) => layer.matches('.land'))).to.have.length(composeScene('a').ridges.length);
    await expectAccessible(scene);
  });
});
