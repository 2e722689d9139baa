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
const change: fc.Arbitrary<Partial<Said>> = fc.record(
  {
    startedAt: fc.integer({ min: 0, max: NOW_MS }).map((ms) => momentAt(ms, ZONE)),
    report: fc.string({ maxLength: 5 }).map((note) => sampleReport(null, { note })),
    memory: fc.string({ maxLength: 5 }).map((title) => ({ ...sampleRecall().memory, title })),
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
