import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { EXPRESSIONS } from '../../domain/face/expression';
import type { ByCue } from '../../insights/chapters/by-cue';
import type { CueClassFaces } from '../../insights/statistics/by-cue-class';
import { expressionWord } from '../../words/face/expression-words';
import { formatShare } from '../../words/numbers';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { boxPath, type Drawing, line, type Shape, type Spot, scale, word } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { byCueTable, byCueWords, classTitle, classWords, knownClasses, unitsIn, unitWord } from './by-cue-words';

const BAR_PX = 26;
const ROW_PX = 58;
/** Most movements that are drawn: those in which the classes differ most. */
const MOST_UNITS = 5;
const UNIT_PX = 28;
/** Of one class within a movement. */
const LANE_PX = 15;
/** An expression below this share has no room in its bar for a line between it and the next. */
const LEAST_SHARE = 0.005;

/** What the face showed, by what kind of memory was asked for: shares of expressions, and the movements that differ most. */
@customElement('rv-by-cue-chapter')
export class ByCueChapter extends DrawnChapter<ByCue> {
  protected override words(data: ByCue): ChapterWords {
    return byCueWords(data);
  }

  protected override drawing(data: ByCue, width: number): Drawing | null {
    const known = knownClasses(data);
    return known.length === 0 ? null : drawClasses(known, width);
  }

  protected override legend(data: ByCue): TemplateResult | typeof nothing {
    const known = knownClasses(data);
    const shown = EXPRESSIONS.filter((name) => known.some(({ expressions }) => expressions[name].mean >= LEAST_SHARE));
    if (shown.length === 0) return nothing;
    return legendOf(
      shown.map((name) => ({
        shapes: [{ kind: 'path', d: boxPath(0, 0, 12, 12, 3), fill: name }],
        words: expressionWord(name),
      })),
    );
  }

  protected override table(data: ByCue): TableData {
    return byCueTable(data);
  }
}

function drawClasses(known: readonly CueClassFaces[], width: number): Drawing {
  const shapes: Shape[] = [];
  const spots: Spot[] = [];
  shapes.push(word(msg('how much of each expression was seen'), 0, 8, 'start', 'ink2'));
  let y = 24;
  for (const own of known) {
    shapes.push(word(classTitle(own.cueClass), 0, y + 9, 'start', 'ink'));
    shapes.push(...barOf(own, y + 20, width));
    spots.push({ x: width / 2, y: y + 20 + BAR_PX / 2, words: classWords(own), entryIds: [] });
    y += ROW_PX;
  }
  const units = unitsIn(known).slice(0, MOST_UNITS);
  if (units.length > 0) {
    shapes.push(word(msg('how often each movement was seen'), 0, y + 12, 'start', 'ink2'));
    y += 28;
  }
  const x = scale(0, 1, 0, width - 150);
  for (const unit of units) {
    shapes.push(word(unitWord(unit), 0, y + 8, 'start', 'ink'));
    for (const [at, { units: shares, cueClass }] of known.entries()) {
      if (!shares) continue;
      const { share, low, high } = shares[unit];
      const row = y + 24 + at * LANE_PX;
      shapes.push(
        line(
          [
            [0, row],
            [x(share), row],
          ],
          'dusk',
          5,
          { opacity: 0.85 },
        ),
      );
      shapes.push(
        line(
          [
            [x(low), row],
            [x(high), row],
          ],
          'ink',
          1,
          { opacity: 0.6 },
        ),
      );
      spots.push({
        x: x(share),
        y: row,
        words: `${unitWord(unit)}, ${classTitle(cueClass)}: ${formatShare(share)}`,
        entryIds: [],
      });
      shapes.push(word(`${classTitle(cueClass)} ${formatShare(share)}`, width, row, 'end', 'ink3'));
    }
    y += UNIT_PX + known.length * LANE_PX;
  }
  return { height: y + 4, shapes, spots };
}

function barOf({ expressions }: CueClassFaces, y: number, width: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let from = 0;
  for (const name of EXPRESSIONS) {
    const length = expressions[name].mean * width;
    if (expressions[name].mean >= LEAST_SHARE)
      shapes.push({ kind: 'path', d: boxPath(from, y, Math.max(1, length - 1.5), BAR_PX), fill: name });
    from += length;
  }
  return shapes;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-by-cue-chapter': ByCueChapter;
  }
}
