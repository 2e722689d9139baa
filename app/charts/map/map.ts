import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { AffectMap, Place } from '../../insights/chapters/map';
import type { Needs } from '../../statistics/needs';
import { arousalScale, valenceScale } from '../../words/report/rating-words';
import { type ChapterWords, DrawnChapter } from '../drawing/drawn-chapter';
import { legendOf } from '../drawing/legend';
import { type Drawing, face, line, type Shape, scale, word, you } from '../drawing/shapes';
import type { TableData } from '../kit/table-data';
import { faceNote, mapTable, mapWords, placeWords } from './map-words';

const MOST_PX = 460;
/** Room for the words at both ends of the upright axis, and below them for those of the other: on the axis itself they would lie over marks. */
const HEAD_PX = 22;
/** How many of the newest have a face drawn: more arrows would hide each other. */
const ARROWS = 24;

const latest = (x: number, y: number): Shape => you(x, y, 5, 0.95);
/** Smaller and fainter, because there are many of them. */
const earlier = (x: number, y: number): Shape => you(x, y, 3.5, 0.35);

/** Where on the circumplex (Russell 1980) entries lie: how pleasant across, how stirred up upwards. */
@customElement('rv-map-chapter')
export class MapChapter extends DrawnChapter<AffectMap | Needs> {
  protected override words(data: AffectMap | Needs): ChapterWords {
    return mapWords(data);
  }

  protected override drawing(data: AffectMap | Needs, width: number): Drawing | null {
    return 'needs' in data ? null : drawMap(data.places, width);
  }

  protected override legend(data: AffectMap | Needs): TemplateResult | typeof nothing {
    if ('needs' in data) return nothing;
    const hasFaces = data.places.slice(-ARROWS).some((place) => place.face !== null);
    return legendOf([
      { shapes: [you(6, 6)], words: msg('what you said') },
      ...(data.places.length > ARROWS ? [{ shapes: [earlier(6, 6)], words: msg('earlier') }] : []),
      ...(hasFaces ? [{ shapes: [face(6, 6)], words: faceNote() }] : []),
    ]);
  }

  protected override table(data: AffectMap | Needs): TableData | null {
    return 'needs' in data ? null : mapTable(data);
  }
}

function drawMap(places: readonly Place[], width: number): Drawing {
  const size = Math.min(width, MOST_PX);
  const left = (width - size) / 2;
  const x = scale(-1, 1, left + 12, left + size - 12);
  const y = scale(1, -1, HEAD_PX + 12, HEAD_PX + size * 0.8 - 12);
  const bottom = HEAD_PX + size * 0.8;
  const [valence, arousal] = [valenceScale(), arousalScale()];
  const shapes: Shape[] = [
    line(
      [
        [left, y(0)],
        [left + size, y(0)],
      ],
      'line',
    ),
    line(
      [
        [x(0), HEAD_PX],
        [x(0), bottom],
      ],
      'line',
    ),
  ];
  const newest = places.length - ARROWS;
  for (const [at, place] of places.entries()) {
    if (at < newest || place.face === null) continue;
    shapes.push(
      line(
        [
          [x(place.valence), y(place.arousal)],
          [x(place.face), y(place.arousal)],
        ],
        'dusk',
        1,
        { opacity: 0.5 },
      ),
    );
  }
  for (const [at, place] of places.entries())
    shapes.push((at < newest ? earlier : latest)(x(place.valence), y(place.arousal)));
  for (const [at, place] of places.entries())
    if (at >= newest && place.face !== null) shapes.push(face(x(place.face), y(place.arousal), 5));
  shapes.push(
    word(arousal.high, x(0), HEAD_PX / 2, 'middle', 'ink3'),
    word(arousal.low, x(0), bottom + HEAD_PX / 2, 'middle', 'ink3'),
    word(valence.low, left, bottom + 1.5 * HEAD_PX, 'start', 'ink3'),
    word(valence.high, left + size, bottom + 1.5 * HEAD_PX, 'end', 'ink3'),
  );
  const spots = places.map((place) => ({
    x: x(place.valence),
    y: y(place.arousal),
    words: placeWords(place),
    entryIds: [place.entryId],
  }));
  return { height: Math.ceil(bottom + 2 * HEAD_PX), shapes, spots };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-map-chapter': MapChapter;
  }
}
