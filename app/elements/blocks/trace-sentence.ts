import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FaceOutcome, FaceSummary } from '../../domain/face/face-summary';
import { sentences } from '../../words/lists';
import { formatShare } from '../../words/numbers';
import { plural } from '../../words/plural';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** From this distance on, of a scale 2 wide, the two are said to differ. Ours: half a step of the seven in words. */
const CLEARLY = 0.15;

/** From this share on it is the whole time: what is missing rounds to 100%. */
const WHOLE = 0.995;

/**
 * What stands below the finding of a recall: how much of the face could be read, how the rating compares with it, and that
 * the face is a witness that can be wrong. Empty where there is no summary: `noSummaryWords` has said why.
 */
@customElement('rv-trace-sentence')
export class TraceSentence extends WordsElement {
  @property({ attribute: false }) outcome: FaceOutcome | null = null;
  /** The person's own valence, -1..1, or null where they gave none. */
  @property({ type: Number }) you: number | null = null;

  override render() {
    const summary = this.outcome?.summary;
    if (!summary) return nothing;
    return html`
      <p class="lede">${sentences([readableWords(summary), comparedWords(this.you, summary)])}</p>
      <p class="small">${msg('This is how it looked to the camera, and it can be wrong. What you say is what counts.')}</p>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      .small {
        margin-top: var(--s2);
      }
    `,
  ];
}

/** Of the time, not of the readings (`usableShare`): a stretch in which none came was not readable either. */
function readableWords({ usableMs, recallMs }: FaceSummary): string {
  const share = recallMs > 0 ? Math.min(1, usableMs / recallMs) : 0;
  if (share >= WHOLE) return msg('It was readable the whole time.');
  return plural(
    msg(
      '{seconds, plural, one {It was readable for {share} of the one second.} other {It was readable for {share} of the {seconds} seconds.}}',
    ),
    { seconds: Math.round(recallMs / 1000), share: formatShare(share) },
  );
}

/** Compares only where the face's own uncertainty allows it: one that cannot be told belongs to a mean that describes nothing. */
function comparedWords(you: number | null, { facialValence, facialValenceHalfWidth }: FaceSummary): string {
  if (you === null || facialValenceHalfWidth === null) return '';
  const difference = you - facialValence;
  if (Math.abs(difference) <= Math.max(CLEARLY, facialValenceHalfWidth)) {
    return msg('Your rating and your face roughly agree.');
  }
  return difference > 0
    ? msg('You rated it more pleasant than your face looked.')
    : msg('You rated it less pleasant than your face looked.');
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-trace-sentence': TraceSentence;
  }
}
