import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { AffectField } from '../../domain/settings/settings';
import { WordsElement } from '../../elements/base/words-element';
import { choices } from '../../elements/fields/choices';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import { settingsStyles } from './settings-styles';

/** What the person rates with. */
@customElement('rv-settings-rating')
export class RvSettingsRating extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private failure: JournalFailure | null = null;
  readonly #affect = new FromJournal(
    this,
    () => this.services.journal,
    async (journal) => (await journal.settings()).affect,
  );

  protected override render() {
    const { value } = this.#affect;
    const failure = this.failure ?? this.#affect.failure;
    const options = [
      { value: 'sliders', word: msg('Two sliders') },
      { value: 'pad', word: msg('One pad') },
    ] as const;
    return html`<div class="card">
      ${failure ? journalNotice(failure) : nothing}
      ${
        value
          ? html`<fieldset>
            <legend>${msg('How pleasant it is, and how stirring')}</legend>
            ${choices<AffectField>('affect', options, value, this.#choose)}
            <p class="small">${msg('On the pad, one tap answers both. What you’ve rated so far stays as it is.')}</p>
          </fieldset>`
          : nothing
      }
    </div>`;
  }

  readonly #choose = async (affect: AffectField): Promise<void> => {
    this.failure = null;
    try {
      await this.services.journal.changeSettings({ affect });
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  };

  static override styles = [sharedStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-rating': RvSettingsRating;
  }
}
