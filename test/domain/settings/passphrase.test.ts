import { expect } from 'chai';
import { isTooShort, MIN_PASSPHRASE_LENGTH } from '../../../app/domain/settings/passphrase';
import { passphraseHint } from '../../../app/elements/fields/passphrase-hint';

describe('a new passphrase', () => {
  const ofLength = (length: number) => 'abcdefghijklmno'.slice(0, length);

  it('is long enough from ten characters on, without the blanks around it', () => {
    expect(MIN_PASSPHRASE_LENGTH).to.equal(10);
    expect(isTooShort(ofLength(9))).to.equal(true);
    expect(isTooShort(ofLength(10))).to.equal(false);
    expect(isTooShort(`   ${ofLength(7)}   `)).to.equal(true);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(isTooShort('🦊'.repeat(9))).to.equal(true);
    expect(isTooShort('🦊'.repeat(10))).to.equal(false);
  });

  it('has a hint that says the same', () => {
    const tooShort = passphraseHint(ofLength(1));
    expect(passphraseHint(ofLength(9))).to.equal(tooShort);
    expect(passphraseHint(ofLength(10))).not.to.equal(tooShort);
  });
});
