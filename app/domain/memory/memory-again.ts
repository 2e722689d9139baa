import type { Memory, When } from './memory';
import { whenOf } from './memory-when';

/** These count from the day on which they were said: on another day they would say something else. */
const COUNTED_FROM_THEN: ReadonlySet<When> = new Set<When>(['today', 'this-week', 'this-month', 'this-year', 'ahead']);

/**
 * What was said of a memory, as far as it still holds when the person goes there again. What it was like to be there is left open,
 * because they are asked once more. `today`: as `dayOf` gives it.
 *
 * @example memoryAgain({ ...memory, date: '2026-11-20', when: 'this-week', vividness: 6 }, '2027-02-01').when // 'this-year'
 */
export function memoryAgain(memory: Memory, today: string): Memory {
  const { reliving: _, rehearsal: __, feelsNow: ___, timeAhead: ____, ...before } = memory;
  return { ...before, vividness: null, when: whenAgain(memory, today) };
}

function whenAgain({ when, date }: Memory, today: string): When | null {
  if (date !== undefined) return whenOf(date, today);
  return when !== null && COUNTED_FROM_THEN.has(when) ? null : when;
}
