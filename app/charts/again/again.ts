import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';
import type { Again, Changed, RepeatedMemory } from '../../insights/chapters/again';
import { valenceScale } from '../../words/report/rating-words';
import { valenceRule } from '../drawing/axes';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { markBefore, markMoved, markNow, type Whose } from '../drawing/marks';
import { type Drawing, line, type Shape, type Spot, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { drawnOf, isRated } from './again-rows';
import { againTable, againWords, averageTitle, averageWords, memoryTitle, repeatedWords } from './again-words';

const ROW_PX = 62;
const HEAD_PX = 40;
/** A title longer than this is cut; the table has all of it. */
const MOST_LETTERS = 42;

/** Memories that were relived more than once, the first time and the last; above them what they come to on average. */
@customElement('rv-again-chapter')
export class AgainChapter extends DrawnChapter<Again> {
  protected override words(data: Again): ChapterWords {
    return againWords(data);
  }

  protected override drawing(data: Again, width: number): Drawing | null {
    return data.memories.some(isRated) ? drawAgain(data, width) : null;
  }

  protected override legend({ memories, valence }: Again): TemplateResult | typeof nothing {
    if (!memories.some(isRated)) return nothing;
    return legendOf([
      { shapes: [markBefore('you', 6, 6)], words: msg('you, the first time') },
      { shapes: [markNow('you', 6, 6)], words: msg('you, the last time') },
      { shapes: [markBefore('face', 6, 6)], words: msg('your face, the first time') },
      { shapes: [markNow('face', 6, 6)], words: msg('your face, the last time') },
      ...('needs' in valence ? [] : [{ shapes: [band(0, 12, 6)], words: msg('95% interval of the average') }]),
    ]);
  }

  protected override table(data: Again): TableData {
    return againTable(data);
  }
}

function drawAgain({ memories, valence, face }: Again, width: number): Drawing {
  const x = scale(-1, 1, 14, width - 14);
  const rows = [
    ...('needs' in valence ? [] : [averageRow(valence, 'needs' in face ? null : face)]),
    ...drawnOf(memories).map(memoryRow),
  ];
  const height = HEAD_PX + rows.length * ROW_PX;
  const { low, high } = valenceScale();
  const shapes: Shape[] = [
    word(low, 0, 8, 'start', 'ink3'),
    word(high, width, 8, 'end', 'ink3'),
    ...valenceRule(x, [-1, 1], HEAD_PX - 8, height),
  ];
  const spots = rows.map(({ title, you, face, words, entryIds }, at): Spot => {
    const top = HEAD_PX + at * ROW_PX;
    const [upper, lower] = [top + 28, top + 44];
    shapes.push(word(title, 14, top + 10, 'start', 'ink'), ...moveOf('you', you, x, upper));
    if (face) shapes.push(...moveOf('face', face, x, lower));
    return { x: x(you.now), y: upper, words, entryIds };
  });
  return { height, shapes, spots };
}

/** Where something stood, where it stands now, and the interval of that if it is a mean. */
interface Move {
  readonly before: number;
  readonly now: number;
  readonly interval?: readonly [low: number, high: number];
}

interface Row extends Pick<Spot, 'words' | 'entryIds'> {
  readonly title: string;
  readonly you: Move;
  readonly face: Move | null;
}

const averageRow = (valence: Changed, face: Changed | null): Row => ({
  title: averageTitle(valence.n),
  you: moveOfMean(valence),
  face: face && moveOfMean(face),
  words: averageWords(valence),
  entryIds: [],
});

const moveOfMean = ({ from, mean, low, high }: Changed): Move => ({
  before: from,
  now: from + mean,
  interval: [clamp(from + low, -1, 1), clamp(from + high, -1, 1)],
});

function memoryRow(memory: RepeatedMemory): Row {
  const { first, last } = memory;
  const title = memoryTitle(memory);
  return {
    title: title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title,
    you: { before: first.valence!, now: last.valence! },
    face: first.face === null || last.face === null ? null : { before: first.face, now: last.face },
    words: repeatedWords(memory),
    entryIds: [first.entryId, last.entryId],
  };
}

const moveOf = (whose: Whose, { before, now, interval }: Move, x: (value: number) => number, y: number): Shape[] => [
  ...(interval ? [band(x(interval[0]), x(interval[1]), y)] : []),
  ...markMoved(whose, x(before), x(now), y),
];

const band = (from: number, to: number, y: number): Shape =>
  line(
    [
      [from, y],
      [to, y],
    ],
    'ink',
    6,
    { opacity: 0.14 },
  );

declare global {
  interface HTMLElementTagNameMap {
    'rv-again-chapter': AgainChapter;
  }
}
