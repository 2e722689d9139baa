import { expect } from 'chai';
import fc from 'fast-check';
import { type Consents, consentTo, permitsOf, withSaid } from '../../../app/domain/settings/consents';

const at = (textVersion: number, atMs = 0) => ({ textVersion, atMs });

describe('consents', () => {
  it('are asked for until something was said of this text, and a no holds for every text', () => {
    expect(consentTo([], 'face', 3)).to.equal(null);
    const agreed = withSaid([], { face: true }, at(2));
    expect(consentTo(agreed, 'face', 2)).to.equal(true);
    expect(consentTo(agreed, 'face', 3), 'another text').to.equal(null);
    const back = withSaid(agreed, { face: false }, at(2));
    expect(consentTo(back, 'face', 2)).to.equal(false);
    expect(consentTo(back, 'face', 3)).to.equal(false);
    expect(consentTo(withSaid(back, { face: true }, at(3)), 'face', 3)).to.equal(true);
  });

  it('are each given and taken back alone', () => {
    const both = withSaid([], { face: true, readings: true }, at(3));
    expect(permitsOf(both, 3)).to.deep.equal({ face: true, readings: true });
    expect(permitsOf(withSaid(both, { readings: false }, at(3)), 3)).to.deep.equal({ face: true, readings: false });
    expect(permitsOf(both, 4)).to.deep.equal({ face: false, readings: false });
  });

  it('keep all that was ever said, with text and time, and grow by what is new alone', () => {
    const saying = fc.record({
      said: fc.record({ face: fc.boolean(), readings: fc.boolean() }, { requiredKeys: [] }),
      textVersion: fc.integer({ min: 1, max: 3 }),
      atMs: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(saying), (sayings) => {
        let list: Consents = [];
        for (const { said, textVersion, atMs } of sayings) {
          const before = list;
          list = withSaid(list, said, { textVersion, atMs });
          expect(list.slice(0, before.length)).to.deep.equal(before);
          for (const one of list.slice(before.length)) expect(one).to.include({ textVersion, atMs });
          expect(permitsOf(list, textVersion)).to.deep.include(said);
          expect(withSaid(list, said, { textVersion, atMs: atMs + 1 }), 'said again').to.deep.equal(list);
        }
      }),
    );
  });
});
