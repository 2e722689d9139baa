import { expect } from 'chai';
import { parsePlural, plural } from '../../app/words/plural';

const ADDED = '{n, plural, =0 {Nothing was added.} one {One entry was added.} other {{n} entries were added.}}';

// See: [Note: Plurals]
describe('plural', () => {
  it('takes the form of the number, and writes the number as the language does', () => {
    expect([0, 1, 2, 12_400].map((n) => plural(ADDED, { n }))).to.deep.equal([
      'Nothing was added.',
      'One entry was added.',
      '2 entries were added.',
      '12,400 entries were added.',
    ]);
  });

  it('puts words in their places, around a plural and within one', () => {
    const message = 'From {day}: {n, plural, one {one, of {who}} other {{n}, of {who}}}.';
    expect(plural(message, { n: 3, day: 'Monday', who: 'Ada' })).to.equal('From Monday: 3, of Ada.');
  });

  it('counts twice in one sentence', () => {
    const message =
      '{a, plural, one {One of {b, plural, one {one record} other {{b} records}}} other {{a} of {b, plural, one {one record} other {{b} records}}}}';
    expect(plural(message, { a: 1, b: 1 })).to.equal('One of one record');
    expect(plural(message, { a: 3, b: 5 })).to.equal('3 of 5 records');
  });

  it('writes a real minus, as numbers by themselves do', () => {
    expect(plural('{low} to {high}', { low: -1, high: 1 })).to.equal('−1 to 1');
    expect(plural('{low} to {high}', { low: -3, high: -12_400 })).to.equal('−3 to −12,400');
  });

  it('refuses what is not its syntax', () => {
    for (const message of [
      '{n, plural, one {One}}',
      '{n, plural, one {One} other {Many}',
      '{n, plural, some {One} other {Many}}',
      '{n, number}',
      'An open {',
      'A closed }',
    ]) {
      expect(() => parsePlural(message), message).to.throw(message);
    }
    expect(() => plural('{n}', {})).to.throw('{n}');
  });
});
