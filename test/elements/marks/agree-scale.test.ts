import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/elements/marks/agree-scale';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { deepQuery, deepText, mount, unmountAll } from '../../support/mount';

afterEach(() => {
  unmountAll();
  document.documentElement.removeAttribute('dir');
});

const scale = (you: number | null, face: number | null, halfWidth: number | null = null) =>
  mount(html`<rv-agree-scale .you=${you} .face=${face} .halfWidth=${halfWidth}></rv-agree-scale>`);

const words = (element: Element): string => deepText(deepQuery(element.shadowRoot!, '.words')!);
const middleOf = (element: Element, selector: string): number => {
  const { left, width } = deepQuery(element.shadowRoot!, selector)!.getBoundingClientRect();
  return left + width / 2;
};

describe('rv-agree-scale', () => {
  it('says both numbers, the face with its interval', async () => {
    expect(words(await scale(0.72, 0.4, 0.15))).to.equal('you 0.72 · face 0.40 ± 0.15');
  });

  it('says what is missing instead of showing the middle', async () => {
    const element = await scale(null, null);
    expect(words(element)).to.equal('you: not rated · face: not read');
    expect(deepQuery(element.shadowRoot!, '.at')).to.equal(null);
    await expectAccessible(element);
  });

  it('misses no face where there was none to read', async () => {
    const element = await mount(html`<rv-agree-scale alone .you=${0.4}></rv-agree-scale>`);
    expect(deepText(element.shadowRoot!)).to.contain('you 0.40').and.not.contain('face');
  });

  it('writes a real minus', async () => {
    expect(words(await scale(-0.5, 0))).to.equal('you −0.50 · face 0.00');
  });

  it('puts the marks where the values are, and keeps what is beyond the ends on the scale', async () => {
    const element = await scale(0.5, -1.4, 0.2);
    const track = deepQuery(element.shadowRoot!, '.track')!.getBoundingClientRect();
    expect(middleOf(element, '.dot')).to.be.closeTo(track.left + track.width * 0.75, 1);
    expect(middleOf(element, '.diamond')).to.be.closeTo(track.left, 1);
    const interval = deepQuery(element.shadowRoot!, '.interval')!.getBoundingClientRect();
    expect(interval.left).to.be.at.least(track.left - 1);
  });

  // See: [Note: Both directions]
  it('swaps its marks together with its words where the page runs from right to left', async () => {
    await appStyles();
    document.documentElement.dir = 'rtl';
    const element = await scale(0.5, -1, 0.2);
    const track = deepQuery(element.shadowRoot!, '.track')!.getBoundingClientRect();
    const [low, high] = [...element.shadowRoot!.querySelectorAll('.ends span')].map((end) =>
      end.getBoundingClientRect(),
    );
    expect(low!.left).to.be.greaterThan(high!.left);
    expect(middleOf(element, '.dot')).to.be.closeTo(track.right - track.width * 0.75, 1);
    expect(middleOf(element, '.diamond')).to.be.closeTo(track.right, 1);
    expect(middleOf(element, '.middle')).to.be.closeTo(track.left + track.width / 2, 1);
    const interval = deepQuery(element.shadowRoot!, '.interval')!.getBoundingClientRect();
    expect(interval.right).to.be.at.most(track.right + track.width * 0.1 + 1);
    expect(interval.left).to.be.closeTo(track.right - track.width * 0.1, 1);
  });

  it('sets the marks apart where one would hide the other', async () => {
    const element = await scale(0.42, 0.4);
    const dot = deepQuery(element.shadowRoot!, '.dot')!.getBoundingClientRect();
    const diamond = deepQuery(element.shadowRoot!, '.diamond')!.getBoundingClientRect();
    expect(diamond.bottom).to.be.at.most(dot.top);
  });

  it('is accessible', async () => {
    await expectAccessible(await scale(0.72, 0.4, 0.15));
  });
});
