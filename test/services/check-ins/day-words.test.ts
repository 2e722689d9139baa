import { expect } from 'chai';
import { isOfDay } from '../../../app/domain/entry/day-word';
import { dayOf } from '../../../app/domain/moment/moment';
import { sliderRating } from '../../../app/domain/report/rating';
import { readEntry } from '../../../app/journal/parse/entry';
import { type DayWords, open } from '../../../app/services/check-ins/day-words';
import { sampleCheckIn } from '../../support/sample-entries';
import { SamplePage } from '../support/page';

const TODAY = '2026-11-22';
const said = (note: string, valence: number | null = null) => ({
  note,
  valence: valence === null ? null : sliderRating(valence),
});

describe('the word for a day', () => {
  let page: SamplePage;
  let words: DayWords;
  beforeEach(() => {
    page = new SamplePage();
    words = open(page);
  });
  const kept = () => [...page.journal.entries.values()];

  it('is one entry, that says it is about the day, and reads back as it was written', async () => {
    expect(await words.of(TODAY)).to.equal(null);
    await words.keep(TODAY, said('slow', 70));
    expect(kept()).to.have.length(1);
    const entry = (await words.of(TODAY))!;
    expect(isOfDay(entry)).to.equal(true);
    expect(entry.report).to.deep.include(said('slow', 70));
    expect(readEntry(JSON.parse(JSON.stringify(entry)))).to.deep.equal(entry);
    expect(isOfDay(readEntry(JSON.parse(JSON.stringify(sampleCheckIn()))))).to.equal(false);
  });

  it('is changed where there is one already, and keeps what it said before', async () => {
    await Promise.all([words.keep(TODAY, said('slow', 70)), words.keep(TODAY, said('slow, then snow', 70))]);
    await words.keep(TODAY, said('slow, then snow', 70));
    expect(kept()).to.have.length(1);
    const { report, edits } = (await words.of(TODAY))!;
    expect(report.note).to.equal('slow, then snow');
    expect(edits?.map(({ before }) => before.report?.note)).to.deep.equal(['slow']);
  });

  it('lies on its day, also if that is an earlier one, and beside the check-ins of it', async () => {
    await page.journal.save(sampleCheckIn(), null);
    await words.keep('2026-03-29', said('the clocks went forward'));
    await words.keep(TODAY, said('slow'));
    const earlier = (await words.of('2026-03-29'))!;
    expect([dayOf(earlier.startedAt), dayOf(earlier.savedAt)]).to.deep.equal(['2026-03-29', TODAY]);
    expect((await words.of(TODAY))?.report.note).to.equal('slow');
    expect(kept()).to.have.length(3);
  });
});
