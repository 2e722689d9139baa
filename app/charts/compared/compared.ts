import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PeriodsCompared, SideCompared } from '../../insights/chapters/compared';
import { valenceRule } from '../drawing/axes';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import {
  circlePath,
  type Drawing,
  diamondPath,
  dotted,
  face,
  line,
  type Shape,
  scale,
  word,
  you,
} from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { comparedTable, comparedWords, sideWord, sideWords } from './compared-words';

const ROW_PX = 52;
const HEAD_PX = 26;

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
      { shapes: [dotted(circlePath(6, 6, 4.5), 'ember')], words: msg('before') },
      { shapes: [you(6, 6)], words: msg('you, now') },
      { shapes: [face(6, 6)], words: msg('your face, now') },
    ]);
  }

  protected override table(data: PeriodsCompared): TableData {
    return comparedTable(data);
  }
}

function drawCompared(rows: readonly SideCompared[], width: number): Drawing {
  const x = scale(-1, 1, 14, width - 14);
  const height = HEAD_PX + rows.length * ROW_PX;
  const shapes: Shape[] = valenceRule(x, [-1, 1], HEAD_PX - 6, height);
  const spots = rows.map((row, at) => {
    const top = HEAD_PX + at * ROW_PX;
    const [from, to, y] = [x(row.before!.mean), x(row.now!.mean), top + 32];
    const isFace = row.side === 'face';
    const ink = isFace ? 'dusk' : 'ember';
    shapes.push(word(sideWord(row.side), 14, top + 12, 'start', 'ink'));
    shapes.push(
      line(
        [
          [from, y],
          [to, y],
        ],
        ink,
        1.5,
        { opacity: 0.6 },
      ),
    );
    shapes.push(dotted(isFace ? diamondPath(from, y, 5.5) : circlePath(from, y, 5), ink));
    shapes.push(isFace ? face(to, y) : you(to, y));
    return { x: to, y, words: sideWords(row), entryIds: [] };
  });
  return { height, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-compared-chapter': ComparedChapter;
  }
}
