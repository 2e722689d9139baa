import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { EyesSeen, Tired } from '../../insights/chapters/tired';
import { mean } from '../../statistics/mean';
import { formatCount } from '../../words/numbers';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { type Drawing, face, line, type Shape, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { lanes, seenWords, tiredTable, tiredWords } from './tired-words';

const LANE_PX = 76;
const HEAD_PX = 34;
/** How far marks of one lane step aside, so that the same number twice shows as two. */
const ASIDE = [0, -9, 9, -17, 17] as const;

/** How often somebody blinked, with the word "tired" and without it: what was seen, never how tired anybody is. */
@customElement('rv-tired-chapter')
export class TiredChapter extends DrawnChapter<Tired> {
  protected override words(data: Tired): ChapterWords {
    return tiredWords(data);
  }

  protected override drawing({ recalls, blinks }: Tired, width: number): Drawing | null {
    return 'needs' in blinks ? null : drawTired(recalls, width);
  }

  protected override legend({ blinks }: Tired): TemplateResult | typeof nothing {
    if ('needs' in blinks) return nothing;
    return legendOf([
      { shapes: [face(6, 6, 5)], words: msg('blinks a minute in one recall') },
      {
        shapes: [
          line(
            [
              [6, 0],
              [6, 12],
            ],
            'ink',
            2,
          ),
        ],
        words: msg('their mean'),
      },
    ]);
  }

  protected override table(data: Tired): TableData {
    return tiredTable(data);
  }
}

/** Most marks of a lane, the newest: more would cover each other. */
const MOST_MARKS = 200;

function drawTired(recalls: readonly EyesSeen[], width: number): Drawing {
  const seen = recalls.filter(({ blinksPerMinute }) => blinksPerMinute !== null);
  const most = Math.max(10, ...seen.map(({ blinksPerMinute }) => blinksPerMinute!));
  const x = scale(0, most, 12, width - 12);
  const height = HEAD_PX + 2 * LANE_PX;
  const shapes: Shape[] = [];
  for (let tick = 0; tick <= most; tick += most > 40 ? 20 : 10)
    shapes.push(
      line(
        [
          [x(tick), HEAD_PX - 8],
          [x(tick), height],
        ],
        'line',
      ),
      word(formatCount(tick), x(tick), HEAD_PX - 18, 'middle', 'ink3'),
    );
  const spots = [true, false].flatMap((isTired, lane) => {
    const own = seen.filter((one) => one.isTired === isTired);
    const middle = HEAD_PX + lane * LANE_PX + LANE_PX / 2 + 8;
    shapes.push(word(lanes()[lane]!, 0, HEAD_PX + lane * LANE_PX + 8, 'start', 'ink'));
    if (own.length === 0) return [];
    const centre = x(mean(own.map(({ blinksPerMinute }) => blinksPerMinute!)));
    const marks = own.slice(-MOST_MARKS).map((one, at) => ({
      ...{ x: x(one.blinksPerMinute!), y: middle + ASIDE[at % ASIDE.length]! },
      one,
    }));
    shapes.push(...marks.map((mark) => face(mark.x, mark.y, 4.5, own.length > 60 ? 0.5 : 0.85)));
    shapes.push(
      line(
        [
          [centre, middle - 24],
          [centre, middle + 24],
        ],
        'ink',
        2,
      ),
    );
    return marks.map((mark) => ({ x: mark.x, y: mark.y, words: seenWords(mark.one), entryIds: [mark.one.entryId] }));
  });
  return { height, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-tired-chapter': TiredChapter;
  }
}
