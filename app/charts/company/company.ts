import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Company } from '../../insights/chapters/company';
import { valenceRule, worseAndBetter } from '../drawing/axes';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { circlePath, type Drawing, line, type Shape, scale, word, you } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import {
  type Companion,
  companionName,
  companionsOf,
  companionWords,
  companyTable,
  companyWords,
} from './company-words';

/** Most rows, the surest. */
const MOST_ROWS = 10;
const ROW_PX = 44;
const HEAD_PX = 40;
/** The scale reaches at least so far to either side. */
const LEAST_REACH = 0.25;

/** What goes with better ratings: each with its interval, surest first. */
@customElement('rv-company-chapter')
export class CompanyChapter extends DrawnChapter<Company> {
  protected override words(data: Company): ChapterWords {
    return companyWords(data);
  }

  protected override drawing(data: Company, width: number): Drawing | null {
    const rows = companionsOf(data).slice(0, MOST_ROWS);
    return rows.length === 0 ? null : drawCompany(rows, width);
  }

  protected override legend(data: Company): TemplateResult | typeof nothing {
    const all = companionsOf(data).slice(0, MOST_ROWS);
    if (all.length === 0) return nothing;
    const sure = { shapes: [you(6, 6, 4.5)], words: msg('the difference, with its 95% interval') };
    const unsure = { shapes: [hollow(6, 6)], words: msg('could well be chance') };
    return legendOf(all.some(isChance) ? [sure, unsure] : [sure]);
  }

  protected override table(data: Company): TableData {
    return companyTable(data);
  }
}

const isChance = ({ evidence }: Companion): boolean => evidence.strength === 'chance';

const hollow = (x: number, y: number): Shape => ({
  kind: 'path',
  d: circlePath(x, y, 4),
  stroke: 'ember',
  fill: 'card',
  width: 1.5,
});

/** Each name stands above its interval, because names are long and phones are narrow. */
function drawCompany(rows: readonly Companion[], width: number): Drawing {
  const reach = Math.max(LEAST_REACH, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const most = Math.min(1, Math.ceil(reach * 10) / 10);
  const x = scale(-most, most, 14, width - 14);
  const height = HEAD_PX + rows.length * ROW_PX;
  const [worse, better] = worseAndBetter();
  const shapes: Shape[] = [
    word(worse, 0, 8, 'start', 'ink3'),
    word(better, width, 8, 'end', 'ink3'),
    ...valenceRule(x, [-most, most], HEAD_PX - 8, height),
  ];
  const spots = rows.map((row, at) => {
    const y = HEAD_PX + at * ROW_PX + 26;
    shapes.push(word(companionName(row), 14, y - 15, 'start', 'ink'));
    shapes.push(
      line(
        [
          [x(Math.max(-most, row.low)), y],
          [x(Math.min(most, row.high)), y],
        ],
        'ember',
        2,
        { opacity: isChance(row) ? 0.4 : 0.8 },
      ),
    );
    shapes.push(isChance(row) ? hollow(x(row.slope), y) : you(x(row.slope), y, 5));
    return { x: x(row.slope), y, words: companionWords(row), entryIds: [] };
  });
  return { height, shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-company-chapter': CompanyChapter;
  }
}
