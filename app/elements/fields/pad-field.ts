import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { padRating, padRaw } from '../../domain/report/pad';
import type { Report } from '../../domain/report/report';
import './affect-pad';
import type { PadChange, PadMark } from './affect-pad';

type Affect = Pick<Report, 'valence' | 'arousal'>;

/** The pad, for both ratings at once. */
export const padField = (affect: Affect, answer: (change: Affect) => void): TemplateResult => html`<rv-affect-pad
  label=${msg('Tap the place that fits')}
  .mark=${markOf(affect)}
  @rv-change=${({ detail: { mark } }: PadChange) =>
    answer({ valence: mark && padRating(mark.valence), arousal: mark && padRating(mark.arousal) })}
></rv-affect-pad>`;

/** One side alone is no place on the pad: it stays as it is until a place is marked. */
const markOf = ({ valence, arousal }: Affect): PadMark | null =>
  valence && arousal ? { valence: padRaw(valence), arousal: padRaw(arousal) } : null;
