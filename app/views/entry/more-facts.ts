import { msg, str } from '@lit/localize';
import type { Entry } from '../../domain/entry/entry';
import type { Origin } from '../../domain/entry/origin';
import type { Memory } from '../../domain/memory/memory';
import { enumerated } from '../../words/lists';
import { memoryDateWords } from '../../words/memory/memory-date-words';
import { feelsNowWord, lifePeriodWord, perspectiveWord, timeAheadWord } from '../../words/memory/recollection-words';
import { ofSeven } from '../../words/report/rating-words';

/** A name, and what was said; empty where nothing was. */
export type NamedFact = readonly [name: string, value: string];

/** What only some entries say: that a memory was told aloud and more of it, or where it came from. */
export const moreFacts = (entry: Entry): readonly NamedFact[] =>
  entry.kind === 'recall'
    ? [
        [msg('How you remembered'), entry.mode === 'aloud' ? msg('telling it aloud') : ''],
        ...moreOfMemory(entry.memory),
      ]
    : originFacts(entry.origin);

/** What a memory says beyond what every one was asked: how exactly it is known, and how it is remembered. */
export function moreOfMemory(memory: Memory): readonly NamedFact[] {
  const { date, lifePeriod, whenUnsure, timeAhead, perspective, reliving, rehearsal, feelsNow } = memory;
  return [
    [msg('Date'), date ? memoryDateWords(date) : whenUnsure ? msg('not sure') : ''],
    [msg('Roughly when'), timeAhead ? timeAheadWord(timeAhead) : ''],
    [msg('Time of life'), lifePeriod ? lifePeriodWord(lifePeriod) : ''],
    [msg('How you see it'), perspective ? perspectiveWord(perspective) : ''],
    [msg('There again'), reliving ? ofSeven(reliving) : ''],
    [msg('Comes to mind'), rehearsal ? ofSeven(rehearsal) : ''],
    [msg('Compared with then'), feelsNow ? feelsNowWord(feelsNow) : ''],
  ];
}

/** What another app called it, and what was ticked there; then that it was not made here. */
function originFacts(origin: Origin | undefined): readonly NamedFact[] {
  if (!origin) return [];
  const app = origin.app ?? (origin.source === 'daylio' ? 'Daylio' : null);
  return [
    [app ? msg(str`Mood in ${app}`) : msg('Mood'), origin.mood ?? ''],
    [msg('Activities'), enumerated(origin.activities)],
    [msg('Imported from'), app ?? msg('a CSV file')],
  ];
}
