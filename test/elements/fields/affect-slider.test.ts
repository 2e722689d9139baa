import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../app/elements/fields/affect-slider';
import type { AffectChange, AffectSlider } from '../../../app/elements/fields/affect-slider';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';

describe('rv-affect-slider', () => {
  let slider: AffectSlider;
  let answers: (number | null)[];
  const input = (): HTMLInputElement => slider.renderRoot.querySelector('input')!;
  const clear = (): HTMLButtonElement | null => slider.renderRoot.querySelector('button');
  const pointer = (type: string): boolean => input().dispatchEvent(new PointerEvent(type, { bubbles: true }));
  const moveTo = (raw: number): void => {
    input().value = String(raw);
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  beforeEach(async () => {
    await appStyles();
    answers = [];
    slider = document.createElement('rv-affect-slider');
    slider.addEventListener('rv-change', (event) => answers.push((event as AffectChange).detail.raw));
    document.body.append(slider);
    await slider.updateComplete;
  });
  afterEach(() => slider.remove());

  it('stands in the middle, is said to be not set, and has answered nothing', () => {
    expect(input().valueAsNumber).to.equal(50);
    expect(input().getAttribute('aria-valuetext')).to.equal('not set');
    expect(input().className).to.equal('untouched');
    expect(clear()).to.equal(null);
    expect(slider.raw).to.equal(null);
    expect(answers).to.deep.equal([]);
  });

  it('answers where it is moved to, and says so in words', async () => {
    moveTo(86);
    await slider.updateComplete;
    expect(answers).to.deep.equal([86]);
    expect(input().className).to.equal('touched');
    expect(input().getAttribute('aria-valuetext')).to.equal('very pleasant');
  });

  it('takes a touch that does not move it as the middle', () => {
    pointer('pointerdown');
    pointer('pointerup');
    expect(answers).to.deep.equal([50]);
  });

  it('takes back a touch that became a scroll', () => {
    pointer('pointerdown');
    moveTo(12);
    pointer('pointercancel');
    expect(answers).to.deep.equal([12, null]);
    expect(input().valueAsNumber).to.equal(50);
  });

  it('goes back to an earlier answer when a later touch became a scroll', () => {
    moveTo(70);
    pointer('pointerdown');
    moveTo(12);
    pointer('pointercancel');
    expect(slider.raw).to.equal(70);
    expect(input().valueAsNumber).to.equal(70);
  });

  it('is answered by keys; passing through with Tab is no answer', async () => {
    slider.focus();
    await sendKeys({ press: 'Tab' });
    expect(slider.shadowRoot!.activeElement).to.equal(input());
    await sendKeys({ press: 'Shift' });
    expect(answers).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    expect(slider.raw, 'Enter confirms the place where it stands').to.equal(50);
    await sendKeys({ press: 'ArrowRight' });
    expect(slider.raw).to.equal(51);
    await sendKeys({ press: 'Home' });
    expect(slider.raw).to.equal(0);
  });

  it('can be cleared, and keeps the focus', async () => {
    moveTo(20);
    await slider.updateComplete;
    clear()!.click();
    await slider.updateComplete;
    expect(answers).to.deep.equal([20, null]);
    expect(input().valueAsNumber).to.equal(50);
    expect(slider.shadowRoot!.activeElement).to.equal(input());
  });

  it('has no axe violation, untouched and touched in light and dark', async () => {
    await expectAccessible(slider);
    slider.scale = 'arousal';
    slider.raw = 80;
    await slider.updateComplete;
    await expectAccessible(slider);
  });
});
