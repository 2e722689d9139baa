import { isKnown, type Needs } from '../../statistics/needs';
import { orNull } from '../../statistics/present';
import { evidenceOfInterval } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { Book } from '../readers/book';
import { type RepeatedRecalls, repeatedRecalls } from '../statistics/repeated-recalls';

/** One recall of a memory. */
export interface OneRecall {
  readonly entryId: string;
  readonly wallMs: number;
  readonly valence: number | null;
  /** Facial valence; null where there is none that is compared. */
  readonly face: number | null;
}

/** A memory that was recalled more than once. */
export interface RepeatedMemory {
  readonly title: string;
  readonly first: OneRecall;
  readonly last: OneRecall;
  /** How many times. */
  readonly times: number;
}

export type Changed = RepeatedRecalls & { readonly evidence: Evidence };

export interface Again {
  /** All of them, those recalled last first. */
  readonly memories: readonly RepeatedMemory[];
  /** Rating and face of the last recall minus those of the first. */
  readonly valence: Changed | Needs;
  readonly face: Changed | Needs;
}

/** What changes in a memory that is recalled again. */
export function again(book: Book): Again {
  const rows = new Map<string, number[]>();
  for (const [row, key] of book.memory.entries()) {
    if (key === null) continue;
    const own = rows.get(key);
    if (own) own.push(row);
    else rows.set(key, [row]);
  }
  const memories = [...rows.values()]
    .filter((own) => own.length > 1)
    .sort((a, b) => b.at(-1)! - a.at(-1)!)
    .map((own) => {
      // Where there are two that were rated: these are what the change is told of.
      const rated = own.filter((row) => !Number.isNaN(book.valence[row]!));
      const shown = rated.length > 1 ? rated : own;
      return {
        title: book.title[own.at(-1)!]!.trim(),
        first: recallOf(book, shown[0]!),
        last: recallOf(book, shown.at(-1)!),
        times: own.length,
      };
    });
  return {
    memories,
    valence: changedIn(book.memory, book.valence),
    face: changedIn(book.memory, book.face),
  };
}

function changedIn(memory: Book['memory'], values: Float64Array): Changed | Needs {
  const change = repeatedRecalls(memory, values);
  return isKnown(change) ? { ...change, evidence: evidenceOfInterval(change) } : change;
}

const recallOf = ({ id, wallMs, valence, face }: Book, row: number): OneRecall => ({
  entryId: id[row]!,
  wallMs: wallMs[row]!,
  valence: orNull(valence[row]!),
  face: orNull(face[row]!),
});
