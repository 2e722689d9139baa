import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { type Rating, sliderRating, sliderRaw } from '../../domain/report/rating';
import '../../elements/fields/affect-slider';
import type { AffectChange } from '../../elements/fields/affect-slider';

/** How pleasant a day was, for those who want to say it in more than a word. */
export const dayRating = (valence: Rating | null, rate: (valence: Rating | null) => void): TemplateResult =>
  html`<rv-affect-slider
    label=${msg('The day as a whole')}
    .raw=${valence && sliderRaw(valence)}
    @rv-change=${({ detail: { raw } }: AffectChange) => rate(raw === null ? null : sliderRating(raw))}
  ></rv-affect-slider>`;
