import { expect } from 'chai';
import type { Stamp } from '../../app/base/hybrid-clock';
import { type Edit, editOf, newestOf } from '../../app/sync/edit';
import { placesOf, shownOf } from '../../app/sync/shown';

const at = (ms: number, node = 'a'): Stamp => ({ ms, counter: 0, node });

const after = (shown: Edit | null, ms: number, node = 'a', more: Partial<Edit> = {}): Edit => ({
  ...editOf({ id: 'entry', at: at(ms, node), isErased: false }, shown, []),
  ...more,
});
const erased = (shown: Edit, newest: readonly Edit[], ms: number, node = 'a'): Edit =>
  editOf({ id: 'entry', at: at(ms, node), isErased: true }, shown, newest);

const first = after(null, 1);
/** When the edits that are shown were made, by id; those that stand beside the entry as `beside`. */
const times = (...edits: readonly Edit[]) =>
  [...shownOf(newestOf([], edits))].map(([id, edit]) => `${id === 'entry' ? id : 'beside'} ${edit.at.ms}`).sort();

describe('edits of several devices', () => {
  it('follow one another where each knew of the one before, in whatever order they arrive', () => {
    const second = after(first, 2, 'b');
    const third = after(second, 3);
    expect(newestOf([third], [first, second])).to.deep.equal([third]);
    expect(newestOf([first], [third])).to.deep.equal([third]);
    expect(times(third, first)).to.deep.equal(['entry 3']);
  });

  it('follow one another even if the clock of the second was behind', () => {
    expect(times(after(null, 9), after(after(null, 9), 2, 'b'))).to.deep.equal(['entry 2']);
  });

  it('are both kept where neither knew of the other: the later is the entry', () => {
    expect(times(first, after(first, 2, 'a'), after(first, 3, 'b'))).to.deep.equal(['beside 2', 'entry 3']);
  });

  it('stay where they are when either is edited further, and when either is erased', () => {
    const [a, b] = [after(first, 2, 'a'), after(first, 3, 'b')];
    const further = after(a, 9);
    const beside = [...placesOf([a, b])].find(([, edit]) => edit === a)![0];
    expect(shownOf(newestOf([a, b], [further])).get(beside)).to.equal(further);
    expect(times(a, b, erased(b, [a, b], 5))).to.deep.equal(['beside 2']);
    expect(times(a, b, erased(a, [a, b], 5))).to.deep.equal(['entry 3']);
  });

  it('that an erasure did not know of go with it if they are older, and are kept if they are newer', () => {
    const gone = erased(first, [first], 5);
    expect(times(gone, after(first, 4, 'b'))).to.deep.equal([]);
    expect(times(gone, after(first, 6, 'b'))).to.deep.equal(['entry 6']);
    expect(times(first, gone)).to.deep.equal([]);
  });

  it('stay erased when an old edit arrives late', () => {
    const known = newestOf([], [first, erased(first, [first], 5)]);
    expect(shownOf(newestOf(known, [first])).size).to.equal(0);
    expect(shownOf(newestOf(known, [after(first, 4, 'b')])).size).to.equal(0);
  });

  it('have ids that tell nothing of their stamps', () => {
    const [beside] = [...shownOf([after(null, 1700000000000, 'a'), after(null, 1700000000001, 'b')])]
      .map(([id]) => id)
      .filter((id) => id !== 'entry');
    expect(beside).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
