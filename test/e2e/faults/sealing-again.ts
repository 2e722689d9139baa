import { momentAt } from '../../../app/domain/moment/moment';
import { openJournal, openVault } from '../../../app/journal/open-journal';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { NOW_MS, sampleRecall, sampleTrace } from '../../support/sample-entries';
import type { Changing } from './changer.worker';

const NAME = 'faults-again';
const DAY_MS = 86_400_000;
const IDS = Array.from({ length: 150 }, (_, at) => `entry-${at}`);
const TRACED = IDS.slice(0, 20);

interface Killed {
  readonly problems: string[];
  /** How often the worker was ended before the change was durable, and while records were still to be sealed again. */
  readonly before: number;
  readonly midway: number;
}

/** Ends the worker after `lifeMs`. Resolves with whether it was told that the change was durable. */
async function killedChanger(changing: Changing, lifeMs: number): Promise<boolean> {
  const worker = new Worker(new URL('./changer.worker.ts', import.meta.url), { type: 'module' });
  let changed = false;
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      if (data === 'opened') resolve();
      else changed = true;
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(changing);
  });
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  worker.terminate();
  return changed;
}

/**
 * Changes what opens a journal, once for each of `lives`, and ends the worker that does it after so many milliseconds. After each it must
 * open with the secret of before or the new one (the new one, if that was told), and everything must be there.
 */
async function killWhileSealingAgain(lives: readonly number[]): Promise<Killed> {
  await fill();
  const problems: string[] = [];
  let current: string | null = null;
  let [before, midway] = [0, 0];
  for (const [round, lifeMs] of lives.entries()) {
    const next = round % 5 === 4 ? null : newRecoveryCode();
    const told = await killedChanger({ name: NAME, current, next }, lifeMs);
    const opened = await openWithEither(next, current);
    if (!opened) return { problems: [...problems, `round ${round}: it opens with neither`], before, midway };
    if (told && opened.by !== next) problems.push(`round ${round}: the change was told, and is not there`);
    if (opened.by !== next) before += 1;
    if (opened.sealing) midway += 1;
    problems.push(...opened.problems.map((problem) => `round ${round}: ${problem}`));
    current = opened.by;
  }
  return { problems, before, midway };
}

async function fill(): Promise<void> {
  const journal = await openJournal({ name: NAME });
  for (const [at, id] of IDS.entries()) {
    const startedAt = momentAt(NOW_MS - at * 2 * DAY_MS, 'UTC');
    const hasTrace = TRACED.includes(id);
    await journal.save(
      sampleRecall({ id, startedAt, hasTrace }),
      hasTrace ? { ...sampleTrace(id), entryId: id } : null,
    );
  }
  journal.close();
}

async function openWithEither(next: string | null, current: string | null) {
  const closed = await openVault({ name: NAME });
  const { vault } = closed;
  let by: string | null = null;
  for (const code of [next, current]) {
    if (!vault.locked || code === null) continue;
    await vault.unlock({ kind: 'recovery', code }).then(
      () => {
        by = code;
      },
      () => undefined,
    );
  }
  if (vault.locked) {
    closed.close();
    return null;
  }
  const { sealing } = vault;
  const journal = await closed.open();
  const [{ entries, unreadable }, { outlines }] = [await journal.list(), await journal.outlines()];
  const problems = unreadable.map(({ id, problem }) => `${id}: ${problem}`);
  if (entries.length !== IDS.length) problems.push(`${entries.length} entries of ${IDS.length}`);
  if (outlines.length !== IDS.length) problems.push(`${outlines.length} outlines of ${IDS.length}`);
  for (const id of TRACED) if ((await journal.trace(id))?.entryId !== id) problems.push(`no trace of ${id}`);
  journal.close();
  return { by, sealing, problems };
}

/** How long it takes to seal `count` entries again, in milliseconds, and the longest task of the page meanwhile. */
async function timeSealingAgain(
  count: number,
): Promise<{ changeMs: number; sealingMs: number; longestTaskMs: number }> {
  const name = `faults-time-${count}`;
  const closed = await openVault({ name });
  const { vault } = closed;
  const journal = await closed.open();
  for (let from = 0; from < count; from += 500) {
    const size = Math.min(500, count - from);
    await journal.saveAll(
      Array.from({ length: size }, (_, at) => ({
        entry: sampleRecall({
          id: `entry-${from + at}`,
          startedAt: momentAt(NOW_MS - (from + at) * 8 * 3_600_000, 'UTC'),
          hasTrace: false,
        }),
        trace: null,
      })),
    );
  }
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  const { changeWays } = await import('../../../app/journal/vault/ways/change-ways');
  observer.observe({ entryTypes: ['longtask'] });
  const begunMs = performance.now();
  const done = new Promise<void>((resolve) => {
    let begun = false;
    vault.onProgress = () => {
      if (vault.progress) begun = true;
      else if (begun) resolve();
    };
  });
  await changeWays(vault, {
    current: vault.ownSecret!,
    add: [{ kind: 'recovery', code: newRecoveryCode() }],
    keeps: null,
  });
  const changedMs = performance.now();
  await done;
  const sealingMs = performance.now() - changedMs;
  await new Promise((resolve) => setTimeout(resolve));
  observer.disconnect();
  journal.close();
  return { changeMs: changedMs - begunMs, sealingMs, longestTaskMs };
}

Object.assign(window, { killWhileSealingAgain, timeSealingAgain });
