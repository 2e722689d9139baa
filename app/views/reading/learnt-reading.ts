import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecallEntry } from '../../domain/entry/entry';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { FaceToRead } from '../../services/person/learnt';
import { type Services, servicesContext } from '../../services/types';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { FromJournal } from '../shared/from-journal';

type Shown = Omit<FaceToRead, 'startedMs'> | null;

/** The view hands in a new object each time it is drawn. */
const areApart = (a: Shown, b: Shown | undefined): boolean =>
  a?.summary !== b?.summary || a?.misread !== b?.misread || a?.mode !== b?.mode;

/**
 * What the ratings before this recall have taught about a face like its own; nothing where they taught nothing, or aren't to be used.
 * It stands in words alone, never beside the two marks: see [Note: Personal calibration].
 */
@customElement('rv-learnt-reading')
export class RvLearntReading extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** A kept recall; undefined for one that isn't kept yet. */
  @property({ attribute: false }) entry: RecallEntry | undefined;
  /** The face of a recall that has just been relived. */
  @property({ attribute: false, hasChanged: areApart }) shown: Shown = null;

  readonly #reading = new FromJournal(
    this,
    () => this.services.journal,
    async () => {
      const face = this.entry ? faceOf(this.entry) : this.shown && { ...this.shown, startedMs: Infinity };
      return face && (await this.services.learnt()).readingOf(face);
    },
  );

  protected override updated(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('entry') || changed.has('shown'))) void this.#reading.refresh();
  }

  protected override render() {
    const { value } = this.#reading;
    if (!value) return nothing;
    const { valence, halfWidth, recalls } = value;
    const said = { n: recalls, value: formatValence(valence), range: formatValence(halfWidth) };
    return html`<p class="small">
      ${plural(msg('{n, plural, one {Read with what your earlier ratings taught it: you’d usually rate a face like this {value} ± {range}, going by one recall.} other {Read with what your earlier ratings taught it: you’d usually rate a face like this {value} ± {range}, going by {n} recalls.}}'), said)}
      ${this.entry && !this.services.inSample ? html`<a href="/settings#learnt">${msg('What it has learnt of you')}</a>` : nothing}
    </p>`;
  }

  static override styles = [
    sharedStyles,
    css`
      p {
        margin-block-start: var(--s4);
      }
      a {
        color: inherit;
      }
    `,
  ];
}

/** Of an entry whose face the person did not set aside. */
const faceOf = ({ face: { summary }, faceDisputed, misread = [], mode, startedAt }: RecallEntry): FaceToRead | null =>
  summary && !faceDisputed ? { summary, misread, mode, startedMs: startedAt.epochMs } : null;

declare global {
  interface HTMLElementTagNameMap {
    'rv-learnt-reading': RvLearntReading;
  }
}
