import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { traced } from './sample-trace';

/** Memories whose first and last recall have a trace: enough to look at one after the other. */
const MEMORIES = 6;

/**
 * The same entries, with a trace beside the first and the last recall of the memories that were relived last, so that the two can be laid
 * over each other. `entries`: oldest first.
 */
export function withTraces(entries: readonly Entry[]): readonly { entry: Entry; trace: Trace | null }[] {
  const rows = new Map<string, number[]>();
  for (const [row, entry] of entries.entries()) {
    if (entry.kind !== 'recall' || !entry.face.summary || entry.faceDisputed) continue;
    const { title } = entry.memory;
    rows.set(title, [...(rows.get(title) ?? []), row]);
  }
  const again = [...rows.values()].filter(({ length }) => length > 1).sort((a, b) => b.at(-1)! - a.at(-1)!);
  const chosen = new Set(again.slice(0, MEMORIES).flatMap((own) => [own[0]!, own.at(-1)!]));
  return entries.map((entry, row) => {
    const both = entry.kind === 'recall' && chosen.has(row) ? traced(entry, row) : null;
    return both ?? { entry, trace: null };
  });
}
