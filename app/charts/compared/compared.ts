import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PeriodsCompared, SideCompared } from '../../insights/chapters/compared';
import { valenceRule } from '../drawing/axes';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { markBefore, markMoved, markNow } from '../drawing/marks';
import { type Drawing, type Shape, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { comparedTable, comparedWords, sideWord, sideWords } from './compared-words';

const ROW_PX = 52;
const HEAD_PX = 40;

/** A period and the one before it, side by side: each mean before, dotted, and now. */
@customElement('rv-compared-chapter')
export class ComparedChapter extends DrawnChapter<PeriodsCompared> {
  protected override words(data: PeriodsCompared): ChapterWords {
    return comparedWords(data);
  }

  protected override drawing({ sides }: PeriodsCompared, width: number): Drawing | null {
    const rows = sides.filter(({ before, now }) => before && now);
    return rows.length === 0 ? null : drawCompared(rows, width);
  }

  protected override legend({ sides }: PeriodsCompared): TemplateResult | typeof nothing {
    if (!sides.some(({ before, now }) => before && now)) return nothing;
    return legendOf([
      { shapes: [markBefore('you', 6, 6)], words: msg('before') },
      { shapes: [markNow('you', 6, 6)], words: msg('you, now') },
      { shapes: [markNow('face', 6, 6)], words: msg('your face, now') },
    ]);
  }

  protected override table(data: PeriodsCompared): TableData {
    return comparedTable(data);
  }
}

function drawCompared(rows: readonly SideCompared[], width: number): Drawing {
  const x = scale(-1, 1, 14, width - 14);
  const height = HEAD_PX + rows.length * ROW_PX;
  const shapes: Shape[] = [
    word(msg('less'), 0, 8, 'start', 'ink3'),
    word(msg('more'), width, 8, 'end', 'ink3'),
    ...valenceRule(x, [-1, 1], HEAD_PX - 8, height),
  ];
  const spots = rows.map((row, at) => {
    const top = HEAD_PX + at * ROW_PX;
    const [before, now, y] = [x(row.before!.mean), x(row.now!.mean), top + 32];
    shapes.push(word(sideWord(row.side), 14, top + 12, 'start', 'ink'));
    shapes.push(...markMoved(row.side === 'face' ? 'face' : 'you', before, now, y));
    return { x: now, y, words: sideWords(row), entryIds: [] };
  });
  return { height, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-compared-chapter': ComparedChapter;
  }
}
