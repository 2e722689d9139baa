import { html, type LitElement, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import { sliderRating, sliderRaw } from '../../domain/report/rating';
import type { Report } from '../../domain/report/report';
import './affect-slider';
import type { AffectField } from '../../domain/settings/settings';
import type { AffectChange, AffectScale } from './affect-slider';
import type { padField as PadField } from './pad-field';

type Affect = Pick<Report, AffectScale>;

/** It comes with the pad, once somebody who chose it rates something. */
let padField: typeof PadField | null = null;

/**
 * What the person rates with: two sliders, or the pad if they chose that. Until it has been fetched, and where it can't be, the sliders.
 *
 * @param labels the questions of the sliders; of one without, its scale's own
 */
export function affectFields(
  host: LitElement,
  field: AffectField,
  affect: Affect,
  answer: (change: Partial<Affect>) => void,
  labels: Partial<Record<AffectScale, string>> = {},
): TemplateResult {
  if (field === 'pad') {
    if (padField) return padField(affect, answer);
    import('./pad-field').then(
      (fetched) => {
        padField = fetched.padField;
        host.requestUpdate();
      },
      (error: unknown) => log.warn('the sliders stand in for the pad', error),
    );
  }
  const slider = (scale: AffectScale): TemplateResult => {
    const rating = affect[scale];
    return html`<rv-affect-slider
      scale=${scale}
      label=${labels[scale] ?? ''}
      .raw=${rating && sliderRaw(rating)}
      @rv-change=${({ detail: { raw } }: AffectChange) => answer({ [scale]: raw === null ? null : sliderRating(raw) })}
    ></rv-affect-slider>`;
  };
  return html`${slider('valence')}${slider('arousal')}`;
}
