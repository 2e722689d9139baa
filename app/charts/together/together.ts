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
  const x = scale(from, to, 8, width - 8);
  const shapes: Shape[] = [
    line(
      [
        [0, y(0)],
        [width, y(0)],
      ],
      'edge',
    ),
    line(
      [
        [0, y(1)],
        [width, y(1)],
      ],
      'line',
    ),
    word(msg('together'), 0, y(1) + 10, 'start', 'ink3'),
    word(msg('no connection'), 0, y(0) - 9, 'start', 'ink3'),
    word(markOf(from * DAY_MS, true), 0, HEIGHT - 8, 'start', 'ink3'),
    word(markOf(to * DAY_MS, true), width, HEIGHT - 8, 'end', 'ink3'),
  ];
  if (lowest < -0.05)
    shapes.push(
      line(
        [
          [0, y(-1)],
          [width, y(-1)],
        ],
        'line',
      ),
      word(msg('opposite ways'), 0, y(-1) - 9, 'start', 'ink3'),
    );
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
