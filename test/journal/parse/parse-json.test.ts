import { expect } from 'chai';
import { parseJson } from '../../../app/journal/parse/parse-json';
import { ParseProblem } from '../../../app/journal/parse/reader';

describe('JSON from a stranger', () => {
  const long = 'x'.repeat(100_000);

  it('is read as JSON is', () => {
    const value = { a: [1, { b: '[[[[,,,,"\\' }], long, [long.slice(1)]: '"' };
    expect(parseJson(JSON.stringify(value))).to.deep.equal(value);
    expect(() => parseJson(`{"a":"${long}`)).to.throw(SyntaxError);
  });

  it('is refused where it would take far more memory than its length, and only then', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}"${long}"${']'.repeat(levels)}`;
    expect(parseJson(deep(64))).to.be.an('array');
    expect(() => parseJson(deep(65))).to.throw(ParseProblem, 'deep');
    expect(() => parseJson('['.repeat(1_000_000))).to.throw(ParseProblem, 'deep');
    expect(parseJson(`[${'[],'.repeat(400_000)}0]`)).to.have.length(400_001);
    expect(() => parseJson(`[${'[],'.repeat(600_000)}0]`)).to.throw(ParseProblem, 'parts');
    expect(parseJson(JSON.stringify({ note: '[,'.repeat(2_000_000) }))).to.have.property('note');
  });
});
