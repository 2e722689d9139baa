import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Again, RepeatedMemory } from '../../insights/chapters/again';
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
import { againTable, againWords, memoryTitle, repeatedWords } from './again-words';

/** Most memories that are drawn, those recalled last. */
const MOST_ROWS = 8;
const ROW_PX = 62;
const HEAD_PX = 26;
/** A title longer than this is cut; the table has all of it. */
const MOST_LETTERS = 42;

/** Memories that were relived more than once: the first time and the last, one above the other's title. */
@customElement('rv-again-chapter')
export class AgainChapter extends DrawnChapter<Again> {
  protected override words(data: Again): ChapterWords {
    return againWords(data);
  }

  protected override drawing({ memories }: Again, width: number): Drawing | null {
    const rows = memories.filter(hasBoth).slice(0, MOST_ROWS);
    return rows.length === 0 ? null : drawAgain(rows, width);
  }

  protected override legend({ memories }: Again): TemplateResult | typeof nothing {
    if (!memories.some(hasBoth)) return nothing;
    return legendOf([
      { shapes: [dotted(circlePath(6, 6, 4), 'ember')], words: msg('you, the first time') },
      { shapes: [you(6, 6)], words: msg('you, the last time') },
      { shapes: [dotted(diamondPath(6, 6, 5), 'dusk')], words: msg('your face, the first time') },
      { shapes: [face(6, 6)], words: msg('your face, the last time') },
    ]);
  }

  protected override table(data: Again): TableData {
    return againTable(data);
  }
}

const hasBoth = ({ first, last }: RepeatedMemory): boolean => first.valence !== null && last.valence !== null;

function drawAgain(rows: readonly RepeatedMemory[], width: number): Drawing {
  const x = scale(-1, 1, 14, width - 14);
  const height = HEAD_PX + rows.length * ROW_PX;
  const shapes: Shape[] = valenceRule(x, [-1, 1], HEAD_PX - 6, height);
  const spots = rows.map((memory, at) => {
    const top = HEAD_PX + at * ROW_PX;
    const title = memoryTitle(memory);
    shapes.push(
      word(title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title, 14, top + 10, 'start', 'ink'),
    );
    const { first, last } = memory;
    const upper = top + 28;
    shapes.push(
      line(
        [
          [x(first.valence!), upper],
          [x(last.valence!), upper],
        ],
        'ember',
        1.5,
        { opacity: 0.6 },
      ),
    );
    shapes.push(dotted(circlePath(x(first.valence!), upper, 5), 'ember'), you(x(last.valence!), upper));
    if (first.face !== null && last.face !== null) {
      const lower = top + 44;
      shapes.push(
        line(
          [
            [x(first.face), lower],
            [x(last.face), lower],
          ],
          'dusk',
          1.25,
          { opacity: 0.5 },
        ),
      );
      shapes.push(dotted(diamondPath(x(first.face), lower, 5.5), 'dusk'), face(x(last.face), lower, 5.5));
    }
    return { x: x(last.valence!), y: upper, words: repeatedWords(memory), entryIds: [first.entryId, last.entryId] };
  });
  return { height, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-again-chapter': AgainChapter;
  }
}
