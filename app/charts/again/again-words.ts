import { msg, str } from '@lit/localize';
import type { Again, Changed, OneRecall, RepeatedMemory } from '../../insights/chapters/again';
import type { Needs } from '../../statistics/needs';
import { markOf } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { markWord } from '../../words/mark-words';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { differenceWords } from '../kit/effect-words';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';
import { drawnOf, isRated } from './again-rows';

export function againWords({ memories, valence, face }: Again): ChapterWords {
  const n = memories.length;
  if (n === 0)
    return {
      finding: msg('When you relive a memory a second time, you’ll see here what changed.'),
      evidence: '',
      numbers: '',
    };
  if ('needs' in valence) {
    return {
      finding: plural(msg('{n, plural, one {One memory you went back to} other {{n} memories you went back to}}'), {
        n,
      }),
      evidence: needsWords(valence.needs),
      numbers: '',
    };
  }
  return {
    finding:
      valence.evidence.strength === 'chance'
        ? msg('Memories you went back to feel about the same as the first time.')
        : valence.mean > 0
          ? msg('Memories you went back to feel more pleasant than the first time.')
          : msg('Memories you went back to feel less pleasant than the first time.'),
    evidence: sentences([evidenceWords(valence.evidence), drawnWords(memories)]),
    numbers: sentences([
      labelled(markWord('you'), differenceWords({ ...valence, slope: valence.mean })),
      faceNumbers(face),
    ]),
  };
}

/** How many of how many are drawn; empty where all of them are. */
function drawnWords(memories: readonly RepeatedMemory[]): string {
  const n = memories.filter(isRated).length;
  const drawn = drawnOf(memories).length;
  if (drawn === n) return '';
  return msg(
    str`Below are ${formatCount(drawn)} of ${formatCount(n)} memories, picked evenly by how much they changed. The average is of all ${formatCount(n)}.`,
  );
}

/** The name of the row that stands for all of them. */
export const averageTitle = (n: number): string =>
  plural(msg('{n, plural, one {On average, one memory} other {On average, {n} memories}}'), { n });

/** The same with what it comes to. */
export const averageWords = (change: Changed): string =>
  labelled(averageTitle(change.n), differenceWords({ ...change, slope: change.mean }));

const faceNumbers = (face: Changed | Needs): string =>
  'needs' in face ? '' : labelled(markWord('face'), differenceWords({ ...face, slope: face.mean }));

export const memoryTitle = ({ title }: RepeatedMemory): string => title || msg('Untitled memory');

export function repeatedWords(memory: RepeatedMemory): string {
  const { first, last, times } = memory;
  const title = plural(msg('{title}, relived {times, plural, one {once} other {{times} times}}'), {
    title: memoryTitle(memory),
    times,
  });
  return labelled(title, msg(str`${recallWords(first)}; then ${recallWords(last)}`));
}

const recallWords = ({ wallMs, valence, face }: OneRecall): string =>
  msg(str`${markOf(wallMs, true)}, you ${numberOf(valence)}, face ${numberOf(face)}`);

const numberOf = (value: number | null): string => (value === null ? '–' : formatValence(value));

export const againTable = ({ memories }: Again): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One memory relived more than once, from −1 (unpleasant) to 1 (pleasant).} other {{n} memories relived more than once, from −1 (unpleasant) to 1 (pleasant).}}',
    ),
    { n: memories.length },
  ),
  columns: [msg('memory'), msg('times'), msg('you, first'), msg('you, last'), msg('face, first'), msg('face, last')],
  rows: memories.map((memory) => ({
    entryId: memory.last.entryId,
    cells: [
      memoryTitle(memory),
      formatCount(memory.times),
      numberOf(memory.first.valence),
      numberOf(memory.last.valence),
      numberOf(memory.first.face),
      numberOf(memory.last.face),
    ],
  })),
});
