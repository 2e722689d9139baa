import { expect } from 'chai';
import { newId } from '../../../app/base/ids';
import { momentAt } from '../../../app/domain/moment/moment';
import type { Journal } from '../../../app/journal/journal';
import { bringIn } from '../../../app/portability/read/bring-in';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { NOON_MS } from '../../journal/support/samples';
import { Desk } from '../../journal/support/with-journal';
import { never } from '../journals';
import type { Errand, Told } from './killed-tab';

const KILLS = 16;
const ROWS = 60;
const BATCH_SIZE = 4;

const FILE = new Blob([
  'full_date,date,weekday,time,mood,activities,note_title,note\n',
  ...Array.from({ length: ROWS }, (_, i) => `2021-0${1 + (i % 9)}-11,,,20:${10 + (i % 50)},rad,,,row ${i}\n`),
]);

/** Brings the file in in a tab of its own and removes that at a random moment; resolves with how many entries it told of. */
async function killedAfter(errand: Errand, random: () => number): Promise<Told> {
  const frame = document.createElement('iframe');
  let last: Told = { added: 0, done: false };
  // Half of the kills come by time, from the very beginning; the others right after a certain entry.
  const byTime = random() < 0.5;
  const limitMs = random() * 300;
  const limitAdded = Math.floor(random() * ROWS);
  await new Promise<void>((kill) => {
    const listen = ({ source, data }: MessageEvent<Told | 'ready'>): void => {
      if (source !== frame.contentWindow) return;
      if (data === 'ready') {
        frame.contentWindow!.postMessage(errand, location.origin);
        return;
      }
      if (byTime && last.added === 0 && data.added === 0) setTimeout(kill, limitMs);
      last = data;
      if (data.done || (!byTime && data.added > limitAdded)) kill();
    };
    window.addEventListener('message', listen);
    frame.src = '/test/portability/read/killed-tab.html';
    document.body.append(frame);
  });
  frame.remove();
  return last;
}

describe('a tab that is killed while it brings a table in', () => {
  it(`loses nothing it told of in ${KILLS} kills, and doing it again doubles nothing`, async function () {
    this.timeout(120_000);
    const random = seeded(20_261_125);
    let [cut, noted] = [0, 0];
    for (let run = 0; run < KILLS; run++) {
      const desk = new Desk();
      const told = await killedAfter({ journal: desk.name, file: FILE, batchSize: BATCH_SIZE }, random);
      if (!told.done) cut += 1;
      const journal = await desk.tab();
      const { entries, unreadable } = await journal.list();
      expect(unreadable, `run ${run}`).to.deep.equal([]);
      expect(entries.length % BATCH_SIZE, `run ${run}: whole batches only`).to.equal(0);
      const notes = new Set(entries.map(({ report }) => report.note));
      for (let row = 0; row < told.added; row++)
        expect(notes.has(`row ${row}`), `run ${run}, row ${row}`).to.equal(true);
      if (entries.length > 0 && entries.length < ROWS) {
        // The lock of a tab that was ended is given back a moment later.
        let note = await journal.interrupted();
        for (; note === null; note = await journal.interrupted()) await new Promise((look) => setTimeout(look, 10));
        expect(note, `run ${run}`).to.deep.include({ kind: 'import', total: ROWS });
        expect(note.done, `run ${run}: at least so many`).to.be.at.most(entries.length);
        noted += 1;
      }
      expect(await again(journal), `run ${run}`).to.deep.equal({
        added: ROWS - entries.length,
        replaced: 0,
        stopped: null,
      });
      expect(await journal.interrupted(), `run ${run}: done now`).to.equal(null);
      const all = (await journal.list()).entries.map(({ report }) => report.note);
      expect(new Set(all).size).to.equal(ROWS);
      expect(all).to.have.length(ROWS);
      await desk.clear();
    }
    expect(cut).to.be.greaterThan(KILLS / 2);
    expect(noted).to.be.greaterThan(KILLS / 4);
  });

  async function again(journal: Journal) {
    const file = await openImportFile(FILE);
    const context = { zone: 'Asia/Tokyo', now: momentAt(NOON_MS, 'Asia/Tokyo'), appVersion: '0.1.0', newId };
    return bringIn(() => rowsOf(file, context), journal, { signal: never, onCount: () => undefined, toAdd: ROWS });
  }
});

/** Numbers in [0, 1), the same for the same seed (Park and Miller's minimal standard). */
function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
