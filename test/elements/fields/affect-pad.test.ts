import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import fc from 'fast-check';
import { padRating, padRaw } from '../../../app/domain/report/pad';
import { sliderRating, sliderRaw } from '../../../app/domain/report/rating';
import '../../../app/elements/fields/affect-pad';
import type { AffectPad, PadChange, PadMark } from '../../../app/elements/fields/affect-pad';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';

describe('rv-affect-pad', () => {
  let pad: AffectPad;
  let answers: (PadMark | null)[];
  const place = (valence: number, arousal: number): HTMLElement =>
    pad.renderRoot.querySelector<HTMLElement>(`[data-valence="${valence}"][data-arousal="${arousal}"]`)!;
  const marked = (): HTMLElement[] => [...pad.renderRoot.querySelectorAll<HTMLElement>('[aria-selected=true]')];
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await sendKeys({ press: key });
      await pad.updateComplete;
    }
  };

  beforeEach(async () => {
    await appStyles();
    answers = [];
    pad = Object.assign(document.createElement('rv-affect-pad'), { label: 'Where are you?' });
    pad.addEventListener('rv-change', (event) => answers.push((event as PadChange).detail.mark));
    document.body.append(pad);
    await pad.updateComplete;
  });
  afterEach(() => {
    pad.remove();
    document.documentElement.dir = 'ltr';
  });

  it('has nine by nine places, and none is marked until one is', async () => {
    expect(pad.renderRoot.querySelectorAll('[role=gridcell]').length).to.equal(81);
    expect(marked()).to.deep.equal([]);
    place(5, 5).focus();
    await press('ArrowRight');
    expect(answers).to.deep.equal([]);
    await expectAccessible(pad);
  });

  it('is marked by a tap, says so in words, and can be cleared', async () => {
    place(8, 2).click();
    await pad.updateComplete;
    expect(answers).to.deep.equal([{ valence: 8, arousal: 2 }]);
    expect(marked().map((one) => one.getAttribute('aria-label'))).to.deep.equal(['very pleasant, very calm']);
    expect(pad.renderRoot.querySelector('.words')!.textContent).to.equal('very pleasant, very calm');
    await expectAccessible(pad);
    pad.renderRoot.querySelector('button')!.click();
    await pad.updateComplete;
    expect(answers.at(-1)).to.equal(null);
    expect(marked()).to.deep.equal([]);
  });

  it('is marked by keyboard alone: arrows move, Enter and Space mark, edges hold', async () => {
    place(5, 5).focus();
    await press('ArrowRight', 'ArrowUp', 'ArrowUp', 'Enter');
    expect(answers).to.deep.equal([{ valence: 6, arousal: 7 }]);
    await press('End', 'ArrowRight', 'PageDown', 'Space');
    expect(answers.at(-1)).to.deep.equal({ valence: 9, arousal: 1 });
    await press('Home', 'PageUp', 'Enter');
    expect(answers.at(-1)).to.deep.equal({ valence: 1, arousal: 9 });
    expect(pad.renderRoot.querySelectorAll('[tabindex="0"]').length).to.equal(1);
  });

  it('runs the other way where the language does', async () => {
    document.documentElement.dir = 'rtl';
    place(5, 5).focus();
    await press('ArrowLeft', 'Enter');
    expect(answers).to.deep.equal([{ valence: 6, arousal: 5 }]);
    const [left, right] = [place(9, 5).getBoundingClientRect().x, place(1, 5).getBoundingClientRect().x];
    expect(left).to.be.lessThan(right);
  });

  it('keeps the instrument’s own number, and stands where a rating of any instrument is', () => {
    expect(padRating(9)).to.deep.equal({
      value: 1,
      raw: 9,
      bounds: [1, 9],
      instrument: 'reverie-pad',
      instrumentVersion: 1,
    });
    expect([padRating(1).value, padRating(5).value]).to.deep.equal([-1, 0]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), (raw) => padRaw(padRating(raw)) === raw));
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (raw) => sliderRaw(sliderRating(raw)) === raw));
    expect(padRaw(sliderRating(100))).to.equal(9);
  });
});
