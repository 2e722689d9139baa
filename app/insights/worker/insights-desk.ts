import type { Chapter, ChapterName } from '../chapters/chapters';
import type { PeriodsCompared } from '../chapters/compared';
import { overTime } from '../chapters/over-time';
import { type Asked, bookOf, type CueClasses, inBookOrder, partOf, type RatedBook, ratedBookOf } from '../readers/book';
import { type MonthRow, monthRows } from '../readers/month-rows';
import type { Desk, Told } from './protocol';

/** How many parts of the book are kept: a period with the one before it, and those that somebody goes back and forth between. */
const PARTS_KEPT = 4;

/**
 * [Note: Chapters]
 *
 * What insights tell is cut into chapters, each a pure function of the book: all entries by columns, or the part of them that a
 * range and a filter let through. The journal keeps its entries by month, sealed, and hands out the columns of the months that have
 * changed since it was last asked (`columnsSince`). They are transferred to a worker, where this desk puts the months together and
 * answers for one chapter at a time. So the page draws, hears a finger and scrolls meanwhile, and after a new entry one month is
 * handed over. What the worker holds is in the clear: it ends as soon as the journal is locked or nobody looks at insights.
 */
export class InsightsDesk implements Desk {
  readonly #months = new Map<string, readonly MonthRow[]>();
  #rows: readonly MonthRow[] | null = null;
  #classes: CueClasses = {};
  readonly #rated = new Parts(() => ratedBookOf(this.#inOrder));
  readonly #whole = new Parts(() => bookOf(this.#inOrder, this.#classes));

  async tell({ months, cueClasses }: Told): Promise<void> {
    const there = new Set(months.map(({ month }) => month));
    for (const month of [...this.#months.keys()]) if (!there.has(month)) this.#months.delete(month);
    for (const { month, columns } of months) if (columns) this.#months.set(month, monthRows(columns));
    this.#classes = cueClasses;
    this.#rows = null;
    this.#rated.reset();
    this.#whole.reset();
  }

  async chapter<Name extends ChapterName>(name: Name, asked: Asked): Promise<Chapter<Name>> {
    // The first chart takes no more than it needs, neither of the book nor of the scripts: nobody should wait for the others to see it.
    if (name === 'over-time') return overTime(this.#rated.of(asked)) as Chapter<Name>;
    const { CHAPTERS, RATED_CHAPTERS } = await import('../chapters/chapters');
    const told = isOf(RATED_CHAPTERS, name)
      ? RATED_CHAPTERS[name](this.#rated.of(asked))
      : CHAPTERS[name](this.#whole.of(asked));
    return told as Chapter<Name>;
  }

  async compared(now: Asked, before: Asked): Promise<PeriodsCompared> {
    const { periodsCompared } = await import('../chapters/compared');
    return periodsCompared(this.#rated.of(now), this.#rated.of(before));
  }

  get #inOrder(): readonly MonthRow[] {
    this.#rows ??= inBookOrder([...this.#months.values()].flat());
    return this.#rows;
  }
}

const isOf = <Names extends object>(chapters: Names, name: PropertyKey): name is keyof Names => name in chapters;

/** A book, made when it is first asked for, and the parts of it that were asked for last. */
class Parts<T extends RatedBook> {
  #book: T | null = null;
  /** The newest last. */
  #parts: { readonly asked: Asked; readonly part: T }[] = [];

  constructor(private readonly make: () => T) {}

  of(asked: Asked): T {
    this.#book ??= this.make();
    const kept = this.#parts.find((one) => isSame(one.asked, asked));
    const part = kept?.part ?? partOf(this.#book, asked);
    this.#parts = [...this.#parts.filter((one) => one !== kept), { asked, part }].slice(-PARTS_KEPT);
    return part;
  }

  reset(): void {
    this.#book = null;
    this.#parts = [];
  }
}

function isSame(one: Asked, other: Asked): boolean {
  if (one.fromMs !== other.fromMs || one.toMs !== other.toMs || one.only?.size !== other.only?.size) return false;
  return one.only === other.only || [...one.only!].every((id) => other.only!.has(id));
}
