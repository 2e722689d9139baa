import type { RecallEntry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import type { Chapter, ChapterName } from '../../insights/chapters/chapters';
import type { PeriodsCompared } from '../../insights/chapters/compared';

/** What a section may ask for, of the range and filter that the person has chosen. Another one takes its place when they choose again. */
export interface Ask {
  chapter<Name extends ChapterName>(name: Name): Promise<Chapter<Name>>;
  /** How the chosen period differs from as many days before it; null of all there is. */
  readonly compared: (() => Promise<PeriodsCompared>) | null;
  readonly recall: ReadRecall;
}

/** A recall with its readings; null where there is none of that id, or no readings were kept. */
export type ReadRecall = (id: string) => Promise<{ readonly entry: RecallEntry; readonly trace: Trace } | null>;
