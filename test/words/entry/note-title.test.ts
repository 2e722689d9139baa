import { expect } from 'chai';
import { noteTitle } from '../../../app/words/entry/note-title';

const FAMILY = '👨‍👩‍👧';

describe('noteTitle', () => {
  it('is a short note as it is, without what surrounds it', () => {
    expect(noteTitle('  Rain, and home by ten. \n')).to.equal('Rain, and home by ten.');
    expect(noteTitle('')).to.equal('');
  });

  it('is the first line of several, however lines end', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) expect(noteTitle(`A walk${end}It rained.`)).to.equal('A walk');
  });

  it('cuts a long line between words, and says so', () => {
    const title = noteTitle('word '.repeat(720));
    expect(title).to.match(/^(word )+word…$/);
    expect(title.length).to.be.within(100, 120);
  });

  it('cuts no character in two: an emoji of several, one with an accent, a letter of Hindi with its vowel', () => {
    for (const character of [FAMILY, '🏳️‍🌈', 'é', 'दि']) {
      const title = noteTitle(character.repeat(200));
      expect(title.endsWith('…')).to.equal(true);
      expect(title.slice(0, -1).replaceAll(character, '')).to.equal('');
    }
  });

  it('is the same for the whole note and for what a list keeps of it', () => {
    for (const note of ['word '.repeat(100), FAMILY.repeat(100), `${'a'.repeat(200)}\nb`, 'x'.repeat(119)])
      expect(noteTitle(note.slice(0, 120))).to.equal(noteTitle(note));
  });
});
