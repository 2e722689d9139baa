import { expect } from 'chai';
import { edited } from '../../../app/domain/entry/edits';
import type { CheckInEntry } from '../../../app/domain/entry/entry';
import type { Choices } from '../../../app/portability/read/bring-in';
import { dryRun } from '../../../app/portability/read/compare-rows';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { readKnown } from '../../../app/portability/read/known';
import { checkIn, NOON_MS } from '../../journal/support/samples';
import { FakeJournal } from '../../support/fake-journal';
import { journalOf, jsonOf } from '../journals';
import { bringInto, inBerlin, lineOf, NOW, other, previewOf } from './support';

const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const all = (choice: Choices['all']): Choices => ({ all: choice, rows: new Map() });

/** What a second table comes to after a first: what is known, differs and is new. */
async function after(first: string, second: string, zone?: string): Promise<string> {
  const journal = new FakeJournal();
  await bringInto(journal, await openImportFile(new Blob([first])));
  const { known, differs, toAdd } = await previewOf(
    await openImportFile(new Blob([second])),
    journal,
    zone === undefined ? {} : { zone },
  );
  return `${known} known, ${differs.length} differ, ${toAdd} new`;
}

describe('a record of another app is known again (journal 1)', () => {
  const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
  const A = table('2021-03-27,March 27,Saturday,20:39,good,"walk | tea","","one"');

  it('in another language and by another clock', async () => {
    const B = table('2021-03-27,27. März,Samstag,8:39 PM,good,"walk | tea","","one"');
    expect(await after(A, B)).to.equal('1 known, 0 differ, 0 new');
  });

  it('with the narrow space that newer phones set, other digits, another order of rows, columns and activities', async () => {
    const narrow = table('2021-03-27,March 27,Saturday,8:39\u202fPM,good,"tea | walk","","one"');
    expect(await after(A, narrow)).to.equal('1 known, 0 differ, 0 new');
    const columns = 'mood;note;full_date;time;activities\nGood;one;27.03.2021;20:39;walk | tea';
    expect(await after(A, columns)).to.equal('1 known, 0 differ, 0 new');
    const digits = table('۲۰۲۱-۰۳-۲۷,,,٢٠:٣٩,good,"walk | tea","","one"');
    expect(await after(A, digits)).to.equal('1 known, 0 differ, 0 new');
    const language = table('2021-03-27,27. März,Samstag,20:39,gut,"walk | tea","","one"');
    expect(await after(A, language), 'a mood is the step it stands for').to.equal('1 known, 0 differ, 0 new');
    expect(await after(A, A, 'Asia/Tokyo'), 'wherever the phone is').to.equal('1 known, 0 differ, 0 new');
  });

  it('with one renamed activity or another note it differs, and is never added in silence', async () => {
    const C = table('2021-03-27,March 27,Saturday,20:39,good,"stroll | tea","","one"');
    expect(await after(A, C)).to.equal('0 known, 1 differ, 0 new');
    expect(await after(A, A.replace('"one"', '"one more"'))).to.equal('0 known, 1 differ, 0 new');
    expect(await after(A, A.replace('20:39', '20:40'))).to.equal('0 known, 0 differ, 1 new');
  });

  it('stops comparing at once where that is cancelled, also once all rows are read', async () => {
    const journal = new FakeJournal();
    const rows = ['20:39,good,,,"one"', '21:39,bad,,,"two"'].map((row) => `2021-03-27,,,${row}`);
    await bringInto(journal, await openImportFile(new Blob([table(...rows)])));
    const changed = await openImportFile(new Blob([table(...rows.map((row) => row.replace(/"$/, '!"')))]));
    const cancel = new AbortController();
    const work = { signal: cancel.signal, onCount: () => undefined };
    const known = await readKnown(journal, work);
    let opened = 0;
    const open = (id: string) => {
      opened += 1;
      // Each is opened while the rows that are the same are told, and once more to tell those that differ.
      if (opened === 3) cancel.abort();
      return known.open(id);
    };
    const stopped = await dryRun(rowsOf(changed, inBerlin()), { ...known, open }, work).catch((error) => error.name);
    expect([stopped, opened]).to.deep.equal(['AbortError', 3]);
  });

  it('several of one minute stay several, whatever their order, and one more of them is new', async () => {
    const two = table('2021-03-27,,,20:39,good,,,"one"', '2021-03-27,,,20:39,good,,,"one"');
    expect(await after(two, two)).to.equal('2 known, 0 differ, 0 new');
    const three = table('2021-03-27,,,20:39,bad,,,"three"', ...two.split('\n').slice(1));
    expect(await after(two, three)).to.equal('2 known, 0 differ, 1 new');
    const swapped = table('2021-03-27,,,20:39,good,,,"b"', '2021-03-27,,,20:39,good,,,"a!"');
    const before = table('2021-03-27,,,20:39,good,,,"a"', '2021-03-27,,,20:39,good,,,"b"');
    expect(await after(before, swapped)).to.equal('1 known, 1 differ, 0 new');
  });

  it('by the moment where the file says it, whatever the distance from UTC', async () => {
    const start = (at: string) =>
      `Start,End,Kind,Labels,Associations,Valence,Valence Classification\n${at},${at},Momentary Emotion,Sad,Health,-0.72,Very Unpleasant`;
    expect(await after(start('2026-01-09 15:34:06 -0500'), start('2026-01-09 21:34:06 +0100'))).to.equal(
      '1 known, 0 differ, 0 new',
    );
    const zulu = 'started_at,note\n2026-07-02T02:30:00Z,x';
    expect(await after(zulu, zulu, 'America/New_York')).to.equal('1 known, 0 differ, 0 new');
    expect(await after(zulu, 'started_at,note\n2026-07-02T04:30:00+02:00,x')).to.equal('1 known, 0 differ, 0 new');
  });

  it('by an app of its own: two apps may tell of the same minute', async () => {
    const plain = 'date,time,mood,note\n2021-03-27,20:39,4,one';
    expect(await after(A, plain)).to.equal('0 known, 0 differ, 1 new');
  });

  it('also after the person has changed or moved the entry: theirs counts', async () => {
    const journal = new FakeJournal();
    await bringInto(journal, await openImportFile(new Blob([A])));
    const [mine] = [...journal.entries.values()];
    const moved = { ...mine!.startedAt, epochMs: mine!.startedAt.epochMs + 86_400_000 };
    await journal.save(edited(mine!, { startedAt: moved, report: { ...mine!.report, note: 'mine' } }, NOW), null);
    const same = await previewOf(await openImportFile(new Blob([A])), journal);
    expect([same.known, same.differs.length, same.toAdd]).to.deep.equal([1, 0, 0]);
    const later = await previewOf(await openImportFile(new Blob([A.replace('"one"', '"two"')])), journal);
    expect([later.known, later.differs.length, later.toAdd]).to.deep.equal([0, 1, 0]);
  });

  it('by a key of 0.1.0 as well', async () => {
    const journal = new FakeJournal();
    await bringInto(journal, await openImportFile(new Blob([A])));
    const [mine] = [...journal.entries.values()] as CheckInEntry[];
    await journal.save({ ...mine!, origin: { ...mine!.origin!, key: '0b2f1a52-6a35-5f0e-9a35-0d1f6f0c2b77' } }, null);
    const same = await previewOf(await openImportFile(new Blob([A])), journal);
    expect([same.known, same.differs.length, same.toAdd]).to.deep.equal([1, 0, 0]);
    const later = await previewOf(await openImportFile(new Blob([A.replace('tea', 'coffee')])), journal);
    expect([later.known, later.differs.length, later.toAdd]).to.deep.equal([0, 1, 0]);
  });
});

describe('what differs', () => {
  const rows = [
    '2021-03-27,,,20:39,good,"walk | tea","","one"',
    '2021-03-28,,,20:39,good,"walk","","two"',
    '2021-03-29,,,20:39,good,"walk","","three"',
  ];
  const before = [HEADER, ...rows].join('\n');
  const later = before.replace('walk | tea', 'stroll | tea').replace('"two"', '"two!"').replace('"three"', '"three!"');

  async function journalWith(text: string): Promise<FakeJournal> {
    const journal = new FakeJournal();
    await bringInto(journal, await openImportFile(new Blob([text])));
    return journal;
  }
  const lines = (journal: FakeJournal) => [...journal.entries.values()].map(lineOf).sort();

  it('is left alone unasked, and shows both', async () => {
    const journal = await journalWith(before);
    const kept = JSON.stringify([...journal.entries]);
    const file = await openImportFile(new Blob([later]));
    const { differs } = await previewOf(file, journal);
    expect(differs.map(({ row }) => row)).to.deep.equal([2, 3, 4]);
    expect(differs.map(({ here, inFile }) => `${here.report.note} ${inFile.report.note}`)).to.deep.equal([
      'one one',
      'two two!',
      'three three!',
    ]);
    expect(await bringInto(journal, file)).to.deep.equal({ added: 0, replaced: 0, stopped: null });
    expect(JSON.stringify([...journal.entries])).to.equal(kept);
  });

  it('is replaced, kept beside or left, by a choice for all and for each', async () => {
    const journal = await journalWith(before);
    const file = await openImportFile(new Blob([later]));
    const choices: Choices = {
      all: 'replace',
      rows: new Map([
        [3, 'both'],
        [4, 'leave'],
      ]),
    };
    expect(await bringInto(journal, file, choices)).to.deep.equal({ added: 1, replaced: 1, stopped: null });
    expect(lines(journal)).to.deep.equal([
      '2021-03-27T20:39+01:00 | 0.5 |  | stroll+tea | one',
      '2021-03-28T20:39+02:00 | 0.5 |  | walk | two',
      '2021-03-28T20:39+02:00 | 0.5 |  | walk | two!',
      '2021-03-29T20:39+02:00 | 0.5 |  | walk | three',
    ]);
    const again = await previewOf(file, journal);
    expect([again.known, again.differs.length, again.toAdd]).to.deep.equal([2, 1, 0]);
  });

  it('keeps what was there before among the edits of what is replaced', async () => {
    const journal = await journalWith(before);
    await bringInto(journal, await openImportFile(new Blob([later])), all('replace'));
    const [first] = [...journal.entries.values()] as CheckInEntry[];
    expect(first!.edits?.[0]?.before.origin?.activities).to.deep.equal(['walk', 'tea']);
  });
});

describe('a choice at import can be corrected (journal 5)', () => {
  const text = [
    HEADER,
    '2021-03-27,,,20:39,irritable,,,',
    '2021-03-28,,,20:39,rad,,,',
    '2021-03-29,,,20:39,xyz,,,',
  ].join('\n');

  it('says how many rows would have no rating, and updates them when the file comes in again', async () => {
    const journal = new FakeJournal();
    const file = await other(text, 'daylio');
    expect((await previewOf(file, journal)).unrated).to.equal(2);
    await bringInto(journal, file);
    const rated = { ...file, moods: file.moods.map((mood) => ({ ...mood, step: mood.step ?? (2 as const) })) };
    const preview = await previewOf(rated, journal);
    expect([preview.known, preview.differs.length, preview.unrated]).to.deep.equal([1, 2, 0]);
    expect(await bringInto(journal, rated, all('replace'))).to.include({ added: 0, replaced: 2 });
    expect([...journal.entries.values()].map(({ report }) => report.valence?.value)).to.have.members([-0.5, -0.5, 1]);
  });

  it('holds for the scale of numbers', async () => {
    const journal = new FakeJournal();
    const numbers = await other('date,mood\n2021-03-27,4\n2021-03-28,2\n', 'table');
    await bringInto(journal, { ...numbers, scale: [1, 10] });
    const preview = await previewOf(numbers, journal);
    expect([preview.known, preview.differs.length]).to.deep.equal([0, 2]);
  });

  it('takes the scale that most ratings fit, and tells the outlier by row', async () => {
    const typo = await other(
      'date,mood\n2021-03-27,4\n2021-03-28,44\n2021-03-29,1\n2021-03-30,5\n2021-03-31,2\n',
      'table',
    );
    expect(typo.scale).to.deep.equal([1, 5]);
    const { problems, toAdd } = await previewOf(typo, new FakeJournal());
    expect(problems).to.deep.equal([
      { row: 3, problem: 'mood: 44 is not between 1 and 5.', cells: ['2021-03-28', '44'] },
    ]);
    expect(toAdd).to.equal(4);
    const ten = await other('date,mood\n2021-03-27,4\n2021-03-28,9\n2021-03-29,1\n2021-03-30,5\n', 'table');
    expect(ten.scale).to.deep.equal([1, 10]);
    const hundred = await other('date,mood\n2021-03-27,40\n2021-03-28,90\n2021-03-29,1\n2021-03-30,55\n', 'table');
    expect(hundred.scale).to.deep.equal([0, 100]);
  });
});

describe('the same id with other words (journal 15)', () => {
  it('differs; nothing else of two exports of one journal does', async () => {
    const mine = { ...checkIn('quick', NOON_MS), report: { ...checkIn('quick', NOON_MS).report, note: 'as it was' } };
    const json = await (await jsonOf(journalOf([mine, checkIn('other', NOON_MS + 1)]))).text();
    const journal = journalOf([mine, checkIn('other', NOON_MS + 1)]);
    const same = await previewOf(await openImportFile(new Blob([json])), journal);
    expect([same.known, same.differs.length]).to.deep.equal([2, 0]);
    const changed = await openImportFile(new Blob([json.replace('as it was', 'by hand')]));
    const preview = await previewOf(changed, journal);
    expect([preview.known, preview.differs.length, preview.toAdd]).to.deep.equal([1, 1, 0]);
    expect(await bringInto(journal, changed, all('both'))).to.include({ added: 1 });
    const versions = [...journal.entries.values()].filter(({ besideId }) => besideId === 'quick');
    expect(versions.map(({ report }) => report.note)).to.deep.equal(['by hand']);
    expect(await bringInto(journal, changed, all('replace'))).to.include({ replaced: 1 });
    expect(journal.entries.get('quick')!.report.note).to.equal('by hand');
    expect(journal.entries.get('quick')!.edits?.[0]?.before.report?.note).to.equal('as it was');
  });

  it('an older export brings nothing new to an entry that was changed since', async () => {
    const mine = checkIn('quick', NOON_MS);
    const json = await jsonOf(journalOf([mine]));
    const journal = journalOf([edited(mine, { report: { ...mine.report, note: 'later' } }, NOW)]);
    const preview = await previewOf(await openImportFile(json), journal);
    expect([preview.known, preview.differs.length]).to.deep.equal([1, 0]);
  });

  it('twice in one file, with other words the second time, is told', async () => {
    const json = await (await jsonOf(journalOf([checkIn('quick', NOON_MS)]))).text();
    const [head, line, tail] = json.split('\n') as [string, string, string];
    const twice = [head, `${line},`, line.replace('"note":"', '"note":"!'), tail.replace('1', '2')].join('\n');
    const preview = await previewOf(await openImportFile(new Blob([twice])), new FakeJournal());
    expect([preview.toAdd, preview.problems.length]).to.deep.equal([1, 1]);
  });
});
