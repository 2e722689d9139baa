import { expect } from 'chai';
import { momentAt } from '../../../app/domain/moment/moment';
import { openImportFile } from '../../../app/portability/read/import-file';
import { checkIn, NOON_MS } from '../../journal/support/samples';
import { FakeJournal } from '../../support/fake-journal';
import { entriesOf, journalOf, jsonOf, problemsOf } from '../journals';
import { entriesCsv } from './own-csv';
import { bringInto, linesIn, other, previewOf, rowsIn } from './support';

/** What the inputs of docs/findings.md under "Tables", "Dates" and "Small" come to, and neighbours of each. */

const told = async (text: string, format = 'table') => {
  const rows = await rowsIn(await other(text, format));
  return { notes: entriesOf(rows).map(({ report }) => report.note), problems: problemsOf(rows) };
};

describe('a table that is not quoted well (journal 2)', () => {
  it('loses no row behind a quote that is left open', async () => {
    const { notes, problems } = await told('date,note\n2024-01-01,one\n2024-01-02,"tea and\n2024-01-03,three');
    expect(notes).to.deep.equal(['one', 'three']);
    expect(problems).to.deep.equal([
      '3: A quotation mark in this row is never closed, or stands in the middle of a cell.',
    ]);
  });

  it('nor behind one that closes in the middle of a cell, or in a later row', async () => {
    const middle = await told('date,note\n2024-01-01,"one" and more\n2024-01-02,two');
    expect(middle.notes).to.deep.equal(['two']);
    expect(middle.problems).to.have.length(1);
    const later = await told('date,note\n2024-01-01,"one\n2024-01-02,"two"\n2024-01-03,three');
    expect(later.notes).to.deep.equal(['two', 'three']);
    expect(later.problems.map((line) => line.slice(0, 2))).to.deep.equal(['2:']);
    const lines = await told('date,note\n2024-01-01,"one\nand, ""two"""\n2024-01-03,three');
    expect(lines.notes).to.deep.equal(['one\nand, "two"', 'three']);
  });

  it('tells a row with more cells than names', async () => {
    const { notes, problems } = await told(
      'date,mood,note\n2021-03-27,4,Rain, wind, and home by ten\n2021-03-28,3,Sun,,',
    );
    expect(notes).to.deep.equal(['Sun']);
    expect(problems).to.deep.equal([
      '2: 5 cells under 3 column names. Text with separators in it needs quotation marks around it.',
    ]);
    expect((await told('date;note\n2021-03-27;a;b')).problems).to.have.length(1);
  });

  it('keeps both of two columns that mean the same, or names the one that is left out', async () => {
    expect((await told('date,text,comment\n2021-03-27,long,short')).notes).to.deep.equal(['long\nshort']);
    const moods = await other('date,mood,rating\n2021-03-27,4,2', 'table');
    expect(moods.unused).to.deep.equal(['rating']);
    const twice = await other('date,note,note,\n2021-03-27,one,two,three', 'table');
    expect(twice.unused).to.deep.equal(['note', 'column 4']);
  });
});

describe('what the look accepts, the store keeps (journal 3)', () => {
  it('keeps 1969, and before', async () => {
    const journal = new FakeJournal();
    const file = await other(
      'date,time,note\n1969-07-20,21:17,The moon\n1901-01-02,,Grandmother\n2024-01-01,,Now',
      'table',
    );
    const preview = await previewOf(file, journal);
    expect([preview.toAdd, preview.problems.length]).to.deep.equal([3, 0]);
    expect(await bringInto(journal, file)).to.include({ added: 3 });
    expect(await linesIn(file)).to.include('1969-07-20T21:17+01:00 | unrated |  |  | The moon');
  });

  it('tells what cannot be kept by its row, and takes no neighbour with it', async () => {
    const { notes, problems } = await told(
      'date,note\n0021-03-27,slip\n2021-03-27,fine\n9999-12-31,far\n0000-01-01,none',
    );
    expect(notes).to.deep.equal(['fine', 'far']);
    expect(problems).to.deep.equal([
      '2: Its time isn’t between the years 1000 and 9999.',
      '5: Its time isn’t between the years 1000 and 9999.',
    ]);
  });

  it('points out what has not come yet', async () => {
    const { remarks, toAdd } = await previewOf(
      await other('date,note\n2206-03-27,x\n2026-11-24,y', 'table'),
      new FakeJournal(),
    );
    expect(toAdd).to.equal(2);
    expect(remarks.map(({ row }) => row)).to.deep.equal([2]);
    expect(remarks[0]!.remark).to.contain('2206').and.to.contain('hasn’t come yet');
  });
});

describe('our own table from a spreadsheet (journal 4)', () => {
  const entry = checkIn('mine', NOON_MS);
  const own = async (text: string) => {
    const rows = await rowsIn(await openImportFile(new Blob([text])));
    return {
      entries: entriesOf(rows),
      problems: problemsOf(rows),
      remarks: rows.flatMap((row) => ('remark' in row ? [row.remark!] : [])),
    };
  };

  it('is believed by what a person reads, when the long number was rounded; the difference is told', async () => {
    const text = await entriesCsv(journalOf([entry]));
    const rounded = text.replaceAll(String(NOON_MS), NOON_MS.toExponential(5).replace('e', 'E'));
    expect(rounded).not.to.equal(text);
    const { entries, remarks } = await own(rounded);
    expect(entries).to.deep.equal([entry]);
    expect(remarks).to.have.length(1);
    expect((await own(text)).remarks).to.deep.equal([]);
  });

  it('is read with semicolons and decimal commas', async () => {
    const rated = {
      ...entry,
      report: { ...entry.report, valence: { ...entry.report.valence!, value: -0.5, raw: 25 } },
    };
    const text = (await entriesCsv(journalOf([rated]))).split('\r\n');
    const german = text.map((line) => line.replaceAll(',', ';').replace(';-0.5;', ';-0,5;')).join('\r\n');
    expect(german).to.contain(';-0,5;');
    const { entries, problems } = await own(german);
    expect(problems).to.deep.equal([]);
    expect(entries).to.deep.equal([rated]);
  });

  it('keeps tags, and tells a row without any time', async () => {
    const tagged = { ...entry, report: { ...entry.report, tags: [{ kind: 'person' as const, name: 'Mia' }] } };
    const text = await entriesCsv(journalOf([tagged]));
    expect((await own(text)).entries).to.deep.equal([tagged]);
    const without = text.replaceAll(String(NOON_MS), '').replace(/2026-\d\d-\d\dT[^,]*/g, '');
    expect((await own(without)).problems).to.have.length(1);
  });
});

describe('times that end in Z (journal 6)', () => {
  const at = async (text: string, zone?: string) =>
    (await linesIn(await other(text, 'table'), zone ? { zone } : {}))[0];

  it('say the moment; where the person was is the zone’s, or the phone’s, to say', async () => {
    expect(await at('started_at,zone,note\n2026-07-02T02:30:00Z,America/New_York,x')).to.match(
      /^2026-07-01T22:30-04:00/,
    );
    expect(await at('started_at,note\n2026-07-02T02:30:00Z,x')).to.match(/^2026-07-02T04:30\+02:00/);
    expect(await at('started_at,note\n2026-07-02 02:30 UTC,x', 'Asia/Kathmandu')).to.match(/^2026-07-02T08:15\+05:45/);
    expect(await at('started_at,zone,note\n2026-07-02T02:30:00+09:00,America/New_York,x')).to.match(
      /^2026-07-02T02:30\+09:00/,
    );
    expect(await at('timestamp,note\n1782959400,x')).to.match(/^2026-07-02T04:30\+02:00/);
  });
});

describe('feelings in one cell (journal 10)', () => {
  const felt = async (cell: string) =>
    (await linesIn(await other(`date,feelings\n2026-01-01,"${cell}"`, 'table')))[0]!.split(' | ')[2];

  it('are parted by commas, and none comes twice', async () => {
    expect(await felt('calm, grateful')).to.equal('calm+grateful');
    expect(await felt('Calm | calm|tired')).to.equal('calm+tired');
    expect(await felt('calm:4; my own, with a comma; calm:2')).to.equal('calm+my own, with a comma');
    expect(await felt('calm:4, proud:2')).to.equal('calm+proud');
  });
});

describe('small ones (journal 18)', () => {
  it('an entry at the last date there is does not keep the look waiting', async () => {
    const json = await (await jsonOf(journalOf([checkIn('quick', NOON_MS)]))).text();
    for (const ms of ['8640000000000000', '8639999999999999', '-8640000000000000']) {
      const { toAdd, problems } = await previewOf(
        await openImportFile(new Blob([json.replaceAll(String(NOON_MS), ms)])),
        new FakeJournal(),
      );
      expect([toAdd, problems.length], ms).to.deep.equal([0, 1]);
    }
  });

  it('holds the count of a journal that was laid out otherwise', async () => {
    const json = JSON.parse(await (await jsonOf(journalOf([checkIn('a', NOON_MS), checkIn('b', NOON_MS + 1)]))).text());
    const rows = async (value: unknown) => rowsIn(await openImportFile(new Blob([JSON.stringify(value, null, 2)])));
    expect(problemsOf(await rows(json))).to.deep.equal([]);
    expect(problemsOf(await rows({ ...json, entries: json.entries.slice(1) }))).to.deep.equal([
      '1: The file says it holds 2 entries, but it has 1.',
    ]);
    expect(problemsOf(await rows({ ...json, count: undefined }))).to.have.length(1);
  });

  it('reads a table with a stray NUL, and still refuses what is no text', async () => {
    expect((await told('date,note\n2024-01-01,o\0ne\n2024-01-02,two')).notes).to.deep.equal(['one', 'two']);
    const error = await openImportFile(new Blob(['\0\0\0\0date,note\n2024-01-01,x'])).catch((reason) => reason);
    expect(error).to.include({ code: 'binary' });
  });

  it('reads numbered entities in HTML notes', async () => {
    const text = 'full_date,time,mood,note\n2021-03-27,20:39,good,"<p>it&#39;s &#x1F600; &#0; &amp; fine</p>"';
    expect((await told(text, 'daylio')).notes).to.deep.equal(["it's 😀 &#0; & fine"]);
  });

  it('knows an entry of before 1970 by its local day', () => {
    expect(momentAt(-14_182_980_000, 'Europe/Berlin').offsetMinutes).to.equal(60);
  });
});
