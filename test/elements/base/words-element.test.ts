import { msg } from '@lit/localize';
import { expect } from 'chai';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { WordsElement } from '../../../app/elements/base/words-element';
import { language, locale, speak } from '../../../app/words/locale';
import { formatCount } from '../../../app/words/numbers';
import { plural } from '../../../app/words/plural';

/** English in the clothes of Arabic. */
const ARABIC = 'ar-XB-u-nu-arab';

@customElement('test-words')
class TestWords extends WordsElement {
  protected override render() {
    return html`${msg('Today')}`;
  }
}

// See: [Note: The one locale], [Note: The pseudo-locale]
describe('WordsElement', () => {
  afterEach(() => speak('en'));

  it('draws itself again when the page speaks another language, and the page runs as that does', async () => {
    const element = new TestWords();
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('Today');
    await speak(ARABIC);
    await element.updateComplete;
    expect(element.renderRoot.textContent).not.to.match(/[a-z]/i);
    const { lang, dir } = document.documentElement;
    expect([language(), locale(), lang, dir]).to.deep.equal([ARABIC, ARABIC, ARABIC, 'rtl']);
    expect(formatCount(12)).to.equal('١٢');
    await speak('en');
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('Today');
    expect(document.documentElement.dir).to.equal('ltr');
    element.remove();
  });

  it('counts in the plurals of the language', async () => {
    const forms = '{n, plural, one {one} two {two} few {few} many {many} other {other}}';
    expect([1, 2, 5].map((n) => plural(forms, { n }))).to.deep.equal(['one', 'other', 'other']);
    await speak(ARABIC);
    expect([1, 2, 3, 11, 100].map((n) => plural(forms, { n }))).to.deep.equal(['one', 'two', 'few', 'many', 'other']);
  });
});
