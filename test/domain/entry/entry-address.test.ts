import { expect } from 'chai';
import fc from 'fast-check';
import { newId } from '../../../app/base/ids';
import { addressOf, entryPath, idAt } from '../../../app/domain/entry/entry-address';

describe('an entry’s address', () => {
  it('is its id, if that was made here', () => {
    const id = newId();
    expect(entryPath(id)).to.equal(`/entry/${id}`);
    expect(idAt(id)).to.equal(id);
  });

  it('gives back any id, and is one step of a path without a dot whatever is in it', () => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom('.', '..', 'a.b', 'a/b', '../x', '~0041', '\ud800x', '%2e%2e', '#a', '?a', ' '),
    );
    fc.assert(
      fc.property(ids, (id) => {
        expect(idAt(addressOf(id))).to.equal(id);
        expect(new URL(entryPath(id), 'https://x.test').pathname).to.equal(`/entry/${addressOf(id)}`);
        expect(addressOf(id)).to.match(/^[~\w-]+$/);
      }),
    );
  });
});
