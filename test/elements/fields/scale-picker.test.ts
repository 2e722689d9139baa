import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../app/elements/fields/scale-picker';
import type { ScaleChange, ScalePicker } from '../../../app/elements/fields/scale-picker';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';

describe('rv-scale-picker', () => {
  let picker: ScalePicker;
  let answers: (number | null)[];
  const radios = (): HTMLInputElement[] => [...picker.renderRoot.querySelectorAll('input')];

  beforeEach(async () => {
    await appStyles();
    answers = [];
    picker = document.createElement('rv-scale-picker');
    Object.assign(picker, { label: 'How vivid was it?', low: 'hardly at all', high: 'as if you were there' });
    picker.addEventListener('rv-change', (event) => answers.push((event as ScaleChange).detail.value));
    document.body.append(picker);
    await picker.updateComplete;
  });
  afterEach(() => picker.remove());

  it('offers 1 to 7 and starts open', () => {
    expect(radios().map(({ value }) => value)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
    expect(radios().some(({ checked }) => checked)).to.equal(false);
    expect(picker.renderRoot.querySelector('button')).to.equal(null);
  });

  it('answers a click and can be cleared again', async () => {
    radios()[5]!.click();
    await picker.updateComplete;
    picker.renderRoot.querySelector('button')!.click();
    await picker.updateComplete;
    expect(answers).to.deep.equal([6, null]);
    expect(radios().some(({ checked }) => checked)).to.equal(false);
  });

  it('is one stop for Tab and is answered with Space and arrows', async () => {
    picker.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowRight' });
    expect(answers).to.deep.equal([1, 2]);
  });

  it('is picked by a tap, Space and Enter, and not by arrow keys that only come by', async () => {
    let picked = 0;
    picker.addEventListener('rv-picked', () => (picked += 1));
    picker.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect([answers, picked]).to.deep.equal([[2, 3], 0]);
    await sendKeys({ press: 'Enter' });
    expect([answers, picked]).to.deep.equal([[2, 3], 1]);
    await sendKeys({ press: 'Space' });
    expect([answers, picked], 'the same again').to.deep.equal([[2, 3], 2]);
    radios()[6]!.click();
    expect([answers, picked]).to.deep.equal([[2, 3, 7], 3]);
  });

  it('gives each number room for a thumb at 360 px', () => {
    picker.style.width = '320px';
    for (const label of picker.renderRoot.querySelectorAll('label')) {
      const { width, height } = label.getBoundingClientRect();
      expect(width).to.be.at.least(44);
      expect(height).to.be.at.least(44);
    }
  });

  it('has no axe violation in light and dark', async () => {
    await expectAccessible(picker);
    picker.value = 3;
    picker.bare = true;
    await picker.updateComplete;
    await expectAccessible(picker);
  });
});
