import { expect } from 'chai';
import { askedLanguages, chooseLanguage, chosenLanguage } from '../../app/words/chosen-language';
import { preferredLanguage } from '../../app/words/languages';
import { inLocale, language, locale, speak } from '../../app/words/locale';

/** The languages a browser asks for, until the test is over. */
function asking(...languages: string[]): void {
  Object.defineProperty(navigator, 'languages', { value: languages, configurable: true });
}

describe('preferredLanguage', () => {
  const spoken = ['en', 'de', 'pt-BR'];

  it('takes the first that the app speaks, whatever its region', () => {
    expect(preferredLanguage(['fr-FR', 'de-AT', 'en'], spoken)).to.equal('de');
    expect(preferredLanguage(['DE'], spoken)).to.equal('de');
  });

  it('takes a region of its own only where it is asked for', () => {
    expect(preferredLanguage(['pt-BR'], spoken)).to.equal('pt-BR');
    expect(preferredLanguage(['pt-PT'], spoken)).to.equal('en');
  });

  it('is English where the app speaks none of them', () => {
    expect(preferredLanguage(['fr'], spoken)).to.equal('en');
    expect(preferredLanguage([], spoken)).to.equal('en');
  });
});

describe('a language that was chosen', () => {
  afterEach(() => {
    chooseLanguage(null);
    delete (navigator as { languages?: unknown }).languages;
  });

  it('is kept, and comes before what the browser asks for', () => {
    asking('fr', 'en');
    expect(askedLanguages()).to.deep.equal(['fr', 'en']);
    chooseLanguage('de');
    expect(chosenLanguage()).to.equal('de');
    expect(askedLanguages()).to.deep.equal(['de', 'fr', 'en']);
    chooseLanguage(null);
    expect(askedLanguages()).to.deep.equal(['fr', 'en']);
  });
});

// See: [Note: The one locale]
describe('locale', () => {
  afterEach(async () => {
    delete (navigator as { languages?: unknown }).languages;
    await speak('en');
  });

  it('is the language of the page with the region the browser asks for in it', () => {
    asking('de-DE', 'en-GB', 'en-US');
    expect([language(), locale()]).to.deep.equal(['en', 'en-GB']);
  });

  it('is the language alone in a browser that asks for others', () => {
    asking('de-DE');
    expect(locale()).to.equal('en');
  });

  it('writes what it writes in that locale, and makes a formatter once', () => {
    let made = 0;
    const format = inLocale((tag) => {
      made += 1;
      return new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    });
    asking('de-DE', 'en-GB');
    expect(format().format(0)).to.equal('1 January');
    format();
    expect(made).to.equal(1);
    asking('en-US');
    expect(format().format(0)).to.equal('January 1');
    expect(made).to.equal(2);
  });
});
