import { expect } from 'chai';
import fc from 'fast-check';
import type { Said } from '../../../app/domain/entry/edit';
import { edited, everyVersion, saidOf, unedited } from '../../../app/domain/entry/edits';
import type { Entry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import { readEntry } from '../../../app/journal/parse/entry';
import { NOW_MS, sampleCheckIn, sampleRecall, sampleReport, ZONE } from '../../support/sample-entries';

const at = momentAt(NOW_MS, ZONE);
const entry = fc.constantFrom<Entry>(sampleRecall(), sampleCheckIn());
/** A question that came with a picture. */
const pictured = (picture: string) => ({ question: 'Where is that?', valence: 'neutral' as const, picture });

const change: fc.Arbitrary<Partial<Said>> = fc.record(
  {
    startedAt: fc.integer({ min: 0, max: NOW_MS }).map((ms) => momentAt(ms, ZONE)),
    report: fc.string({ maxLength: 5 }).map((note) => sampleReport(null, { note })),
    memory: fc
      .record({
        title: fc.string({ maxLength: 5 }),
        ownCue: fc.constantFrom(undefined, pictured('/9j/A'), pictured('/9j/B')),
      })
      .map(({ title, ownCue }) => ({ ...sampleRecall().memory, title, ...(ownCue && { ownCue }) })),
  },
  { requiredKeys: [] },
);

describe('the edits of an entry', () => {
  it('lose nothing: each version it ever had can be had again', () => {
    fc.assert(
      fc.property(entry, fc.array(change, { maxLength: 8 }), (first, changes) => {
        const states = [first];
        for (const one of changes) {
          const next = edited(states.at(-1)!, one, at);
          if (next !== states.at(-1)) states.push(next);
        }
        const last = states.at(-1)!;
        expect(last.edits?.length ?? 0).to.equal(states.length - 1);
        expect(everyVersion(last)).to.deep.equal(states);
        let back = last;
        while (back.edits) back = unedited(back);
        expect(back).to.deep.equal(first);
      }),
    );
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(entry, fc.array(change, { maxLength: 4 }), (first, changes) => {
        const last = changes.reduce((one, next) => edited(one, next, at), first);
        expect(readEntry(JSON.parse(JSON.stringify(last)))).to.deep.equal(last);
      }),
    );
  });

  it('keep a picture once, however often something else is changed, and again only where it was another one', () => {
    const picture = `/9j/${'A'.repeat(40_000)}`;
    const memory = { ...sampleRecall().memory, ownCue: pictured(picture) };
    const first: Entry = { ...sampleRecall(), memory };
    const size = (one: Entry) => JSON.stringify(one).length;
    const titles = ['the lake', 'the lake at night', 'the lake in June'];
    const renamed = titles.reduce((one, title) => edited(one, { memory: { ...memory, title } }, at), first);
    expect(renamed.edits).to.have.length(3);
    expect(size(renamed) - size(first)).to.be.below(4_000);
    const without = edited(renamed, { memory: { ...memory, ownCue: { question: 'Where?', valence: 'neutral' } } }, at);
    expect(size(without) - size(first)).to.be.below(5_000);
    const pictures = everyVersion(without).map((one) => one.kind === 'recall' && one.memory.ownCue?.picture);
    expect(pictures).to.deep.equal([picture, picture, picture, picture, undefined]);
  });

  it('are none where nothing is different, and never touch the face', () => {
    const recall = sampleRecall();
    expect(edited(recall, saidOf(recall), at)).to.equal(recall);
    expect(edited(recall, {}, at)).to.equal(recall);
    expect(unedited(recall)).to.equal(recall);
    const changed = edited(recall, { report: sampleReport(-1) }, at);
    expect(changed.face).to.equal(recall.face);
    expect(changed.edits![0]!.before).to.have.all.keys('report');
  });
});
