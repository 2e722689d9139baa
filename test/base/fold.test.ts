import { expect } from 'chai';
import { folded, hitIn, searchWords } from '../../app/base/fold';

describe('folding', () => {
  const finds = (text: string, search: string): boolean =>
    searchWords(search).every((word) => folded(text).includes(word));

  it('keeps the vowels of Hindi, Bengali and Thai, and the consonants of Japanese', () => {
    expect(finds('एक दिन', 'दिन')).to.equal(true);
    for (const other of ['दान', 'दून']) expect(finds(other, 'दिन'), other).to.equal(false);
    expect(finds('বন', 'বিনা')).to.equal(false);
    expect(finds('ที่', 'ทา')).to.equal(false);
    expect(finds('かき', 'がき')).to.equal(false);
  });

  it('leaves out the accents of Latin and Greek, the stress of Cyrillic, the points of Hebrew and Arabic', () => {
    expect(finds('Über Öl, crème brûlée, Đà Nẵng', 'uber ol creme brulee da nang')).to.equal(true);
    expect(finds('Ἀθήνα', 'αθηνα')).to.equal(true);
    expect(finds('ещё за́мок', 'еще замок')).to.equal(true);
    expect(finds('мой', 'мои')).to.equal(false);
    expect(finds('שָׁלוֹם', 'שלום')).to.equal(true);
    expect(finds('سَلَام', 'سلام')).to.equal(true);
    expect(finds('کتابي', 'كتابی')).to.equal(true);
  });

  it('takes letters with a stroke for the letter below it', () => {
    expect(finds('Łódź', 'lodz')).to.equal(true);
    expect(finds('smørrebrød på Ærø', 'smorrebrod aero')).to.equal(true);
    expect(finds('Großstraße', 'grossstrasse')).to.equal(true);
    expect(finds('Iğdır, İstanbul', 'igdir istanbul')).to.equal(true);
  });

  it('sees nothing in soft hyphens and signs without width, and one letter in both sigmas', () => {
    expect(finds('Morgen\u00adspazier\u200bgang', 'morgenspaziergang')).to.equal(true);
    expect(finds('نیم\u200cفاصله', 'نیمفاصله')).to.equal(true);
    expect(finds('ΟΔΟΣ και λόγος', 'οδοσ λογοσ')).to.equal(true);
    expect(finds('don’t', "don't")).to.equal(true);
  });

  it('tells words apart where there are no spaces', () => {
    expect(finds('散步，今天', '今天散步')).to.equal(true);
    expect(finds('散步', '今天散步')).to.equal(false);
    expect(finds('公園で散歩した', '散歩公園')).to.equal(true);
  });

  it('shows what was found as it is written, in its line, cut between words', () => {
    expect(hitIn('First line\nA walk in Łódź today', 'lodz')).to.deep.equal({
      before: 'A walk in ',
      match: 'Łódź',
      after: ' today',
    });
    const long = hitIn(`${'before '.repeat(20)}Großstraße ${'after '.repeat(40)}`, 'strass')!;
    expect(long.match).to.equal('straß');
    expect(long.before).to.match(/^…(before )+Groß$/);
    expect(long.after).to.match(/^e( after)+…$/);
    expect(hitIn('e\u0301te\u0301 😀', 'ete')!.match).to.equal('e\u0301te\u0301');
    expect(hitIn('nothing', 'else')).to.equal(null);
  });
});
