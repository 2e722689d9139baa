import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Apart } from '../../insights/chapters/apart';
import { valenceScale } from '../../words/report/rating-words';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { type Drawing, diamondPath, line, type PathShape, type Shape, scale, word, you } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { apartTable, apartWords, pairWords } from './apart-words';

const MOST_PX = 420;
const MARGIN = 22;
/** Most marks, the newest: more would cover each other. */
const MOST_MARKS = 250;

/** A recall: the person's mark within the face's. */
const pairMark = (x: number, y: number, opacity = 0.8): readonly PathShape[] => [
  { kind: 'path', d: diamondPath(x, y, 6), stroke: 'dusk', width: 1.4, opacity },
  you(x, y, 2, opacity),
];

/** Every recall with a rating and a face: the rating across, the face upwards, and the line on which the two are the same. */
@customElement('rv-apart-chapter')
export class ApartChapter extends DrawnChapter<Apart> {
  protected override words(data: Apart): ChapterWords {
    return apartWords(data);
  }

  protected override drawing(data: Apart, width: number): Drawing | null {
    return 'needs' in data.difference ? null : drawPairs(data, width);
  }

  protected override legend({ calibration, difference }: Apart): TemplateResult | typeof nothing {
    if ('needs' in difference) return nothing;
    return legendOf([
      {
        shapes: pairMark(6, 6, 1),
        words: msg(
          'one recall: the further right, the more pleasant you said it was; the further up, the more pleasant your face looked',
        ),
      },
      {
        shapes: [
          line(
            [
              [0, 12],
              [12, 0],
            ],
            'edge',
            1.5,
            { dash: [3, 3] },
          ),
        ],
        words: msg('where the two would be the same'),
      },
      ...('needs' in calibration
        ? []
        : [
            {
              shapes: [
                line(
                  [
                    [0, 8],
                    [12, 4],
                  ],
                  'ink',
                  2,
                ),
              ],
              words: msg('what you said on average when your face looked like this'),
            },
          ]),
    ]);
  }

  protected override table(data: Apart): TableData {
    return apartTable(data);
  }
}

function drawPairs({ pairs: all, calibration }: Apart, width: number): Drawing {
  const pairs = all.slice(-MOST_MARKS);
  const size = Math.min(width, MOST_PX);
  const left = (width - size) / 2;
  const x = scale(-1, 1, left + MARGIN, left + size - MARGIN);
  const y = scale(-1, 1, size - MARGIN, MARGIN);
  const { low, high } = valenceScale();
  const shapes: Shape[] = [
    line(
      [
        [x(-1), y(0)],
        [x(1), y(0)],
      ],
      'line',
    ),
    line(
      [
        [x(0), y(-1)],
        [x(0), y(1)],
      ],
      'line',
    ),
    line(
      [
        [x(-1), y(-1)],
        [x(1), y(1)],
      ],
      'edge',
      1.25,
      { dash: [4, 4] },
    ),
    word(low, x(-1), size - 8, 'start', 'ink3'),
    word(msg('what you said'), x(0), size - 8, 'middle', 'ember'),
    word(high, x(1), size - 8, 'end', 'ink3'),
    word(msg('what your face showed'), x(0) + 6, y(1) - 8, 'start', 'dusk'),
  ];
  shapes.push(...pairs.flatMap((pair) => pairMark(x(pair.valence), y(pair.face), pairs.length > 80 ? 0.5 : 0.8)));
  if (!('needs' in calibration))
    shapes.push(
      line(
        calibration.map((bin) => [x(bin.meanY), y(bin.meanX)] as const),
        'ink',
        2,
      ),
    );
  const spots = pairs.map((pair) => ({
    x: x(pair.valence),
    y: y(pair.face),
    words: pairWords(pair),
    entryIds: [pair.entryId],
  }));
  return { height: size, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-apart-chapter': ApartChapter;
  }
}
