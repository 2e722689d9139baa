import { msg } from '@lit/localize';
import type { nothing, TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { markBefore, markNow } from '../drawing/marks';
import { type Drawing, line, type Shape, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { type Aligned, type AlignedSecond, alignedSeconds, type Course } from './aligned-series';
import { alignedTable, alignedWords, ratingWords, secondMark, secondWords } from './aligned-words';

const HEIGHT = 240;
const [TOP, BOTTOM] = [18, HEIGHT - 28];
/** Where the means stand, beside the lines. */
const BESIDE_PX = 34;
/** The arrow keys go through every so many seconds. */
const SPOT_S = 5;

/** Two recalls of one memory, laid over each other: the face second by second, and beside it what it came to and what was said. */
@customElement('rv-aligned-chapter')
export class AlignedChapter extends DrawnChapter<Aligned> {
  protected override words(data: Aligned): ChapterWords {
    return alignedWords(data);
  }

  protected override drawing(data: Aligned, width: number): Drawing {
    return drawAligned(data, width);
  }

  protected override legend({ first, last }: Aligned): TemplateResult | typeof nothing {
    const lines = [
      { shapes: [courseLine(SAMPLE, false)], words: msg('your face, the first time') },
      { shapes: [courseLine(SAMPLE, true)], words: msg('your face, the last time') },
    ];
    const said = [
      { shapes: [markBefore('you', 6, 6)], words: msg('you, the first time') },
      { shapes: [markNow('you', 6, 6)], words: msg('you, the last time') },
    ];
    return legendOf([...lines, ...(first.said === null && last.said === null ? [] : said)]);
  }

  protected override table(data: Aligned): TableData {
    return alignedTable(data);
  }
}

type Point = readonly [x: number, y: number];

/** Of a line, for the legend. */
const SAMPLE: readonly Point[] = [
  [0, 6],
  [12, 6],
];

/** The first time dashed, the last time whole: as the marks are dotted and whole. */
const courseLine = (points: readonly Point[], isLast: boolean): Shape =>
  isLast ? line(points, 'dusk', 2) : line(points, 'dusk', 1.5, { dash: [3, 3.5], opacity: 0.85 });

function drawAligned(data: Aligned, width: number): Drawing {
  const seconds = alignedSeconds(data);
  const [from, to] = [seconds[0]!.s, seconds.at(-1)!.s];
  const x = scale(from, to, 0, width - BESIDE_PX);
  const y = scale(-1, 1, BOTTOM, TOP);
  const right = width - BESIDE_PX / 2 + 4;
  const shapes: Shape[] = [
    ...[-1, 0, 1].map((value) =>
      line(
        [
          [0, y(value)],
          [width, y(value)],
        ],
        value === 0 ? 'edge' : 'line',
      ),
    ),
    word(msg('pleasant'), 0, y(1) - 9, 'start', 'ink3'),
    word(msg('unpleasant'), 0, y(-1) - 9, 'start', 'ink3'),
    word(secondMark(from), 0, HEIGHT - 10, 'start', 'ink3'),
    word(secondMark(to + 1), width - BESIDE_PX, HEIGHT - 10, 'end', 'ink3'),
    ...(data.at === 'movement' ? movementRule(x(0), y, width) : []),
    ...stretches(seconds, 'first').map((run) =>
      courseLine(
        run.map(({ s, first }) => [x(s), y(first!)]),
        false,
      ),
    ),
    ...stretches(seconds, 'last').map((run) =>
      courseLine(
        run.map(({ s, last }) => [x(s), y(last!)]),
        true,
      ),
    ),
    ...marksOf(data.first, right, y, markBefore),
    ...marksOf(data.last, right, y, markNow),
  ];
  return { height: HEIGHT, shapes, spots: spotsOf(data, seconds, { x, y, right }) };
}

/** Where both began to move most; its second is written unless an end's stands there. */
function movementRule(x: number, y: (value: number) => number, width: number): Shape[] {
  const rule = line(
    [
      [x, y(1)],
      [x, y(-1)],
    ],
    'edge',
    1,
    { dash: [2, 3] },
  );
  return x < 40 || x > width - BESIDE_PX - 40 ? [rule] : [rule, word(secondMark(0), x, HEIGHT - 10, 'middle', 'ink3')];
}

/** The seconds of one side, broken where its face was not readable. */
function stretches(seconds: readonly AlignedSecond[], side: 'first' | 'last'): readonly AlignedSecond[][] {
  const runs: AlignedSecond[][] = [[]];
  for (const one of seconds) {
    if (one[side] !== null) runs.at(-1)!.push(one);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter(({ length }) => length > 1);
}

function marksOf({ said, shown }: Course, x: number, y: (value: number) => number, mark: typeof markNow): Shape[] {
  return [
    ...(shown === null ? [] : [mark('face', x + 7, y(shown.mean), 4.5)]),
    ...(said === null ? [] : [mark('you', x - 6, y(said), 4.5)]),
  ];
}

interface Scales {
  readonly x: (s: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
}

function spotsOf(data: Aligned, seconds: readonly AlignedSecond[], { x, y, right }: Scales): Drawing['spots'] {
  const shown = seconds.filter(({ s, first, last }) => s % SPOT_S === 0 && (first !== null || last !== null));
  const entryIds = [data.first.entryId, data.last.entryId];
  const said = data.last.said ?? data.first.said;
  return [
    ...shown.map((one) => ({ x: x(one.s), y: y((one.last ?? one.first)!), words: secondWords(one), entryIds })),
    ...(said === null ? [] : [{ x: right - 6, y: y(said), words: ratingWords(data), entryIds }]),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-aligned-chapter': AlignedChapter;
  }
}
