import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { FEELINGS, type Feeling } from '../../../app/domain/report/report';
import '../../../app/elements/fields/feeling-picker';
import type { FeelingPicker, FeelingsChange } from '../../../app/elements/fields/feeling-picker';
import { expectAccessible } from '../../support/accessible';
import { appStyles } from '../../support/app-styles';
import { until } from '../../support/mount';

describe('rv-feeling-picker', () => {
  let picker: FeelingPicker;
  let last: readonly Feeling[] | null;
  const chip = (word: string): HTMLButtonElement =>
    [...picker.renderRoot.querySelectorAll<HTMLButtonElement>('.chip')].find(
      (button) => button.textContent?.trim() === word,
    )!;
  const named = (label: string): HTMLButtonElement => picker.renderRoot.querySelector(`[aria-label="${label}"]`)!;
  const press = async (button: HTMLElement): Promise<void> => {
    button.click();
    await picker.updateComplete;
  };

  beforeEach(async () => {
    await appStyles();
    last = null;
    picker = document.createElement('rv-feeling-picker');
    picker.label = 'What did you feel?';
    picker.addEventListener('rv-change', (event) => {
      last = (event as FeelingsChange).detail.feelings;
    });
    document.body.append(picker);
    await picker.updateComplete;
  });
  afterEach(() => picker.remove());

  it('offers every ordinary word, none chosen', () => {
    const chips = [...picker.renderRoot.querySelectorAll('.chip')];
    expect(chips.length).to.equal(FEELINGS.length);
    expect(chips.every((one) => one.getAttribute('aria-pressed') === 'false')).to.equal(true);
  });

  it('chooses several in the order of choosing, each at 3 of 5', async () => {
    await press(chip('wistful'));
    await press(chip('calm'));
    expect(last).to.deep.equal([
      { name: 'wistful', intensity: 3 },
      { name: 'calm', intensity: 3 },
    ]);
  });

  it('unchooses on the second tap', async () => {
    await press(chip('sad'));
    await press(chip('sad'));
    expect(last).to.deep.equal([]);
  });

  it('leaves the size of a chip as it is when it is chosen, so that its neighbours stay', async () => {
    const placesOf = () =>
      ['sad', 'calm', 'wistful'].map((word) => {
        const { x, width, height } = chip(word).getBoundingClientRect();
        return { x, width, height };
      });
    const before = placesOf();
    await press(chip('sad'));
    await press(chip('calm'));
    expect(placesOf()).to.deep.equal(before);
  });

  it('makes one stronger or weaker, and stops at 1 and 5', async () => {
    await press(chip('sad'));
    for (let tap = 0; tap < 4; tap += 1) await press(named('sad: stronger'));
    expect(last).to.deep.equal([{ name: 'sad', intensity: 5 }]);
    expect(named('sad: stronger').getAttribute('aria-disabled')).to.equal('true');
    for (let tap = 0; tap < 7; tap += 1) await press(named('sad: weaker'));
    expect(last).to.deep.equal([{ name: 'sad', intensity: 1 }]);
  });

  it('takes a word of one’s own by keyboard, and lets it be unchosen like the others', async () => {
    picker.renderRoot.querySelector<HTMLInputElement>('#own')!.focus();
    await sendKeys({ type: 'Homesick ' });
    await sendKeys({ press: 'Enter' });
    await picker.updateComplete;
    expect(last).to.deep.equal([{ name: 'homesick', intensity: 3 }]);
    expect(picker.renderRoot.querySelector<HTMLInputElement>('#own')!.value).to.equal('');
    await press(chip('homesick'));
    expect(last).to.deep.equal([]);
  });

  it('puts the cursor into an empty field rather than saying nothing', async () => {
    picker.renderRoot.querySelector<HTMLButtonElement>('.own button')!.click();
    expect((picker.renderRoot as ShadowRoot).activeElement?.id).to.equal('own');
  });

  it('brings the strength of what was chosen into view, clear of the bar below', async () => {
    picker.style.marginBlock = `${innerHeight}px`;
    const first = chip('joyful');
    scrollTo({ top: scrollY + first.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' });
    first.click();
    await until(() => {
      const strength = picker.renderRoot.querySelector('.chosen li')?.getBoundingClientRect();
      return strength && strength.top >= 0 && strength.bottom <= innerHeight - 7 * 16 + 1;
    }, 'its strength');
  });

  it('knows an offered word when it is typed, and does not choose one twice', async () => {
    const own = picker.renderRoot.querySelector<HTMLInputElement>('#own')!;
    for (const word of ['Calm', 'calm', '  ']) {
      own.value = word;
      own.form!.requestSubmit();
      await picker.updateComplete;
    }
    expect(last).to.deep.equal([{ name: 'calm', intensity: 3 }]);
  });

  it('has no axe violation in light and dark', async () => {
    picker.feelings = [
      { name: 'sad', intensity: 1 },
      { name: 'homesick', intensity: 5 },
    ];
    await picker.updateComplete;
    await expectAccessible(picker);
  });
});
