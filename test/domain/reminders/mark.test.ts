import { expect } from 'chai';
import { asMark } from '../../../app/domain/reminders/mark';

const MARK = {
  times: [540],
  quiet: { from: 1320, to: 480 },
  asideUntilMs: null,
  doneDay: '2026-11-28',
  title: 'T',
  body: 'B',
};

describe('the mark', () => {
  it('is read as it was written, and no more of it', () => {
    expect(asMark({ ...MARK, more: 1 })).to.deep.equal(MARK);
    expect(asMark({ ...MARK, quiet: null, doneDay: null, asideUntilMs: 5 })).to.include({
      quiet: null,
      asideUntilMs: 5,
    });
  });

  it('counts for nothing where a part of it is not sound', () => {
    const broken = [
      null,
      'mark',
      { ...MARK, times: [1440] },
      { ...MARK, times: 540 },
      { ...MARK, quiet: { from: 0 } },
      { ...MARK, quiet: undefined },
      { ...MARK, asideUntilMs: 'soon' },
      { ...MARK, doneDay: 5 },
      { ...MARK, title: undefined },
    ];
    for (const value of broken) expect(asMark(value), JSON.stringify(value)).to.equal(null);
  });
});
