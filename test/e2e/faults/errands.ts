import { newId } from '../../../app/base/ids';
import { momentAt } from '../../../app/domain/moment/moment';
import { openJournal } from '../../../app/journal/open-journal';
import { bringIn } from '../../../app/portability/read/bring-in';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { makeVersion1 } from '../../journal/support/version-1';
import { NOW_MS, sampleRecall, sampleTrace } from '../../support/sample-entries';

/*
 * What a page does until its whole process is killed, and what must be there afterwards. Whatever it passes to `told`, which the
 * test gives it, was acknowledged.
 */
declare function told(word: string): Promise<void>;

const OLD_IDS = Array.from({ length: 60 }, (_, i) => `old-${i}`);
const ROWS = 60;
const BATCH_SIZE = 4;
const DAY_MS = 86_400_000;

const entryOf = (id: string, startedMs: number) => sampleRecall({ id, startedAt: momentAt(startedMs, 'UTC') });

async function saveUntilKilled(name: string): Promise<void> {
  const journal = await openJournal({ name });
  await told('begun');
  for (let count = 0; ; count++) {
    const id = `${newId()}-${count}`;
    await journal.save(entryOf(id, NOW_MS - count * DAY_MS), { ...sampleTrace(id), entryId: id });
    void told(id);
  }
}

/** A journal as version 1 left it, in the clear. */
const makeOld = (name: string): Promise<void> =>
  makeVersion1(name, {
    entries: OLD_IDS.map((id, i) => ({
      id,
      startedMs: NOW_MS - i * 5 * DAY_MS,
      body: entryOf(id, NOW_MS - i * 5 * DAY_MS),
    })),
    traces: OLD_IDS.slice(0, 8).map((id) => ({ id, body: { ...sampleTrace(id), entryId: id } })),
  });

async function sealUntilKilled(name: string): Promise<void> {
  await told('begun');
  await openJournal({ name });
}

async function importUntilKilled(name: string): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => `2021-0${1 + (i % 9)}-11,,,20:${10 + (i % 50)},rad,,,row ${i}\n`);
  const file = await openImportFile(
    new Blob(['full_date,date,weekday,time,mood,activities,note_title,note\n', ...rows]),
  );
  const journal = await openJournal({ name });
  const context = { zone: 'Europe/Berlin', now: momentAt(NOW_MS, 'Europe/Berlin'), appVersion: '0.1.0', newId };
  await told('begun');
  const signal = new AbortController().signal;
  const work = { toAdd: ROWS, signal, onCount: (added: number) => void told(`row ${added - 1}`) };
  await bringIn(() => rowsOf(file, context), journal, work, BATCH_SIZE);
}

/** What is wrong with the journal after `acknowledged` was told: nothing, where the list is empty. */
async function problemsAfter(kind: 'save' | 'seal' | 'import', name: string, acknowledged: readonly string[]) {
  const journal = await openJournal({ name });
  const [{ entries, unreadable }, { outlines }] = [await journal.list(), await journal.outlines()];
  const problems = unreadable.map(({ id, problem }) => `${id}: ${problem}`);
  const there = new Set(entries.map(({ id, report }) => (kind === 'import' ? report.note : id)));
  const last = kind === 'import' ? Math.max(-1, ...acknowledged.map((one) => Number(one.slice('row '.length)))) : -1;
  const rows = Array.from({ length: last + 1 }, (_, row) => `row ${row}`);
  const due = { save: acknowledged, seal: OLD_IDS, import: rows }[kind];
  problems.push(...due.filter((one) => !there.has(one)).map((one) => `${one} is gone`));
  if (outlines.length !== entries.length) problems.push(`${outlines.length} outlines of ${entries.length} entries`);
  if (kind === 'import' && entries.length % BATCH_SIZE !== 0) problems.push(`half a batch: ${entries.length}`);
  const traced = kind === 'save' ? acknowledged : kind === 'seal' ? OLD_IDS.slice(0, 8) : [];
  for (const id of traced) if ((await journal.trace(id))?.entryId !== id) problems.push(`no trace of ${id}`);
  journal.close();
  return problems;
}

Object.assign(window, { saveUntilKilled, makeOld, sealUntilKilled, importUntilKilled, problemsAfter });
