import { expect } from 'chai';
import { ImportRefusal, REFUSALS } from '../../../app/domain/import/import-refusal';
import { momentAt } from '../../../app/domain/moment/moment';
import { momentOfWall } from '../../../app/domain/moment/wall-time';
import { PLAIN_COLUMNS } from '../../../app/portability/read/formats/plain-table';
import { type OtherFile, openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import type { RowContext } from '../../../app/portability/read/import-row';
import { placeIn } from '../../../app/portability/read/known-again';
import { readDate, readDateTime, readTimeOfDay } from '../../../app/portability/read/local-time';
import { refusalWords } from '../../../app/words/import/refusal-words';
import { allOf, entriesOf, file, problemsOf } from '../journals';

const NOW = momentAt(Date.UTC(2026, 10, 24, 12), 'Europe/Berlin');

const context = (change: Partial<RowContext> = {}): RowContext => {
  let next = 0;
  return { zone: 'Europe/Berlin', now: NOW, appVersion: '0.1.0', newId: () => `id-${++next}`, ...change };
};

async function opened(text: BlobPart, format: string): Promise<OtherFile> {
  const found = await openImportFile(file(text));
  expect(found.kind === 'other' && found.format.id).to.equal(format);
  return found as OtherFile;
}

const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const DAYLIO = [
  HEADER,
  '2021-03-27,March 27,Saturday,20:39,rad,"friends | movies","Choir","<b>Loud</b> &amp; good<br>home late"',
  '2021-03-27,March 27,Saturday,8:20 am,irritable,"","",""',
  '2021-03-26,March 26,Friday,2:00 pm,meh,"take care of kids","",""',
  '2021-03-26,March 26,Friday,2:00 pm,meh,"take care of kids","",""',
  '2021-02-30,March 2,Tuesday,2:00 pm,meh,"","",""',
  '2021-02-28,February 28,Sunday,25:00,meh,"","",""',
].join('\n');

describe("Daylio's CSV", () => {
  it('gives check-ins with time, mood, activities and note; wrong rows are told by number', async () => {
    const found = await opened(DAYLIO, 'daylio');
    const rows = await allOf(rowsOf(found, context()));
    const [first, second, third] = entriesOf(rows);
    expect(first).to.deep.include({
      kind: 'check-in',
      id: 'id-1',
      startedAt: { epochMs: Date.UTC(2021, 2, 27, 19, 39), zone: 'Europe/Berlin', offsetMinutes: 60 },
      savedAt: NOW,
      report: {
        valence: { value: 1, raw: 5, bounds: [1, 5], instrument: 'daylio-mood', instrumentVersion: 1 },
        arousal: null,
        feelings: [],
        note: 'Choir\nLoud & good\nhome late',
      },
    });
    expect(first).to.have.nested.property('origin.mood', 'rad');
    expect(first).to.have.nested.property('origin.activities').that.deep.equals(['friends', 'movies']);
    expect(second!.report.valence).to.equal(null);
    expect(second!.startedAt.epochMs).to.equal(Date.UTC(2021, 2, 27, 7, 20));
    expect(third!.report.valence).to.include({ value: 0, raw: 3 });
    expect(problemsOf(rows)).to.deep.equal([
      '6: full_date: “2021-02-30” is not a date like 2026-11-22.',
      '7: time: “25:00” is not a time like 20:39 or 8:39 pm.',
    ]);
  });

  it('lists the moods it has, with the steps of those that Daylio itself names so', async () => {
    const { moods } = await opened(DAYLIO, 'daylio');
    expect(moods).to.deep.equal([
      { word: 'meh', rows: 4, step: 3 },
      { word: 'rad', rows: 1, step: 5 },
      { word: 'irritable', rows: 1, step: null },
    ]);
  });

  it('takes a mood for what the person says it is, and is known again whatever they said and wherever they are', async () => {
    const found = await opened(DAYLIO, 'daylio');
    const before = entriesOf(await allOf(rowsOf(found, context())));
    const moods = found.moods.map((mood) => ({ ...mood, step: 2 as const }));
    const after = entriesOf(await allOf(rowsOf({ ...found, moods }, context({ zone: 'Asia/Tokyo' }))));
    expect(after.map(({ report }) => report.valence?.value)).to.deep.equal([-0.5, -0.5, -0.5, -0.5]);
    const places = (entries: typeof before) =>
      entries.map((entry) => entry.kind === 'check-in' && placeIn(entry.origin!.key));
    expect(places(after)).to.deep.equal(places(before));
    expect(new Set(places(before)).size, 'two rows of one minute').to.equal(3);
  });

  it('says which columns it has no place for', async () => {
    const text = DAYLIO.replace('activities,', 'activities,scales,').replace(/","/g, '","","');
    expect((await opened(text, 'daylio')).unused).to.deep.equal(['scales']);
  });

  it('is read with what Windows and Excel make of it', async () => {
    for (const text of [`\uFEFF${DAYLIO.replaceAll('\n', '\r\n')}`, DAYLIO.replace(/"/g, '').replaceAll(',', '\t')]) {
      expect(entriesOf(await allOf(rowsOf(await opened(text, 'daylio'), context())))).to.have.length(4);
    }
  });
});

describe('a table of one’s own', () => {
  const rowsIn = async (text: string, change?: Partial<RowContext>) =>
    allOf(rowsOf(await opened(text, 'table'), context(change)));

  it('gives check-ins by any of the documented columns', async () => {
    const text = `${PLAIN_COLUMNS.join(',')}
2026-11-22T20:39:00+01:00,,,,0.5,-0.25,calm:2; my own,Title,Words
,2026-11-22,20:39,America/New_York,,,joyful,,
,2026-11-22,,,1,,,,`;
    const [exact, zoned, noon] = entriesOf(await rowsIn(text));
    expect(exact!.startedAt.epochMs).to.equal(Date.UTC(2026, 10, 22, 19, 39));
    expect(exact!.report).to.deep.equal({
      valence: { value: 0.5, raw: 0.5, bounds: [-1, 1], instrument: 'table-scale', instrumentVersion: 1 },
      arousal: { value: -0.25, raw: -0.25, bounds: [-1, 1], instrument: 'table-scale', instrumentVersion: 1 },
      feelings: [
        { name: 'calm', intensity: 2 },
        { name: 'my own', intensity: 3 },
      ],
      note: 'Title\nWords',
    });
    expect(zoned!.startedAt).to.deep.equal({
      epochMs: Date.UTC(2026, 10, 23, 1, 39),
      zone: 'America/New_York',
      offsetMinutes: -300,
    });
    expect(noon!.startedAt.epochMs).to.equal(Date.UTC(2026, 10, 22, 11));
  });

  it('is rated on the scale that fits, which can be changed', async () => {
    const text = 'Date;Mood\n2026-11-22;7\n2026-11-23;10\n2026-11-24;1,5\n';
    const found = await opened(text, 'table');
    expect(found.scale).to.deep.equal([1, 10]);
    const values = entriesOf(await allOf(rowsOf(found, context()))).map(({ report }) => report.valence!.value);
    expect(values[1]).to.equal(1);
    expect(values[2]).to.be.closeTo(-0.8889, 1e-4);
    const narrower = problemsOf(await allOf(rowsOf({ ...found, scale: [1, 7] }, context())));
    expect(narrower).to.deep.equal(['3: mood: 10 is not between 1 and 7.']);
  });

  it('tells what is wrong with a row in plain words', async () => {
    const text = `date,time,zone,valence,feelings,note
22.13.2026,,,1,,
2026-11-22,noon,,1,,
2026-11-22,,Mars/Base,1,,
2026-11-22,,,high,,
2026-11-22,,,1,calm:9,
2026-11-22,,,,,`;
    expect(problemsOf(await rowsIn(text))).to.deep.equal([
      '2: date: “22.13.2026” is not a date like 2026-11-22.',
      '3: time: “noon” is not a time like 20:39 or 8:39 pm.',
      '4: zone: “Mars/Base” is not a time zone like Europe/Berlin.',
      '5: valence: “high” is not a number.',
      '6: feelings: “9” is not a strength from 1 to 5.',
      '7: There’s a time, but no rating, feeling or text.',
    ]);
  });
});

describe('wall time', () => {
  const at = (text: string, zone: string) => {
    const moment = momentOfWall(readDateTime(text)!.wall, zone);
    return `${new Date(moment.epochMs).toISOString().slice(0, 16)} ${moment.offsetMinutes}`;
  };

  it('is the first of two when clocks go back, and goes on when they go forward', () => {
    expect(at('2026-10-25T02:30', 'Europe/Berlin')).to.equal('2026-10-25T00:30 120');
    expect(at('2026-03-29T02:30', 'Europe/Berlin')).to.equal('2026-03-29T01:30 120');
    expect(at('2026-03-29T01:59', 'Europe/Berlin')).to.equal('2026-03-29T00:59 60');
    expect(at('2026-03-29T03:00', 'Europe/Berlin')).to.equal('2026-03-29T01:00 120');
    expect(at('2026-07-01T00:00', 'Asia/Kathmandu')).to.equal('2026-06-30T18:15 345');
    // A whole day was left out here.
    expect(at('2011-12-30T12:00', 'Pacific/Apia')).to.match(/^2011-12-3/);
  });

  it('reads the ways times are written, and nothing else', () => {
    const time = (text: string) => {
      const read = readTimeOfDay(text);
      return read && `${read.hour}:${read.minute}`;
    };
    expect(['20:39', '8:30 am', '12:05\u202fAM', '12:00 pm', '11.54 p.m.', '7:05:09'].map(time)).to.deep.equal([
      '20:39',
      '8:30',
      '0:5',
      '12:0',
      '23:54',
      '7:5',
    ]);
    for (const text of ['24:00', '13:00 pm', '0:30 am', '7', '7:60', 'noon', ''])
      expect(time(text), text).to.equal(null);
    for (const text of ['2026-02-29', '2026-13-01', '31.2.2026', '']) expect(readDate(text), text).to.equal(null);
    expect(readDateTime('2026-11-22 20:39 -0530')).to.deep.include({ offsetMinutes: -330 });
    expect(readDateTime('2026-11-22T20:39Z')).to.deep.include({ offsetMinutes: 0 });
  });
});

describe('a file that cannot be brought in', () => {
  const latin1 = Uint8Array.from(`${HEADER}\n2021-03-27,,,20:39,süß,,,`, (char) => char.charCodeAt(0));
  const utf16 = (text: string, mark: boolean) =>
    new Uint16Array([...(mark ? [0xfeff] : []), ...[...text].map((char) => char.charCodeAt(0))]);
  const cases: readonly (readonly [what: string, content: BlobPart, code: string])[] = [
    ['an empty file', '', 'empty'],
    ['blanks only', ' \n\n', 'empty'],
    ['a ZIP', 'PK\x03\x04rest', 'archive'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'binary'],
    ['a document', '%PDF-1.7 …', 'binary'],
    ['50 MB of anything', new Uint8Array(50e6), 'binary'],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
    ['Latin-1', latin1, 'encoding'],
    ['UTF-16 without a mark', utf16(DAYLIO, false), 'encoding'],
    ['wrong columns', 'name,price\nx,1\n', 'columns'],
    ['prose', 'Dear diary,\nit rained.', 'columns'],
    ['a date and nothing else', 'date,steps\n2026-01-01,9000\n', 'columns'],
    ['names without rows', `${HEADER}\n`, 'no-rows'],
    ['other JSON', '{"moods":[]}', 'json-other'],
    ['a list', '[1,2]', 'json-other'],
    ['half of it', '{"format":"reverie-journal","version":1,', 'json-broken'],
    ['a newer journal', '{"format":"reverie-journal","version":2,"entries":[]}', 'json-newer'],
    ['a newer journal in lines', '{"format":"reverie-journal","version":2,"entries":[\n],"count":0}', 'json-newer'],
  ];
  for (const [what, content, code] of cases) {
    it(`says what ${what} is`, async () => {
      const error = await openImportFile(file(content)).then(
        () => null,
        (refusal: Error) => refusal,
      );
      expect(error).to.be.instanceOf(ImportRefusal).and.include({ code });
    });
  }

  it('is read all the same where it can be: UTF-16 with its mark, and 50 MB of rows', async () => {
    expect(entriesOf(await allOf(rowsOf(await opened(utf16(DAYLIO, true), 'daylio'), context())))).to.have.length(4);
    const line = `2021-03-27,,,20:39,rad,,,"${'All day long. '.repeat(700)}"\n`;
    const large = new Blob([`${HEADER}\n`, ...Array(Math.ceil(50e6 / line.length)).fill(line)]);
    const found = await openImportFile(large);
    expect(large.size).to.be.above(50e6);
    expect(found.kind === 'other' && found.records.length).to.equal(Math.ceil(50e6 / line.length));
  });

  it('is too large with a line without end, with more columns or cells than any journal, and is then refused at once', async () => {
    const head = '{"format":"reverie-journal","version":1,"entries":[\n';
    const large: readonly BlobPart[][] = [
      [head, ...Array(20).fill('x'.repeat(1e6))],
      [HEADER, '\n', ','.repeat(5_000)],
      [HEADER, '\n', ...Array(10_000).fill(`${','.repeat(1_500)}\n`)],
      ['{"format":"reverie-journal","version":1,', ...Array(65).fill(' '.repeat(1e6))],
    ];
    for (const [at, parts] of large.entries()) {
      const error = await openImportFile(new Blob(parts))
        .then(async (found) => allOf(rowsOf(found, context())))
        .then(
          () => null,
          (refusal: Error) => refusal,
        );
      expect(error, String(at)).to.be.instanceOf(ImportRefusal).and.include({ code: 'too-large' });
    }
  });

  it('can be stopped while it is read', async () => {
    const line = `2021-03-27,,,20:39,rad,,,"${'"",'.repeat(700)}"\n`;
    const large = new Blob([`${HEADER}\n`, ...Array(20_000).fill(line)]);
    const stop = new AbortController();
    const reading = openImportFile(large, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    const error = await reading.catch((reason: Error) => reason);
    expect(error).to.include({ name: 'AbortError' });
  });

  it('has words for every reason', () => {
    for (const code of REFUSALS) {
      const { what, next } = refusalWords(code);
      expect(what.length > 10 && next.length > 10, code).to.equal(true);
    }
  });
});
