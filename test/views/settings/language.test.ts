import { expect } from 'chai';
import { html } from 'lit';
import '../../../app/views/settings/language';
import { chooseLanguage, chosenLanguage } from '../../../app/words/chosen-language';
import { language, speak } from '../../../app/words/locale';
import { expectAccessible } from '../../support/accessible';
import { FakeServices } from '../../support/fake-services';
import { deepElements, deepText, mount, unmountAll, until } from '../../support/mount';

/** A pseudo-locale stands for another language. See: [Note: The pseudo-locale] */
const OTHER = { tag: 'ar-XB-u-nu-arab', name: 'šţñéççÅ' };

describe('rv-settings-language', () => {
  afterEach(async () => {
    unmountAll();
    chooseLanguage(null);
    await speak('en');
  });

  const shown = () => mount(html`<rv-settings-language></rv-settings-language>`, new FakeServices());

  const radio = (element: HTMLElement, words: string): HTMLInputElement =>
    deepElements(element.shadowRoot!)
      .find((one) => one.matches('label') && deepText(one) === words)!
      .querySelector('input')!;

  it('speaks what is chosen at once, either way it runs, and keeps the choice', async () => {
    const element = await shown();
    await expectAccessible(element);
    expect(radio(element, 'Same as this phone').checked).to.equal(true);
    radio(element, OTHER.name).click();
    await until(() => chosenLanguage() === OTHER.tag, 'the choice');
    const { lang, dir } = document.documentElement;
    expect([language(), lang, dir]).to.deep.equal([OTHER.tag, OTHER.tag, 'rtl']);
    await until(() => !deepText(element).includes('Same as this phone'), 'its words');
    radio(element, 'English').click();
    await until(() => chosenLanguage() === 'en', 'the choice');
    expect([document.documentElement.dir, radio(element, 'English').checked]).to.deep.equal(['ltr', true]);
  });

  it('goes back to what the phone asks for', async () => {
    chooseLanguage('en');
    const element = await shown();
    radio(element, 'Same as this phone').click();
    await until(() => chosenLanguage() === null, 'the choice');
    expect(language()).to.equal('en');
  });
});
