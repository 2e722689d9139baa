import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { DAY_MS } from '../../base/time';
import type { Together, TogetherStretch } from '../../insights/chapters/together';
import { markOf } from '../../words/day-words';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { circlePath, type Drawing, line, type Shape, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { stretchWords, togetherTable, togetherWords } from './together-words';

const HEIGHT = 220;
const [TOP, BOTTOM] = [14, HEIGHT - 26];
/** A letter of the words beside the axis is about so wide: they have a column of their own, because marks would lie over them. */
const LETTER_PX = 6.75;
const SPACE_PX = 12;

/** How rating and face went together, stretch by stretch. It is of both, so it has neither's colour. */
@customElement('rv-together-chapter')
export class TogetherChapter extends DrawnChapter<Together> {
  protected override words(data: Together): ChapterWords {
    return togetherWords(data);
  }

  protected override drawing({ stretches, whole }: Together, width: number): Drawing | null {
    return 'needs' in whole || stretches.length < 2 ? null : drawStretches(stretches, width);
  }

  protected override legend(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override table(data: Together): TableData {
    return togetherTable(data);
  }
}

function drawStretches(stretches: readonly TogetherStretch[], width: number): Drawing {
  const lowest = Math.min(0, ...stretches.map(({ low }) => low));
  const y = scale(lowest < -0.05 ? -1 : 0, 1, BOTTOM, TOP);
  const [from, to] = [stretches[0]!.from, stretches.at(-1)!.to];
  const marks: (readonly [r: number, words: string])[] = [
    [1, msg('together')],
    [0, msg('no connection')],
  ];
  if (lowest < -0.05) marks.push([-1, msg('opposite ways')]);
  const left = LETTER_PX * Math.max(...marks.map(([, words]) => words.length)) + SPACE_PX;
  const x = scale(from, to, left + 8, width - 8);
  const shapes: Shape[] = [
    ...marks.flatMap(([r, words]) => [
      line(
        [
          [left, y(r)],
          [width, y(r)],
        ],
        r === 0 ? 'edge' : 'line',
      ),
      word(words, 0, y(r), 'start', 'ink3'),
    ]),
    word(markOf(from * DAY_MS, true), left, HEIGHT - 8, 'start', 'ink3'),
    word(markOf(to * DAY_MS, true), width, HEIGHT - 8, 'end', 'ink3'),
  ];
  const middles = stretches.map((one) => [x((one.from + one.to) / 2), y(one.r)] as const);
  shapes.push(line(middles, 'ink', 1.5, { opacity: 0.5 }));
  const spots = stretches.map((one, at) => {
    const [px, py] = middles[at]!;
    shapes.push(
      line(
        [
          [px, y(one.low)],
          [px, y(one.high)],
        ],
        'ink',
        6,
        { opacity: 0.14 },
      ),
    );
    shapes.push({ kind: 'path', d: circlePath(px, py, 4), fill: 'ink' });
    return { x: px, y: py, words: stretchWords(one), entryIds: [] };
  });
  return { height: HEIGHT, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-together-chapter': TogetherChapter;
  }
}
