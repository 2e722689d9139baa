import { numbersOf } from '../../base/numbers-of';
import type { Needs } from '../../statistics/needs';
import { orNull } from '../../statistics/present';
import type { Book } from '../readers/book';
import { type Effect, manyEffects } from '../statistics/effects';
import { type Judged, judged } from './judged';

/** What was seen of the eyes, and of how still the face was, in one recall. */
export interface EyesSeen {
  readonly entryId: string;
  readonly wallMs: number;
  /** Whether "tired" was among the feelings. */
  readonly isTired: boolean;
  readonly blinksPerMinute: number | null;
  /** Share of the time with the eyes closed, 0..1. */
  readonly closedShare: number | null;
  /** Share of the recall in which nothing in the face moved for ten seconds or longer, 0..1. */
  readonly stillShare: number | null;
}

export interface Tired {
  /** The newest, oldest of them first: what is counted, as long as there are no more than can be listed. */
  readonly recalls: readonly EyesSeen[];
  /** Recalls with feelings and eyes that could be read, and how many of them have the word. */
  readonly n: number;
  readonly tired: number;
  /** With the word less without it. */
  readonly blinks: Judged<'blinks'> | Needs;
  readonly closed: Judged<'closed'> | Needs;
  readonly still: Judged<'still'> | Needs;
}

type Seen = 'blinks' | 'closed' | 'still';

const WORD = 'tired';
const MOST_RECALLS = 2_000;

/** What was seen of the eyes beside the word "tired". An entry without any feeling says nothing of it. */
export function tired(book: Book): Tired {
  const has = numbersOf(book.feelings, (own) =>
    own.length === 0 ? Number.NaN : Number(own.some(({ name }) => name === WORD)),
  );
  const { wallMs, blinksPerMinute, closedShare, stillShare } = book;
  const { known, waiting } = manyEffects<Seen>([
    { name: 'blinks', of: 'flag', wallMs, x: has, y: blinksPerMinute },
    { name: 'closed', of: 'flag', wallMs, x: has, y: closedShare },
    { name: 'still', of: 'flag', wallMs, x: has, y: stillShare },
  ]);
  const rows = [...book.id.keys()].filter(
    (row) => !Number.isNaN(has[row]!) && !(Number.isNaN(blinksPerMinute[row]!) && Number.isNaN(closedShare[row]!)),
  );
  const effectOf = <Name extends Seen>(name: Name): Judged<Name> | Needs =>
    judged(known.find((one) => one.name === name) as Effect<Name> | undefined) ?? {
      needs: waiting.find((one) => one.name === name)?.needs ?? 1,
    };
  return {
    recalls: rows.slice(-MOST_RECALLS).map((row) => ({
      entryId: book.id[row]!,
      wallMs: wallMs[row]!,
      isTired: has[row] === 1,
      blinksPerMinute: orNull(blinksPerMinute[row]!),
      closedShare: orNull(closedShare[row]!),
      stillShare: orNull(stillShare[row]!),
    })),
    n: rows.length,
    tired: rows.filter((row) => has[row] === 1).length,
    blinks: effectOf('blinks'),
    closed: effectOf('closed'),
    still: effectOf('still'),
  };
}
