import { expect } from 'chai';
import { toBase64 } from '../../../app/base/base64';
import { openImportFile } from '../../../app/portability/read/import-file';
import { checkIn, NOON_MS, recall } from '../../journal/support/samples';
import { FakeJournal } from '../../support/fake-journal';
import { entriesOf, journalOf } from '../journals';
import { dataSetOf } from './own-csv';
import { bringInto, linesIn, other, previewOf, rowsIn } from './support';
import { zipOf } from './zip-of';

const lines = async (content: BlobPart | Blob, format: string) => linesIn(await other(content, format));

const refusal = (content: Blob): Promise<string> =>
  openImportFile(content).then(
    () => 'none',
    ({ code }) => code,
  );

describe('files of other apps, told by what is in them (journal 9)', () => {
  describe('Daylio', () => {
    it('without a time, with the year apart, and as a spreadsheet saves it', async () => {
      const bare = 'full_date,weekday,mood,activities,note\n2020-08-31,Montag,Gut,Arbeit | Sport,""';
      expect(await lines(bare, 'daylio')).to.deep.equal(['2020-08-31T12:00+02:00 | 0.5 |  | Arbeit+Sport | ']);
      const old =
        'year,date,weekday,time,mood,activities,note\n2018,18 May,Friday,11:54 pm,meh,"clean | cook","Went home"';
      expect(await lines(old, 'daylio')).to.deep.equal(['2018-05-18T23:54+02:00 | 0 |  | clean+cook | Went home']);
      const german = 'sep=;\nfull_date;time;mood;note\n27.03.2021;20:39;rad;x';
      expect(await lines(german, 'daylio')).to.deep.equal(['2021-03-27T20:39+01:00 | 1 |  |  | x']);
      const american = 'full_date,time,mood,note\n3/27/2021,8:39 PM,awful,x\n3/4/2021,8:39 PM,bad,y';
      expect(await lines(american, 'daylio')).to.deep.equal([
        '2021-03-27T20:39+01:00 | -1 |  |  | x',
        '2021-03-04T20:39+01:00 | -0.5 |  |  | y',
      ]);
    });

    const backup = {
      version: 15,
      customMoods: [
        { id: 1, custom_name: '', predefined_name_id: 1, mood_group_id: 1 },
        { id: 7, custom_name: 'wobbly', predefined_name_id: -1, mood_group_id: 4 },
      ],
      tags: [
        { id: 3, name: 'walk' },
        { id: 4, name: 'tea' },
      ],
      dayEntries: [
        {
          id: 1,
          year: 2021,
          month: 2,
          day: 27,
          hour: 20,
          minute: 39,
          mood: 1,
          tags: [3, 4],
          note_title: 'Choir',
          note: '<p>Loud</p>',
        },
        { id: 2, year: 2021, month: 2, day: 28, hour: 8, minute: 5, mood: 7, tags: [], note: '' },
      ],
    };

    it('as a backup: base64 of JSON in an archive, or that JSON itself', async () => {
      const expected = [
        '2021-03-27T20:39+01:00 | 1 |  | walk+tea | Choir/Loud',
        '2021-03-28T08:05+02:00 | -0.5 |  |  | ',
      ];
      expect(await lines(JSON.stringify(backup), 'daylio-backup')).to.deep.equal(expected);
      const base64 = toBase64(new TextEncoder().encode(JSON.stringify(backup)));
      const archive = await zipOf([
        ['backup.daylio', base64],
        ['assets/photos/1.jpg', 'x'],
      ]);
      expect(await lines(archive, 'daylio-backup')).to.deep.equal(expected);
    });

    it('whose backup and table are of the same entries', async () => {
      const journal = new FakeJournal();
      await bringInto(journal, await openImportFile(new Blob([JSON.stringify(backup)])));
      const table = 'full_date,time,mood,activities,note_title,note\n2021-03-27,20:39,rad,tea | walk,Choir,Loud';
      expect(await previewOf(await openImportFile(new Blob([table])), journal)).to.include({ known: 1, toAdd: 0 });
    });
  });

  it('How We Feel: each mood is a feeling, and rated as the person says', async () => {
    const head = 'Date,Mood,Mood Key,Tags (People),Tags (Places),Tags (Events),Exercise,Notes,Reflections';
    const text = `${head}\n2026 Sun May 17 3:39 PM,Grateful,grateful,By Myself,Home,Work; Reading,0.0,a note,"[]"\n2026 Mon May 18 8:00 AM,Peppy,peppy,,,,,,"[""one"",""two""]"`;
    const found = await other(text, 'how-we-feel');
    expect(found.moods.map(({ word, step }) => [word, step])).to.deep.equal([
      ['Grateful', 4],
      ['Peppy', null],
    ]);
    expect(found.unused).to.deep.equal(['exercise']);
    expect(await linesIn(found)).to.deep.equal([
      '2026-05-17T15:39+02:00 | 0.5 | grateful | By Myself+Home+Work+Reading | a note',
      '2026-05-18T08:00+02:00 | unrated | Peppy |  | one/two',
    ]);
  });

  it('State of Mind: its valence is ours', async () => {
    const text = `Start,End,Kind,Labels,Associations,Valence,Valence Classification
2026-01-09 15:34:06 -0500,2026-01-09 15:34:06 -0500,Momentary Emotion,Anxious | Sad,Health,-0.72,Very Unpleasant
2026-01-10 09:00:00 +0100,2026-01-10 09:00:00 +0100,Daily Mood,Calm,"Family, Work",0.4,Slightly Pleasant
2026-01-11 09:00:00 +0100,,Daily Mood,,,1.4,Very Pleasant`;
    const found = await other(text, 'state-of-mind');
    expect(await linesIn(found)).to.deep.equal([
      '2026-01-09T15:34:06.000-05:00 | -0.72 | anxious+sad | Health | ',
      '2026-01-10T09:00+01:00 | 0.4 | calm | Family+Work | ',
    ]);
    expect((await rowsIn(found)).filter((row) => 'problem' in row)).to.have.length(1);
  });

  it('Bearable: what was tracked at one time is one entry', async () => {
    const text = `date,date formatted,weekday,time of day,category,rating/amount,detail,notes
9th Jan 2023,2023-01-09,Monday,am,Mood,4,"Calm, Happy",slept well
9th Jan 2023,2023-01-09,Monday,am,Symptom,2,Headache,
9th Jan 2023,2023-01-09,Monday,pm,Mood,2,,
10th Jan 2023,,Tuesday,8:30,Factor,,Coffee,
11th Jan 2023,,Wednesday,constructor,Factor,,Tea,`;
    expect(await lines(text, 'bearable')).to.deep.equal([
      '2023-01-09T09:00+01:00 | 0.5 | calm+Happy | Headache: 2 | slept well',
      '2023-01-09T19:00+01:00 | -0.5 |  |  | ',
      '2023-01-10T08:30+01:00 | unrated |  | Coffee | ',
      '2023-01-11T12:00+01:00 | unrated |  | Tea | ',
    ]);
  });

  it('iMoodJournal: levels of ten, each with a word', async () => {
    const text =
      'Date,Day of Week,Hour,Minute,Level,Label,Comment\n2016-05-01,Sunday,9,5,10,Couldn’t be better,#walk\n2016-05-02,Monday,22,0,1,,';
    const found = await other(text, 'imoodjournal');
    expect(await linesIn(found)).to.deep.equal([
      '2016-05-01T09:05+02:00 | 1 |  |  | #walk',
      '2016-05-02T22:00+02:00 | -1 |  |  | ',
    ]);
    expect(entriesOf(await rowsIn(found))[0]).to.have.nested.property('origin.mood', 'Couldn’t be better');
  });

  it('eMoods: where a day stands between its two poles', async () => {
    const text =
      'Full Date,Depressed,Irritability,Anxiety,Elevated,Sleep,Notes\n2019-02-01,3,0,1,0,7,low\n2019-02-02,None,Mild,,Mild,,';
    expect(await lines(text, 'emoods')).to.deep.equal([
      '2019-02-01T12:00+01:00 | -1 | anxious | sleep: 7 | low',
      '2019-02-02T12:00+01:00 | 0.333 | annoyed |  | ',
    ]);
  });

  it('Pixels: a day, with the mean of its scores', async () => {
    const days = [
      {
        date: '2023-1-9',
        type: 'Mood',
        scores: [4],
        notes: 'x',
        tags: [
          { type: 'Emotions', entries: ['calm'] },
          { type: 'Activities', entries: ['walk'] },
        ],
      },
      { date: '2023-1-10', scores: [1, 2], notes: '', tags: [] },
    ];
    expect(await lines(JSON.stringify(days), 'pixels')).to.deep.equal([
      '2023-01-09T12:00+01:00 | 0.5 | calm | walk | x',
      '2023-01-10T12:00+01:00 | -0.75 |  |  | ',
    ]);
  });

  it('Day One: text and tags, at the hour of their place; alone and in its archive', async () => {
    const day = {
      metadata: { version: '1.0' },
      entries: [
        { creationDate: '2021-03-27T19:39:00Z', timeZone: 'America/New_York', text: 'Home\\. Late', tags: ['walk'] },
      ],
    };
    const expected = ['2021-03-27T15:39-04:00 | unrated |  | walk | Home. Late'];
    expect(await lines(JSON.stringify(day), 'day-one')).to.deep.equal(expected);
    expect(
      await lines(
        await zipOf([
          ['Journal.json', JSON.stringify(day)],
          ['photos/a.jpeg', 'x'],
        ]),
        'day-one',
      ),
    ).to.deep.equal(expected);
  });

  it('Journey: a document an entry', async () => {
    const one = {
      id: 'a',
      date_journal: Date.UTC(2021, 2, 27, 19, 39),
      timezone: 'Europe/Berlin',
      text: '<p>Loud &amp; good</p>',
      sentiment: 1.5,
      tags: ['choir'],
    };
    const two = { ...one, id: 'b', date_journal: Date.UTC(1969, 6, 20, 20), sentiment: 0, tags: [] };
    const archive = await zipOf([
      ['a.json', JSON.stringify(one)],
      ['b.json', JSON.stringify(two)],
    ]);
    expect(await lines(archive, 'journey')).to.deep.equal([
      '2021-03-27T20:39+01:00 | 0.5 |  | choir | Loud & good',
      '1969-07-20T21:00+01:00 | unrated |  |  | Loud & good',
    ]);
  });

  it('Journey: the steps that its documentation gives, and no others', async () => {
    const felt = [0, 0.25, 0.75, 1, 1.25, 1.75, 2.5, -1];
    const documents = felt.map((sentiment, at) => ({
      date_journal: Date.UTC(2021, 2, 27, 8 + at),
      timezone: 'Europe/Berlin',
      text: `${sentiment}`,
      mood: 1,
      sentiment,
    }));
    const read = await lines(new Blob([JSON.stringify(documents)]), 'journey');
    expect(read.map((line) => line.split(' | ')[1])).to.deep.equal([
      'unrated',
      '-0.75',
      '-0.25',
      '0',
      '0.25',
      '0.75',
      'unrated',
      'unrated',
    ]);
  });

  it('our own data set, as it was exported', async () => {
    const entry = checkIn('quick', NOON_MS);
    const found = await openImportFile(await dataSetOf(journalOf([entry, recall()])));
    expect(found.kind).to.equal('own-table');
    const rows = await rowsIn(found);
    expect(entriesOf(rows)).to.deep.equal([entry]);
    expect(rows.filter((row) => 'problem' in row)).to.have.length(1);
  });

  it('any table: moods as words, as numbers, and both', async () => {
    const found = await other(
      'Date;Mood;Tags\n27. März 2021;großartig;walk, tea\n28. März 2021;4;\n29. März 2021;gut;',
      'table',
    );
    expect(found.moods.map(({ word, step }) => [word, step])).to.deep.equal([
      ['großartig', null],
      ['gut', 4],
    ]);
    expect(await linesIn({ ...found, scale: [1, 5] })).to.deep.equal([
      '2021-03-27T12:00+01:00 | unrated |  | walk+tea | ',
      '2021-03-28T12:00+02:00 | 0.5 |  |  | ',
      '2021-03-29T12:00+02:00 | 0.5 |  |  | ',
    ]);
  });

  it('asks which number is the day only where all dates leave it open', async () => {
    const open = 'date,note\n3/4/2021,x\n5/6/2021,y';
    const found = await other(open, 'table', { usualOrder: 'day-first' });
    expect([found.isOrderOpen, found.dayOrder]).to.deep.equal([true, 'day-first']);
    expect((await linesIn({ ...found, dayOrder: 'month-first' }))[0]).to.match(/^2021-03-04/);
    const plain = await other('date,note\n3/4/2021,x\n13/6/2021,y', 'table', { usualOrder: 'month-first' });
    expect([plain.isOrderOpen, plain.dayOrder]).to.deep.equal([false, 'day-first']);
    expect((await other('date,note\n3.4.2021,x', 'table')).isOrderOpen).to.equal(false);
  });

  it('an archive that holds no journal, or is none, is refused', async () => {
    for (const content of [
      await zipOf([
        ['a.txt', 'x'],
        ['b.txt', 'y'],
      ]),
      new Blob(['PK\x03\x04', 'x'.repeat(400)]),
    ]) {
      expect(await refusal(content)).to.equal('archive');
    }
  });

  it('an archive in an archive is refused, because one can hold itself', async () => {
    const inner = await zipOf([['table.csv', 'date,note\n2026-11-22,x']]);
    expect((await openImportFile(inner)).kind).to.equal('other');
    expect(await refusal(await zipOf([['table.csv', inner]]))).to.equal('archive');
  });

  it('documents that are too large together are refused, however small their archive is', async () => {
    const large = `${' '.repeat(51e6)}{}`;
    const archive = await zipOf(['a.json', 'b.txt', 'c.json'].map((name) => [name, name === 'b.txt' ? 'x' : large]));
    expect(archive.size).to.be.below(1e6);
    expect(await refusal(archive)).to.equal('too-large');
  });
});
