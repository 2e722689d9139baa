import { expect } from 'chai';
import { html } from 'lit';
import { mount, unmountAll } from '../../support/mount';

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const GROUNDS = ['paper', 'card', 'sunk', 'ember-soft', 'dusk-soft'];
const WORDS = ['ink', 'ink-2', 'ink-3', 'ember', 'dusk', 'ok', 'warn', 'bad'];

describe('tokens', () => {
  before(() => mount(html`<p></p>`));
  after(unmountAll);

  for (const theme of ['light', 'dark']) {
    describe(theme, () => {
      beforeEach(() => {
        document.documentElement.dataset.theme = theme;
      });

      for (const words of WORDS) {
        it(`--${words} is readable on every ground (4.5:1)`, () => {
          for (const ground of GROUNDS) expect(contrast(token(words), token(ground)), ground).to.be.at.least(4.5);
        });
      }

      it('words on the primary button are readable, and a control has an edge (3:1)', () => {
        expect(contrast(token('on-ember'), token('ember'))).to.be.at.least(4.5);
        for (const ground of ['paper', 'card'])
          expect(contrast(token('edge'), token(ground)), ground).to.be.at.least(3);
      });
    });
  }

  it('has no colour that is the same in both themes, and none that is empty in one', () => {
    const inTheme = (theme: string) => {
      document.documentElement.dataset.theme = theme;
      return [...GROUNDS, ...WORDS, 'line', 'edge', 'on-ember', 'shadow'].map(token);
    };
    const [light, dark] = [inTheme('light'), inTheme('dark')];
    for (const [at, colour] of light.entries()) expect(colour).not.to.equal(dark[at]);
    expect([...light, ...dark]).not.to.include('');
  });

  it('gives the same dark to those who chose it and to those whose phone is dark', async () => {
    const sheet = await (await fetch('/assets/styles/tokens.css')).text();
    const blocks = [...sheet.matchAll(/color-scheme: dark;([^}]*)}/g)].map(([, block]) => block!.replace(/\s+/g, ' '));
    expect(blocks).to.have.length(2);
    expect(blocks[0]).to.equal(blocks[1]);
    expect(blocks[0]!.trim()).to.equal('--light: ; --dark: initial;');
  });
});
