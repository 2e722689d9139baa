import { deleteDB } from 'idb';
import { Failure } from '../../../app/domain/failure/failure';
import { momentAt } from '../../../app/domain/moment/moment';
import { openJournal } from '../../../app/journal/open-journal';
import { makeVersion1 } from '../../journal/support/version-1';
import { NOW_MS, sampleCheckIn, sampleRecall, sampleTrace } from '../../support/sample-entries';
import './errands';
import './sealing-again';
import type { Saving } from './saver.worker';

const NAME = 'faults';

/** Runs a worker that opens and saves, and ends it after `lifeMs`. Resolves with the entries it was told were durable. */
async function killedSaver(saving: Saving, lifeMs: number, from: 'start' | 'opened'): Promise<string[]> {
  const worker = new Worker(new URL('./saver.worker.ts', import.meta.url), { type: 'module' });
  const kept: string[] = [];
  const opened = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      if (data === 'opened') resolve();
      else kept.push(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(saving);
  if (from === 'opened') await opened;
  else opened.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  worker.terminate();
  return kept;
}

/**
 * Kills a saving worker `times` times; after each, everything that was told to be durable must be there. Resolves with how
 * many that were. `randomMs`: how long each lives.
 */
async function killWhileSaving(lives: readonly number[]): Promise<{ kept: number; problems: string[] }> {
  const all: string[] = [];
  const problems: string[] = [];
  for (const [round, lifeMs] of lives.entries()) {
    const startedMs = NOW_MS - round * 7 * 86_400_000;
    const saving = { name: NAME, prefix: `${round}-`, startedMs };
    const kept = await killedSaver(saving, lifeMs, round % 4 === 0 ? 'start' : 'opened');
    all.push(...kept);
    const journal = await openJournal({ name: NAME });
    const there = new Set((await journal.outlines()).outlines.map(({ id }) => id));
    problems.push(...all.filter((id) => !there.has(id)).map((id) => `round ${round}: ${id} is not in the outlines`));
    for (const id of kept) {
      const [entry, trace] = [await journal.entry(id), await journal.trace(id)];
      if (!entry || 'problem' in entry || trace?.entryId !== id) problems.push(`round ${round}: ${id} cannot be read`);
    }
    journal.close();
  }
  return { kept: all.length, problems: [...problems, ...(await readableAll(all))] };
}

async function readableAll(ids: readonly string[]): Promise<string[]> {
  const journal = await openJournal({ name: NAME });
  const { entries, unreadable } = await journal.list();
  journal.close();
  const there = new Set(entries.map(({ id }) => id));
  return [...ids.filter((id) => !there.has(id)), ...unreadable.map(({ id, problem }) => `${id}: ${problem}`)];
}

/** The same while a journal of version 1 is being sealed: all of it must be there after each. */
async function killWhileSealing(lives: readonly number[]): Promise<string[]> {
  const ids = Array.from({ length: 70 }, (_, i) => `old-${i}`);
  const problems: string[] = [];
  for (const [round, lifeMs] of lives.entries()) {
    const name = `${NAME}-old-${round}`;
    await makeVersion1(name, {
      entries: ids.map((id, i) => {
        const startedMs = NOW_MS - i * 5 * 86_400_000;
        return { id, startedMs, body: sampleRecall({ id, startedAt: momentAt(startedMs, 'UTC') }) };
      }),
      traces: ids.slice(0, 8).map((id) => ({ id, body: { ...sampleTrace(id), entryId: id } })),
    });
    await killedSaver({ name, prefix: 'new-', startedMs: NOW_MS }, lifeMs, 'start');
    const journal = await openJournal({ name });
    const [{ entries, unreadable }, { outlines }] = [await journal.list(), await journal.outlines()];
    const [listed, outlined] = [entries, outlines].map((list) => new Set(list.map(({ id }) => id)));
    for (const id of ids) if (!listed!.has(id) || !outlined!.has(id)) problems.push(`round ${round}: ${id} is gone`);
    for (const { id, problem } of unreadable) problems.push(`round ${round}: ${id}: ${problem}`);
    for (const id of ids.slice(0, 8))
      if (!(await journal.trace(id))) problems.push(`round ${round}: no trace of ${id}`);
    journal.close();
    await deleteDB(name);
  }
  return problems;
}

/** Saves `count` check-ins, all in one month. */
async function saveMany(prefix: string, count: number): Promise<void> {
  const journal = await openJournal({ name: NAME });
  const saves = Array.from({ length: count }, (_, i) =>
    journal.save(sampleCheckIn({ id: `${prefix}${i}`, startedAt: momentAt(NOW_MS + i, 'UTC') }), null),
  );
  await Promise.all(saves);
  journal.close();
}

async function countOf(prefix: string): Promise<{ listed: number; outlined: number; unreadable: number }> {
  const journal = await openJournal({ name: NAME });
  const [{ entries, unreadable }, { outlines }] = [await journal.list(), await journal.outlines()];
  journal.close();
  const count = (list: readonly { id: string }[]) => list.filter(({ id }) => id.startsWith(prefix)).length;
  return { listed: count(entries), outlined: count(outlines), unreadable: unreadable.length };
}

/** Saves recalls with a heavy trace until the journal says why it cannot; resolves with those it kept and the reason. */
async function saveUntilFull(prefix: string): Promise<{ kept: string[]; code: string }> {
  const journal = await openJournal({ name: NAME });
  const kept: string[] = [];
  try {
    for (let i = 0; i < 500; i++) {
      const id = `${prefix}${i}`;
      const note = crypto.randomUUID().repeat(3_000);
      const entry = sampleRecall({ id, startedAt: momentAt(NOW_MS + i, 'UTC'), hasTrace: false });
      await journal.save({ ...entry, report: { ...entry.report, note } }, null);
      kept.push(id);
    }
    return { kept, code: 'never' };
  } catch (error) {
    return { kept, code: error instanceof Failure ? error.code : String(error) };
  } finally {
    journal.close();
  }
}

Object.assign(window, { killWhileSaving, killWhileSealing, saveMany, countOf, saveUntilFull, readableAll });
