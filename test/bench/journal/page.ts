import type { Entry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import type { Journal } from '../../../app/journal/journal';
import { openJournal } from '../../../app/journal/open-journal';
import { journalJson } from '../../../app/portability/write/journal-json';
import { feelingWord } from '../../../app/words/report/feeling-words';
import { NOW_MS, sampleCheckIn, sampleRecall, sampleReport, ZONE } from '../../support/sample-entries';
import { importAndRestore, type RestoreTimes } from './restoring';

export interface JournalTimes {
  /** From a closed database to the outlines of every entry: what every list and chart is drawn from. Milliseconds, as all. */
  readonly openMs: number;
  /** One entry, until it is durable; the median of `SAVES`. */
  readonly saveMs: number;
  /** The first search after opening, which reads the notes; the words are in about one entry of a hundred. */
  readonly searchMs: number;
  /** The longest time the page did not answer while it opened and searched. */
  readonly longestMs: number;
  /** The whole journal as JSON. */
  readonly exportMs: number;
}

const NAME = 'bench-journal';
/** Six entries a day: so close that a hundred thousand of them are a life of 46 years. */
const APART_MS = 14_400_000;
const BATCH = 2_000;
const SAVES = 21;
const WORDS = 'snow hill kitchen rain lamp river window bread garden letter train winter summer sea song'.split(' ');

/** Words that are the same in each run and differ from entry to entry: a note of 25. */
const noteOf = (index: number): string =>
  Array.from({ length: 25 }, (_, at) => WORDS[(index * 7 + at * at * 3 + (index % 11) * at) % WORDS.length]).join(' ');

function entryAt(index: number): Entry {
  const epochMs = NOW_MS - index * APART_MS;
  const startedAt = momentAt(epochMs, ZONE);
  const rare = index % 100 === 50 ? ' lighthouse keeper' : '';
  const common = { id: crypto.randomUUID(), startedAt, savedAt: startedAt };
  const report = sampleReport(Math.sin(index / 9), { note: noteOf(index) + rare });
  return index % 2 === 0 ? sampleRecall({ ...common, report, hasTrace: false }) : sampleCheckIn({ ...common, report });
}

/** Makes a journal of `count` entries. */
async function fill(count: number, name = NAME): Promise<void> {
  const journal = await openJournal({ name });
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    await journal.saveAll(Array.from({ length }, (_, at) => ({ entry: entryAt(from + at), trace: null })));
  }
  journal.close();
}

async function measure(count: number): Promise<JournalTimes> {
  const longest = watchLongTasks();
  const [journal, openMs] = await timed(async () => {
    const opened = await openJournal({ name: NAME });
    const { outlines } = await opened.outlines();
    if (outlines.length !== count) throw new Error(`${outlines.length} outlines, ${count} entries`);
    return opened;
  });
  const [found, searchMs] = await timed(() => journal.search('Lighthouse keeper', feelingWord));
  if (found.outlines.length !== Math.round(count / 100)) throw new Error(`${found.outlines.length} found`);
  const longestMs = await longest();
  const [entries, exportMs] = await timed(() => exported(journal));
  if (entries !== count) throw new Error(`${entries} exported`);
  const saves: number[] = [];
  for (let save = 1; save <= SAVES; save++) saves.push((await timed(() => journal.save(entryAt(-save), null)))[1]);
  journal.close();
  return { openMs, saveMs: saves.sort((a, b) => a - b)[SAVES >> 1]!, searchMs, longestMs, exportMs };
}

/** Resolves with the longest task since, in milliseconds; 0 if none took 50 ms, which is the least that is told. */
function watchLongTasks(): () => Promise<number> {
  let longestMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
  });
  observer.observe({ type: 'longtask' });
  return async () => {
    // A task is told in a later one.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    return longestMs;
  };
}

async function exported(journal: Journal): Promise<number> {
  let entries = 0;
  const about = { appVersion: 'bench', exportedAt: new Date(NOW_MS).toISOString() };
  const onCount = (count: { readonly entries: number }): void => {
    entries = count.entries;
  };
  for await (const piece of journalJson({ journal, ...about, onCount })) if (piece === '') throw new Error('empty');
  return entries;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const startMs = performance.now();
  const result = await work();
  return [result, performance.now() - startMs];
}

async function drop(): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}

const restoring = (count: number): Promise<RestoreTimes> =>
  importAndRestore(count, () => openJournal({ name: NAME }), drop);

Object.assign(window, { fill, measure, drop, restoring });
