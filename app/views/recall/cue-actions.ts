import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { type CueChoices, NO_CHOICES } from '../../domain/memory/cue-choices';
import type { Cue } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Cues } from '../../services/cues';
import { type Services, servicesContext } from '../../services/types';
import { journalNotice } from '../shared/journal-notice';

/** Fired when the person wants another question; null for a memory of their own. */
export type AskChange = CustomEvent<{ readonly cue: Cue | null }>;

/**
 * What can be done with the question on the screen: another one, favour it, hide it, or write one.
 *
 * `cue`: the question; null where the person brings a memory of their own.
 * @fires rv-ask {AskChange}
 * @fires rv-write: they want to write one
 */
@customElement('rv-cue-actions')
export class RvCueActions extends WordsElement {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @property({ attribute: false }) cue: Cue | null = null;
  @state() private choices: CueChoices = NO_CHOICES;
  @state() private failure: JournalFailure | null = null;
  /** Every question is hidden. */
  @state() private isLast = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('services') && this.services) void this.#do(async () => undefined);
  }

  protected override render() {
    const { cue } = this;
    return html`<div class="row">
        <button type="button" class="link" @click=${() => this.#do(this.#another)}>
          ${cue ? msg('Another question') : msg('Ask me a question')}
        </button>
        <button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-write'))}>${msg('Write my own')}</button>
        ${cue ? this.#about(cue) : nothing}
      </div>
      ${this.isLast ? html`<p class="small" role="status">${msg('You’ve hidden every other question. Settings can bring them back.')}</p>` : nothing}
      ${this.failure ? journalNotice(this.failure) : nothing}`;
  }

  #about({ id }: Cue) {
    const isFavoured = this.choices.favoured.includes(id);
    return html`<button type="button" class="link" aria-pressed=${isFavoured} @click=${() => this.#do((cues) => cues.favour(id, !isFavoured))}>
        <span aria-hidden="true">${isFavoured ? '★' : '☆'}</span>${msg('Favourite')}
      </button>
      <button
        type="button"
        class="link"
        @click=${() =>
          this.#do(async (cues) => {
            await cues.hide(id, true);
            await this.#another(cues);
          })}
      >
        ${msg('Don’t ask this again')}
      </button>`;
  }

  readonly #another = async (cues: Cues): Promise<void> => {
    const cue = await cues.another();
    this.isLast = cue === null || cue.id === this.cue?.id;
    this.dispatchEvent(new CustomEvent('rv-ask', { detail: { cue } }));
  };

  async #do(work: (cues: Cues) => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      const cues = await this.services!.cues();
      await work(cues);
      this.choices = await cues.choices();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  }

  static override styles = [
    sharedStyles,
    css`
      .row {
        gap: 0 var(--s3);
        margin-inline: calc(-1 * var(--s2));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-cue-actions': RvCueActions;
  }
}
