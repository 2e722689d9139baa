import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { AnyCue, CueChoices, OwnCue } from '../../domain/memory/cue-choices';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueOf } from '../../recall/cues/cue-deck';
import { cueWords, cueWordsReady } from '../../recall/cues/cue-words';
import type { Cues } from '../../services/cues';
import { type Services, servicesContext } from '../../services/types';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import '../shared/own-question';
import type { QuestionWritten } from '../shared/own-question';
import './named-cues';
import { settingsStyles } from './settings-styles';

/** A question that is told by its words; of one that is gone the id alone is known. */
type Known = Pick<AnyCue, 'id' | 'question' | 'named'>;

/** What the person made of the questions: their own, their favourites, those they hid, and what they named to be asked about. */
@customElement('rv-settings-questions')
export class RvSettingsQuestions extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** The question that is being written: one of theirs, or `new`. */
  @state() private writing: OwnCue | 'new' | null = null;
  @state() private failure: JournalFailure | null = null;

  readonly #choices = new FromJournal(
    this,
    () => this.services.journal,
    async (journal): Promise<CueChoices> => {
      const [{ cues }] = await Promise.all([journal.settings(), cueWordsReady()]);
      return cues;
    },
  );

  protected override render() {
    const { value, failure } = this.#choices;
    return html`<div class="card">
      ${failure ? journalNotice(failure) : nothing} ${this.failure ? journalNotice(this.failure) : nothing}
      ${value ? this.#lists(value) : nothing}
    </div>`;
  }

  #lists(value: CueChoices): TemplateResult {
    const { own, favoured, hidden } = value;
    const isShown = ({ id }: { readonly id: string }): boolean => !hidden.includes(id);
    const known = (ids: readonly string[]) => ids.map((id): Known => cueOf(id, value) ?? { id });
    return html`
      ${this.#list(
        msg('Yours'),
        own.filter(isShown),
        (
          cue,
        ) => html`<button class="link" aria-label=${msg(str`Change: ${cue.question}`)} @click=${() => this.#write(cue)}>${msg('Change')}</button>
          <button class="link bad" aria-label=${msg(str`Remove: ${cue.question}`)} @click=${() => this.#do((cues) => cues.remove(cue.id))}>${msg('Remove')}</button>`,
      )}
      ${this.#list(
        msg('Favourites'),
        known(favoured),
        (cue) =>
          html`<button class="link" aria-label=${msg(str`No longer a favourite: ${cueWords(cue).question}`)} @click=${() => this.#do((cues) => cues.favour(cue.id, false))}>${msg('No longer a favourite')}</button>`,
      )}
      ${this.#list(
        msg('Never asked'),
        known(hidden),
        (cue) =>
          html`<button class="link" aria-label=${msg(str`Ask again: ${cueWords(cue).question}`)} @click=${() => this.#do((cues) => cues.hide(cue.id, false))}>${msg('Ask again')}</button>`,
      )}
      ${
        this.writing
          ? html`<rv-own-question
              .cue=${this.writing === 'new' ? null : this.writing}
              confirm=${msg('Save')}
              @rv-written=${this.#onWritten}
              @rv-dismiss=${() => this.#write(null)}
            ></rv-own-question>`
          : html`<button class="link" @click=${() => this.#write('new')}>${msg('Write a question')}</button>`
      }
      <rv-settings-named .named=${(value.named ?? []).filter(isShown)}></rv-settings-named>
    `;
  }

  #list<T extends { readonly id: string }>(heading: string, cues: readonly T[], actions: (cue: T) => TemplateResult) {
    if (cues.length === 0) return nothing;
    return html`<div class="group">
      <h3>${heading}</h3>
      <ul class="questions">
        ${cues.map((cue) => html`<li><span>${cueWords(cue).question}</span><div class="row">${actions(cue)}</div></li>`)}
      </ul>
    </div>`;
  }

  #write(writing: OwnCue | 'new' | null): void {
    this.writing = writing;
  }

  readonly #onWritten = ({ detail }: QuestionWritten): void => {
    const { writing } = this;
    const written = writing === 'new' || writing === null ? detail : { ...detail, id: writing.id };
    void this.#do(async (cues) => {
      await cues.write(written);
      this.writing = null;
    });
  };

  async #do(work: (cues: Cues) => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work(await this.services.cues());
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      .questions {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .questions span {
        font: 500 var(--t1) / 1.35 var(--serif);
        overflow-wrap: anywhere;
      }
      .row {
        gap: 0 var(--s4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-questions': RvSettingsQuestions;
  }
}
