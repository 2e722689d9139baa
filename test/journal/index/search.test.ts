import { expect } from 'chai';
import { LONGEST_STRETCH_MS } from '../../../app/base/stretch';
import { outlineOf } from '../../../app/journal/index/outline';
import { searchEntries } from '../../../app/journal/index/search';
import { checkIn, NOON_MS } from '../support/samples';

describe('a search in a large journal', () => {
  it('lets the page in again and again, and finds what it would find at once', async () => {
    const one = outlineOf(checkIn('one', NOON_MS));
    const outlines = Array.from({ length: 60_000 }, (_, n) => ({
      ...one,
      id: `${n}`,
      title: n % 1_000 === 7 ? 'Lighthouse' : 'x',
    }));
    const notes = new Map([['2026-11', new Map(outlines.map(({ id }) => [id, `Über ${id} `.repeat(10)]))]]);
    let longestMs = 0;
    let lastMs = performance.now();
    const watch = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - lastMs);
      lastMs = performance.now();
    });
    const started = performance.now();
    const { outlines: found } = await searchEntries('lighthouse', { outlines, notes, nameFeeling: (name) => name });
    const tookMs = performance.now() - started;
    clearInterval(watch);
    expect(found).to.have.length(60);
    expect(tookMs, 'long enough to tell').to.be.above(2 * LONGEST_STRETCH_MS);
    expect(longestMs).to.be.below(tookMs / 2);
  });
});
