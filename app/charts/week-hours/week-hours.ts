import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';
import type { BLOCK_HOURS as BlockHours, WeekHours } from '../../insights/chapters/week-hours';
import { shortWeekdayName } from '../../words/weekdays';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { type Drawing, type Shape, word } from '../drawing/shapes';
import { valenceKey, valenceSquare } from '../drawing/valence-square';
import type { TableData } from '../kit/table-data';
import { hourWords, weekHoursTable, weekHoursWords, weekPlaceWords } from './week-hours-words';

/** Hours that share a place, as the chapter counts them. */
const BLOCK_HOURS: typeof BlockHours = 2;
const BLOCKS = 24 / BLOCK_HOURS;
const LABEL_PX = 40;
const HEAD_PX = 18;
const MOST_STEP = 44;
/** From so many entries on a square is drawn in full size: few entries, a small square. */
const FULL_N = 6;
/** So far from the usual, a square is as full or as empty as can be. */
const REACH = 0.4;

/** How pleasant each part of the week was. */
@customElement('rv-week-hours-chapter')
export class WeekHoursChapter extends DrawnChapter<WeekHours> {
  protected override words(data: WeekHours): ChapterWords {
    return weekHoursWords(data);
  }

  protected override drawing(data: WeekHours, width: number): Drawing | null {
    return data.weekday ? drawWeek(data, width) : null;
  }

  protected override legend({ weekday }: WeekHours): TemplateResult | typeof nothing {
    if (!weekday) return nothing;
    return legendOf([
      ...valenceKey(msg('less pleasant than usual'), msg('as usual'), msg('more pleasant than usual')),
      { shapes: valenceSquare(3, 3, 6, 0), words: msg('small: few entries') },
    ]);
  }

  protected override table(data: WeekHours): TableData {
    return weekHoursTable(data, BLOCK_HOURS);
  }
}

/** Each place beside the mean of all: half the scale to either side would make every week look the same. */
function drawWeek({ places, n }: WeekHours, width: number): Drawing {
  const usual = places.reduce((sum, place) => sum + place.mean * place.n, 0) / n;
  const step = Math.min(MOST_STEP, (width - LABEL_PX) / BLOCKS);
  const shapes: Shape[] = [];
  for (let hour = 0; hour < 24; hour += 6)
    shapes.push(word(hourWords(hour), LABEL_PX + (hour / BLOCK_HOURS) * step, HEAD_PX / 2, 'middle', 'ink3'));
  for (let weekday = 0; weekday < 7; weekday++)
    shapes.push(word(shortWeekdayName(weekday), 0, HEAD_PX + (weekday + 0.5) * step, 'start', 'ink3'));
  const spots = places.map((place) => {
    const [x, y] = [LABEL_PX + (place.hour / BLOCK_HOURS + 0.5) * step, HEAD_PX + (place.weekday + 0.5) * step];
    const size = (step - 3) * Math.sqrt(Math.min(1, (place.n + 1) / (FULL_N + 1)));
    shapes.push(...valenceSquare(x - size / 2, y - size / 2, size, clamp((place.mean - usual) / REACH, -1, 1)));
    return { x, y, words: weekPlaceWords(place, BLOCK_HOURS), entryIds: place.entryIds };
  });
  return { height: Math.ceil(HEAD_PX + 7 * step + 4), shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-week-hours-chapter': WeekHoursChapter;
  }
}
