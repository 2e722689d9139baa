import { nextTask } from '../base/idle';
import { Stretch } from '../base/stretch';
import { PATTERN_LOOKS, type Patterns, patternsOf, type Sights } from '../insights/findings/patterns';
import { outlineColumns, type RatedOutline } from '../insights/readers/entry-columns';

/** What goes with what in the ratings, look by look, so that the page goes on answering meanwhile. */
export async function patternsIn(entries: readonly RatedOutline[]): Promise<Patterns> {
  // What the page draws meanwhile comes first.
  await nextTask();
  const stretch = new Stretch();
  const columns = outlineColumns(entries);
  const sights: Sights[] = [];
  for (const look of PATTERN_LOOKS) {
    await stretch.rest();
    sights.push(look(columns));
  }
  return patternsOf(columns, sights);
}
