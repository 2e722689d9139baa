import { msg } from '@lit/localize';
import type { Memory } from '../../domain/memory/memory';
import { memoryDateWords } from '../../words/memory/memory-date-words';
import { feelsNowWord, lifePeriodWord, perspectiveWord } from '../../words/memory/recollection-words';
import { ofSeven } from '../../words/report/rating-words';

/** A name, and what was said; empty where nothing was. */
export type NamedFact = readonly [name: string, value: string];

/** What a memory says beyond what every one was asked: how exactly it is known, and how it is remembered. */
export function moreFacts(memory: Memory): readonly NamedFact[] {
  const { date, lifePeriod, whenUnsure, perspective, reliving, rehearsal, feelsNow } = memory;
  return [
    [msg('Date'), date ? memoryDateWords(date) : whenUnsure ? msg('not sure') : ''],
    [msg('Time of life'), lifePeriod ? lifePeriodWord(lifePeriod) : ''],
    [msg('How you see it'), perspective ? perspectiveWord(perspective) : ''],
    [msg('There again'), reliving ? ofSeven(reliving) : ''],
    [msg('Comes to mind'), rehearsal ? ofSeven(rehearsal) : ''],
    [msg('Compared with then'), feelsNow ? feelsNowWord(feelsNow) : ''],
  ];
}
