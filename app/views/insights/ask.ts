import type { Chapter, ChapterName } from '../../insights/chapters/chapters';
import type { PeriodsCompared } from '../../insights/chapters/compared';
import type { Journal } from '../../journal/journal';

/** What a section may ask for, of the range and filter that the person has chosen. Another one takes its place when they choose again. */
export interface Ask {
  chapter<Name extends ChapterName>(name: Name): Promise<Chapter<Name>>;
  /** How the chosen period differs from as many days before it; null of all there is. */
  readonly compared: (() => Promise<PeriodsCompared>) | null;
  readonly journal: Pick<Journal, 'peek' | 'trace'>;
}
