import { log } from '../base/log';
import { Queue } from '../base/queue';
import type { RatedEntry } from '../domain/entry/rated-entry';
import type { Chapter, ChapterName } from '../insights/chapters/chapters';
import type { PeriodsCompared } from '../insights/chapters/compared';
import type { Asked, CueClasses } from '../insights/readers/book';
import type { FacesApart } from '../insights/readers/faces-apart';
import { ASKED } from '../insights/readers/month-rows';
import type { ValencePoint } from '../insights/statistics/valence-point';
import type { Desk } from '../insights/worker/protocol';
import { WorkerDesk } from '../insights/worker/worker-desk';
import { CUE_DECK } from '../recall/cues/cue-deck';
import type { Page } from './page';

/** How pleasant some entries were, as the person said and as their face showed. */
export interface ValenceInsight {
  /** Oldest first. */
  readonly points: readonly ValencePoint[];
  /** The faces among them that are not compared. */
  readonly apart: FacesApart;
}

/** What the journal's entries come to. */
export interface Insights {
  valence(entries: readonly RatedEntry[]): Promise<ValenceInsight>;
  /** Opens the journal's entries to be asked of. The caller closes it, because until then they are in a worker, in the clear. */
  read(): InsightsReading;
}

/** The journal's entries, as they are when something is asked of them. Rejects with Failure `journal-*`. See: [Note: Chapters] */
export interface InsightsReading extends Omit<Desk, 'tell'> {
  close(): void;
}

export const open = (page: Pick<Page, 'journal'>): Insights => ({
  async valence(entries) {
    // Asked for by the sheet of paper alone.
    const [{ valenceOverTime }, { facesApart }] = await Promise.all([
      import('../insights/statistics/valence-over-time'),
      import('../insights/readers/faces-apart'),
    ]);
    const points = valenceOverTime(entries);
    return { points, apart: facesApart(points) };
  },
  read: () => new JournalReading(page),
});

const CUE_CLASSES: CueClasses = Object.fromEntries(CUE_DECK.map(({ id, valence }) => [id, valence]));

/** In a worker, or on the page itself in a browser where none starts. */
class JournalReading implements InsightsReading {
  readonly #page: Pick<Page, 'journal'>;
  readonly #worker = new WorkerDesk();
  #desk: Desk = this.#worker;
  /** The months it has, by their revisions. */
  #told: ReadonlyMap<string, string | null> = new Map();
  readonly #calls = new Queue();
  #isClosed = false;

  constructor(page: Pick<Page, 'journal'>) {
    this.#page = page;
  }

  chapter<Name extends ChapterName>(name: Name, asked: Asked): Promise<Chapter<Name>> {
    return this.#ask((desk) => desk.chapter(name, asked));
  }

  compared(now: Asked, before: Asked): Promise<PeriodsCompared> {
    return this.#ask((desk) => desk.compared(now, before));
  }

  close(): void {
    this.#isClosed = true;
    this.#worker.close();
  }

  /** What is asked goes out in order, each after what the desk has to be told before. */
  async #ask<Result>(question: (desk: Desk) => Promise<Result>): Promise<Result> {
    await this.#calls.run(() => this.#tell());
    return question(this.#desk);
  }

  async #tell(): Promise<void> {
    const months = await this.#page.journal.columnsSince(ASKED, this.#told);
    const told = new Map(months.map(({ month, revision }) => [month, revision]));
    const isNew = months.length !== this.#told.size || months.some(({ columns }) => columns !== null);
    if (!isNew) return;
    try {
      await this.#desk.tell({ months, cueClasses: CUE_CLASSES });
      this.#told = told;
    } catch (error) {
      if (this.#isClosed || this.#desk !== this.#worker) throw error;
      log.warn('insights are reckoned on the page, because no worker starts', error);
      await this.#withoutWorker();
    }
  }

  async #withoutWorker(): Promise<void> {
    const { InsightsDesk } = await import('../insights/worker/insights-desk');
    this.#desk = new InsightsDesk();
    this.#told = new Map();
    await this.#tell();
  }
}
