import { expect } from 'chai';
import { edited } from '../../../app/domain/entry/edits';
import type { ImportNote } from '../../../app/domain/import/import-note';
import type { Journal } from '../../../app/journal/journal';
import { bringIn, type Choices } from '../../../app/portability/read/bring-in';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { broughtIn, lookBack, takeBack } from '../../../app/portability/read/take-back';
import { collect } from '../../../app/portability/write/collect';
import { journalJson } from '../../../app/portability/write/journal-json';
import { checkIn, NOON_MS, recall, trace } from '../../journal/support/samples';
import { Desk } from '../../journal/support/with-journal';
import { journalOf, jsonOf, never } from '../journals';
import { inBerlin, lineOf, NOW, previewOf } from './support';

const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const FIRST = [
  HEADER,
  '2021-03-27,March 27,Saturday,8:39 PM,good,"walk | tea","Choir","one"',
  '2021-03-27,March 27,Saturday,8:39 PM,meh,"","","two"',
  '2021-03-28,March 28,Sunday,7:05 AM,rad,"walk","","three"',
].join('\n');
/** Of the same person: another language, another clock, an activity with a new name, a corrected note, one entry more. */
const LATER = [
  HEADER,
  '2021-03-29,29. März,Montag,21:00,gut,"Spaziergang","","four"',
  '2021-03-28,28. März,Sonntag,07:05,super,"stroll","","three"',
  '2021-03-27,27. März,Samstag,20:39,naja,"","","two, corrected"',
  '2021-03-27,27. März,Samstag,20:39,gut,"tea | walk","Choir","one"',
].join('\n');

const quiet = { signal: never, onCount: () => undefined };
const exported = async (journal: Journal): Promise<string> => {
  const about = { appVersion: '0.1.0', exportedAt: '2026-11-22T09:41:00.000+01:00', onCount: () => undefined };
  return (await collect(journalJson({ journal, ...about }), { type: '', signal: never })).text();
};

describe('an import that is taken back', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  async function bring(journal: Journal, content: string | Blob, all: Choices['all'], fileName = 'export.csv') {
    const file = await openImportFile(new Blob([content]));
    let note: ImportNote = {
      version: 1,
      id: crypto.randomUUID(),
      atMs: NOW.epochMs,
      fileName,
      added: 0,
      replaced: 0,
      parts: 0,
    };
    const notes = await journal.importNotes();
    const context = inBerlin({ newId: () => crypto.randomUUID() });
    return bringIn(
      () => rowsOf(file, context),
      journal,
      {
        ...quiet,
        toAdd: 1,
        now: NOW,
        choices: { all, rows: new Map() },
        note: async (added, replaced) => {
          note = await notes.add(note, broughtIn(added, replaced));
        },
      },
      2,
    );
  }

  it('of a later export: no doubles, the differences told, and then all as it was, byte for byte', async () => {
    const journal = await desk.tab();
    await journal.save(checkIn('mine', NOON_MS), null);
    expect(await bring(journal, FIRST, 'leave')).to.include({ added: 3 });
    const before = await exported(journal);
    const { known, differs, toAdd } = await previewOf(await openImportFile(new Blob([LATER])), journal);
    expect([known, differs.length, toAdd]).to.deep.equal([1, 2, 1]);
    expect(differs.map(({ here, inFile }) => [lineOf(here), lineOf(inFile)])).to.deep.equal([
      ['2021-03-28T07:05+02:00 | 1 |  | walk | three', '2021-03-28T07:05+02:00 | 1 |  | stroll | three'],
      ['2021-03-27T20:39+01:00 | 0 |  |  | two', '2021-03-27T20:39+01:00 | 0 |  |  | two, corrected'],
    ]);
    expect(await bring(journal, LATER, 'replace', 'later.csv')).to.deep.equal({ added: 1, replaced: 2, stopped: null });
    expect((await journal.list()).entries).to.have.length(5);

    const [later, first] = await (await journal.importNotes())
      .list()
      .then((all) => all.toSorted((a, b) => (a.fileName < b.fileName ? 1 : -1)));
    expect(later).to.include({ fileName: 'later.csv', added: 1, replaced: 2 });
    expect(first).to.include({ fileName: 'export.csv', added: 3, replaced: 0 });
    const look = await lookBack(journal, later!, quiet);
    expect([look.leaving.length, look.restored.length, look.changed.length]).to.deep.equal([1, 2, 0]);
    expect(await takeBack(journal, later!, look)).to.deep.equal({ failure: null });
    expect(await exported(journal)).to.equal(before);
    expect((await (await journal.importNotes()).list()).map(({ fileName }) => fileName)).to.deep.equal(['export.csv']);
  });

  it('of a journal with its recalls leaves what was there before', async () => {
    const journal = await desk.tab();
    await journal.save(checkIn('mine', NOON_MS), null);
    const before = await exported(journal);
    const file = await jsonOf(journalOf([recall(), checkIn('quick', NOON_MS + 1)], [trace()]));
    await bring(journal, file, 'leave');
    const [note] = await (await journal.importNotes()).list();
    await takeBack(journal, note!, await lookBack(journal, note!, quiet));
    expect(await exported(journal)).to.equal(before);
    expect(await desk.raw('traces')).to.deep.equal([]);
    expect((await desk.raw('state')).filter(({ id }) => String(id).startsWith('import/'))).to.deep.equal([]);
  });

  it('keeps and names what was changed since; what is gone already is no hindrance', async () => {
    const journal = await desk.tab();
    await bring(journal, FIRST, 'leave');
    const [one, two] = (await journal.list()).entries;
    await journal.entry(one!.id);
    await journal.save(edited(one!, { report: { ...one!.report, note: 'mine' } }, NOW), null);
    await journal.erase(two!.id);
    const [note] = await (await journal.importNotes()).list();
    const look = await lookBack(journal, note!, quiet);
    expect([look.leaving.length, look.changed.map(({ report }) => report.note)]).to.deep.equal([1, ['mine']]);
    await takeBack(journal, note!, look);
    expect((await journal.list()).entries.map(({ report }) => report.note)).to.deep.equal(['mine']);
  });

  it('keeps nothing of an entry in its note', async () => {
    const journal = await desk.tab();
    await bring(journal, FIRST, 'leave');
    const notes = await journal.importNotes();
    const [note] = await notes.list();
    const kept = JSON.stringify([note, await notes.entries(note!)]);
    expect(kept).not.to.match(/three|walk|Choir/);
  });
});
