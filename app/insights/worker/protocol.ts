import type { Chapter, ChapterName } from '../chapters/chapters';
import type { PeriodsCompared } from '../chapters/compared';
import type { Asked, CueClasses } from '../readers/book';
import type { AskedColumns } from '../readers/month-rows';

/** A month of the journal; `columns` are null where the desk has them already. */
export interface MonthTold {
  readonly month: string;
  readonly columns: AskedColumns | null;
}

/** What the desk is told: the entries, before anything is asked of them, and again when they have changed. */
export interface Told {
  /** Every month there is. One that is not among them is forgotten. */
  readonly months: readonly MonthTold[];
  readonly cueClasses: CueClasses;
}

/** What may be asked of the desk. */
export interface Desk {
  tell(told: Told): Promise<void>;
  chapter<Name extends ChapterName>(name: Name, asked: Asked): Promise<Chapter<Name>>;
  /** How the period `now` differs from `before`. */
  compared(now: Asked, before: Asked): Promise<PeriodsCompared>;
}

/** A call of a function of the desk. */
export type Call = {
  readonly [Name in keyof Desk]: { readonly id: number; readonly name: Name; readonly given: Parameters<Desk[Name]> };
}[keyof Desk];

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string };
