import { msg, str } from '@lit/localize';
import { wallMs } from '../../domain/moment/moment';
import type { ValencePoint } from '../../insights/statistics/valence-point';
import { markWithTime } from '../../words/day-words';
import { formatValence } from '../../words/numbers';
import { valenceWord } from '../../words/report/rating-words';

/** What one entry says: "16 Oct 2026, 12:00: you said a little pleasant (0.24), your face looked pleasant (0.50)". */
export function pointWords(point: ValencePoint): string {
  const when = markWithTime(wallMs(point));
  const told = (value: number): string => msg(str`${valenceWord(value)} (${formatValence(value)})`);
  const { self, face } = point;
  if (face === null) return msg(str`${when}: you said ${told(self ?? 0)}.`);
  if (self === null) return msg(str`${when}: your face looked ${told(face)}.`);
  return msg(str`${when}: you said ${told(self)}, your face looked ${told(face)}.`);
}
