import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { DAY_MS } from '../../base/time';
import type { Days, DayTold } from '../../insights/chapters/days';
import { shortMonthName, yearName } from '../../words/calendar';
import { formatCount } from '../../words/numbers';
import { valenceScale } from '../../words/report/rating-words';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { boxPath, type Drawing, type Shape, type Spot, word } from '../drawing/shapes';
import { valenceKey, valenceSquare } from '../drawing/valence-square';
import type { TableData } from '../kit/table-data';
import { daysTable, daysWords, dayWords } from './days-words';

/** Most years that are drawn, the newest: a row of twelve months each. */
const MOST_YEARS = 5;
/** The names of the months take so much beside the squares, and more where a language has longer ones: a letter is about so wide, a space two. */
const LEAST_LABEL_PX = 34;
const LETTER_PX = 6.5;
const SPACE_LETTERS = 2;
const GAP = 1.5;
const MOST_CELL = 20;
const DAYS = 31;
/** A row is at least so tall that the names of the months stand apart. */
const LEAST_TALL = 12;
/** Room above the months of a year, for its name and the numbers of the days. */
const HEAD_PX = 40;

/** Every day as a square, a month in a row: the year in pixels. */
@customElement('rv-days-chapter')
export class DaysChapter extends DrawnChapter<Days> {
  protected override words(data: Days): ChapterWords {
    return daysWords(data);
  }

  protected override drawing({ days, rated }: Days, width: number): Drawing | null {
    return rated === 0 ? null : drawDays(days, width);
  }

  protected override legend(): TemplateResult {
    const { low, high } = valenceScale();
    return legendOf([
      ...valenceKey(low, msg('in between'), high),
      { shapes: valenceSquare(0, 0, 12, null), words: msg('an entry without a rating') },
    ]);
  }

  protected override table(data: Days): TableData {
    return daysTable(data);
  }
}

/** The months from the first to the last of `days`, of the newest years, newest year first. */
function drawDays(days: readonly DayTold[], width: number): Drawing {
  const labelPx = labelWidth();
  const step = Math.min(MOST_CELL + GAP, (width - labelPx) / DAYS);
  const tall = Math.max(LEAST_TALL, step - GAP);
  const told = new Map(days.map((day) => [day.day, day]));
  const months = [...new Set(days.map(({ day }) => monthOf(day)))];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const years = [...new Set(months.map((month) => Math.floor(month / 12)))].sort((a, b) => b - a).slice(0, MOST_YEARS);
  const shapes: Shape[] = [];
  const spots: Spot[] = [];
  let y = 0;
  for (const year of years) {
    shapes.push(word(yearName(dayOf(year * 12)), 0, y + 8, 'start', 'ink'));
    for (const number of [1, 10, 20, 30])
      shapes.push(word(formatCount(number), labelPx + (number - 0.5) * step, y + HEAD_PX - 10, 'middle', 'ink3'));
    y += HEAD_PX;
    for (let month = year * 12; month < year * 12 + 12; month++) {
      if (month < first || month > last) continue;
      shapes.push(word(shortMonthName(dayOf(month)), 0, y + tall / 2, 'start', 'ink3'));
      for (let day = dayOf(month); day < dayOf(month + 1); day++) {
        const x = labelPx + (day - dayOf(month)) * step;
        const own = told.get(day);
        shapes.push(
          ...(own ? valenceSquare(x, y, step - GAP, own.valence, tall) : [nothingOn(x, y, step - GAP, tall)]),
        );
        if (own) spots.push({ x: x + step / 2, y: y + tall / 2, words: dayWords(own), entryIds: own.entryIds });
      }
      y += tall + 2;
    }
    y += 12;
  }
  return { height: Math.ceil(y), shapes, spots };
}

const labelWidth = (): number =>
  Math.max(
    LEAST_LABEL_PX,
    ...Array.from({ length: 12 }, (_, month) => LETTER_PX * (shortMonthName(dayOf(month)).length + SPACE_LETTERS)),
  );

const nothingOn = (x: number, y: number, width: number, tall: number): Shape => ({
  kind: 'path',
  d: boxPath(x, y, width, tall, Math.min(3, width / 5)),
  fill: 'line',
  opacity: 0.45,
});

/** Counted from January of the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12) / DAY_MS;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-days-chapter': DaysChapter;
  }
}
