import { html, type LitElement, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import { padRating, padRaw, type Rating, sliderRating, sliderRaw } from '../../domain/report/rating';
import type { Report } from '../../domain/report/report';
import '../../elements/fields/affect-slider';
import type { PadChange, PadMark } from '../../elements/fields/affect-pad';
import type { AffectChange, AffectScale } from '../../elements/fields/affect-slider';
import type { Services } from '../../services/types';

type Affect = Pick<Report, AffectScale>;
type Answer = (change: Partial<Affect>) => void;

/** What the person rates with: two sliders, or the pad if they chose that. Until it has been fetched, and where it can't be, the sliders. */
export function affectFields(
  host: LitElement,
  { settings }: Pick<Services, 'settings'>,
  affect: Affect,
  answer: Answer,
  labels: Readonly<Record<AffectScale, string>> & { readonly pad: string },
): TemplateResult {
  if (settings.now.affect === 'pad') {
    if (customElements.get('rv-affect-pad')) return pad(affect, answer, labels.pad);
    fetchPad(host);
  }
  return html`${slider('valence', affect, answer, labels)}${slider('arousal', affect, answer, labels)}`;
}

const slider = (scale: AffectScale, affect: Affect, answer: Answer, labels: Readonly<Record<AffectScale, string>>) => {
  const rating = affect[scale];
  return html`<rv-affect-slider
    scale=${scale}
    label=${labels[scale]}
    .raw=${rating && sliderRaw(rating)}
    @rv-change=${({ detail: { raw } }: AffectChange) => answer({ [scale]: raw === null ? null : sliderRating(raw) })}
  ></rv-affect-slider>`;
};

const pad = (affect: Affect, answer: Answer, label: string): TemplateResult => html`<rv-affect-pad
  label=${label}
  .mark=${markOf(affect)}
  @rv-change=${({ detail: { mark } }: PadChange) =>
    answer({
      valence: mark && padRating(mark.valence),
      arousal: mark && padRating(mark.arousal),
    })}
></rv-affect-pad>`;

/** One side alone is no place on the pad: it stays as it is until a place is marked. */
const markOf = ({ valence, arousal }: { valence: Rating | null; arousal: Rating | null }): PadMark | null =>
  valence && arousal ? { valence: padRaw(valence), arousal: padRaw(arousal) } : null;

function fetchPad(host: LitElement): void {
  import('../../elements/fields/affect-pad').then(
    () => host.requestUpdate(),
    (error: unknown) => log.warn('the sliders stand in for the pad', error),
  );
}
