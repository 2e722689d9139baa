import type { Entry } from '../../../app/domain/entry/entry';
import { momentAt } from '../../../app/domain/moment/moment';
import { FEELINGS } from '../../../app/domain/report/report';
import '../../../app/charts/valence/valence-chart';
import { CHAPTERS, type ChapterName } from '../../../app/insights/chapters/chapters';
import type { OverTime } from '../../../app/insights/chapters/over-time';
import { type Asked, EVERYTHING } from '../../../app/insights/readers/book';
import { openJournal } from '../../../app/journal/open-journal';
import { type InsightsReading, open } from '../../../app/services/insights';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { NOW_MS, sampleCheckIn, sampleFace, sampleRecall, sampleReport, ZONE } from '../../support/sample-entries';

export interface InsightsTimes {
  /** From a closed database to the first chart, drawn: the journal opened, its columns in the worker, the trend reckoned. Milliseconds. */
  readonly firstChartMs: number;
  /** From another range being chosen to the chart of it, drawn. */
  readonly rangeMs: number;
  /** Every chapter of the journal, one after the other, from being asked for to being there. */
  readonly allMs: number;
  /** The same, each by itself. */
  readonly chapterMs: Readonly<Record<string, number>>;
}

const NAME = 'bench-insights';
/** Six entries a day: so close that a hundred thousand of them are a life of 46 years. */
const APART_MS = 14_400_000;
const BATCH = 2_000;
const LABELS = ['work', 'garden', 'Ada', 'running', 'the lake'] as const;

async function fill(count: number): Promise<void> {
  const random = randomFrom(18);
  const journal = await openJournal({ name: NAME });
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    await journal.saveAll(
      Array.from({ length }, (_, at) => ({ entry: entryAt(from + at, random.normal, random.below), trace: null })),
    );
  }
  journal.close();
}

function entryAt(index: number, normal: () => number, below: (count: number) => number): Entry {
  const startedAt = momentAt(NOW_MS - index * APART_MS, ZONE);
  const common = { id: crypto.randomUUID(), startedAt, savedAt: startedAt };
  const valence = Math.max(-1, Math.min(1, 0.2 * Math.sin(index / 300) + 0.35 * normal()));
  const tags = LABELS.filter(() => below(6) === 0).map((name) => ({ kind: 'own' as const, name }));
  const feelings = [{ name: FEELINGS[below(FEELINGS.length)]!, intensity: 3 }];
  const report = sampleReport(valence, { feelings, ...(tags.length > 0 && { tags }) });
  if (index % 2 === 1) return sampleCheckIn({ ...common, report });
  const face = sampleFace(Math.max(-0.5, Math.min(0.6, 0.4 * valence + 0.15 * normal())));
  const memory = { ...sampleRecall().memory, title: `Memory ${below(Math.max(10, index))}` };
  return sampleRecall({ ...common, report, memory, face, hasTrace: false });
}

async function measure(): Promise<InsightsTimes> {
  const startMs = performance.now();
  const journal = await openJournal({ name: NAME });
  const reading = open({ journal }).read();
  const chart = document.createElement('rv-valence-chart');
  document.body.append(chart);
  const show = async (asked: Asked): Promise<void> => {
    const { points, ...trend }: OverTime = await reading.chapter('over-time', asked);
    Object.assign(chart, { points, trend });
    await chart.updateComplete;
    await new Promise(requestAnimationFrame);
  };
  await show(EVERYTHING);
  const firstChartMs = performance.now() - startMs;
  const chapterMs = await chapters(reading);
  const rangeMs = await timeOf(() => show({ ...EVERYTHING, fromMs: NOW_MS - 365 * 86_400_000 }));
  reading.close();
  journal.close();
  const allMs = Object.values(chapterMs).reduce((sum, ms) => sum + ms, 0);
  return { firstChartMs, rangeMs, allMs, chapterMs };
}

async function chapters(reading: InsightsReading): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const name of Object.keys(CHAPTERS) as ChapterName[])
    times[name] = await timeOf(() => reading.chapter(name, EVERYTHING));
  return times;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

async function drop(): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}

Object.assign(window, { fill, measure, drop });
