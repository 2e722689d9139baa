import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { ALL_FEELINGS, FEELINGS_BY_QUARTER, QUARTERS } from '../../../app/domain/report/feelings';
import { FEELINGS, type Feeling } from '../../../app/domain/report/report';
import '../../../app/elements/fields/more-feelings';
import { feelingMeanings } from '../../../app/words/report/feeling-meanings';
import { feelingWord } from '../../../app/words/report/feeling-words';
import { expectAccessible } from '../../support/accessible';
import { mount, unmountAll, until } from '../../support/mount';

describe('the feelings', () => {
  it('are sixty, fifteen a quarter, each once, and hold the short list', () => {
    expect(QUARTERS.map((quarter) => FEELINGS_BY_QUARTER[quarter].length)).to.deep.equal([15, 15, 15, 15]);
    expect(new Set(ALL_FEELINGS).size).to.equal(60);
    expect(ALL_FEELINGS).to.include.members([...FEELINGS]);
  });

  it('have a word and a meaning of one line each, none of them twice', () => {
    const meanings = feelingMeanings();
    expect(Object.keys(meanings)).to.have.members([...ALL_FEELINGS]);
    for (const line of Object.values(meanings)) {
      expect(line).to.match(/^\p{Lu}.*\.$/u);
      expect(line.length).to.be.at.most(70);
    }
    expect(new Set(Object.values(meanings)).size).to.equal(60);
    expect(new Set(ALL_FEELINGS.map(feelingWord)).size).to.equal(60);
  });
});

describe('rv-more-feelings', () => {
  let told: (readonly Feeling[])[];
  beforeEach(() => {
    told = [];
  });
  afterEach(unmountAll);

  const shown = async (lately: readonly string[] = []) => {
    const element = await mount<HTMLElementTagNameMap['rv-more-feelings']>(
      html`<rv-more-feelings
        .lately=${lately}
        @rv-change=${({ detail }: CustomEvent<{ feelings: readonly Feeling[] }>) => told.push(detail.feelings)}
      ></rv-more-feelings>`,
    );
    element.renderRoot.querySelector('details')!.open = true;
    await until(() => element.renderRoot.querySelector('.chip'), 'the feelings');
    return element;
  };
  const chip = (element: HTMLElement, word: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent!.trim() === word)!;
  const meaning = (element: HTMLElement) =>
    element.shadowRoot!.querySelector('.meaning')!.textContent!.trim().replace(/\s+/g, ' ');

  it('chooses and takes back, and offers words of one’s own that were used lately', async () => {
    const element = await shown(['calm', 'swimmy']);
    await expectAccessible(element);
    chip(element, 'awed').click();
    chip(element, 'swimmy').click();
    await element.updateComplete;
    chip(element, 'awed').click();
    expect(told.map((feelings) => feelings.map(({ name }) => name))).to.deep.equal([
      ['awed'],
      ['awed', 'swimmy'],
      ['swimmy'],
    ]);
    const own = [...element.shadowRoot!.querySelectorAll('fieldset')][0]!;
    expect(own.textContent).to.contain('Your own words').and.not.to.contain('calm');
  });

  it('tells what a word means where a finger rests on it, and chooses nothing then', async () => {
    const element = await shown();
    const awed = chip(element, 'awed');
    awed.dispatchEvent(new PointerEvent('pointerdown'));
    await until(() => meaning(element).startsWith('awed Small beside'), 'its meaning');
    awed.dispatchEvent(new PointerEvent('pointerup'));
    awed.click();
    expect(told).to.deep.equal([]);
    awed.click();
    expect(told, 'the next press chooses').to.have.length(1);
  });

  it('tells it by keyboard', async () => {
    const element = await shown();
    chip(element, 'joyful').focus();
    await sendKeys({ press: 'Tab' });
    await until(() => meaning(element).startsWith('excited It can’t come'), 'its meaning');
  });
});
