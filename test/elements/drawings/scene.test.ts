import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/drawings/scene';
import type { RvScene } from '../../../app/elements/drawings/scene';
import { mount, unmountAll } from '../../support/mount';

describe('rv-scene', () => {
  afterEach(unmountAll);

  for (const width of [320, 390, 1280]) {
    it(`shows no edge of its land at either end of its drift: ${width} px`, async () => {
      const scene = await mount<RvScene>(html`<rv-scene seed="2026-11-22/kitchen"></rv-scene>`);
      scene.parentElement!.style.width = `${width}px`;
      scene.style.height = '200px';
      const layers = [...scene.renderRoot.querySelectorAll('svg.land')];
      expect(layers.length).to.be.greaterThan(0);
      for (const layer of layers) {
        const [drift] = layer.getAnimations();
        for (const share of [0, 0.5, 0.999]) {
          drift!.currentTime = share * Number(drift!.effect!.getComputedTiming().duration);
          const [land, place] = [layer, scene].map((one) => one.getBoundingClientRect());
          expect(land!.left, `left at ${share}`).to.be.at.most(place!.left);
          expect(land!.right, `right at ${share}`).to.be.at.least(place!.right);
        }
      }
    });
  }
});
