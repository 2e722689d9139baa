import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { LONGEST_NAME, NAMED_KINDS, type Named, type NamedKind } from '../../domain/memory/cue-choices';
import { WordsElement } from '../../elements/base/words-element';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Cues } from '../../services/cues';
import { type Services, servicesContext } from '../../services/types';
import { journalNotice } from '../shared/journal-notice';
import { settingsStyles } from './settings-styles';

/**
 * The songs, places and people that a person wants to be asked about, and a line to name another.
 *
 * `named`: those there are, without the hidden ones.
 */
@customElement('rv-settings-named')
export class RvSettingsNamed extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) named: readonly Named[] = [];
  @state() private kind: NamedKind = 'song';
  @state() private naming = false;
  @state() private failure: JournalFailure | null = null;
  @query('input[type=text]') private field!: HTMLInputElement;

  protected override render() {
    return html`<div class="group">
      <h3>${msg('Songs, places, people')}</h3>
      ${this.named.length === 0 ? html`<p class="small">${msg('Name what matters to you, and now and then you’ll be asked about it. It’s encrypted like your entries.')}</p>` : nothing}
      <ul>
        ${this.named.map((one) => this.#row(one))}
      </ul>
      ${this.naming ? this.#form() : html`<button class="link" @click=${this.#begin}>${msg('Name one')}</button>`}
      ${this.failure ? journalNotice(this.failure) : nothing}
    </div>`;
  }

  #row({ id, kind, name }: Named): TemplateResult {
    return html`<li>
      <span><span class="name">${name}</span><span class="small">${kindWords()[kind]}</span></span>
      <button class="link bad" aria-label=${msg(str`Remove: ${name}`)} @click=${() => this.#do((cues) => cues.remove(id))}>${msg('Remove')}</button>
    </li>`;
  }

  #form(): TemplateResult {
    const options = NAMED_KINDS.map((value) => ({ value, word: kindWords()[value] }));
    return html`<form @submit=${this.#submit}>
      <fieldset>
        <legend>${msg('What is it?')}</legend>
        ${choices('kind', options, this.kind, (kind) => {
          this.kind = kind;
        })}
      </fieldset>
      <label class="field">
        <span>${msg('What it’s called')}</span>
        <input type="text" required maxlength=${LONGEST_NAME} autocomplete="off" enterkeyhint="done" />
      </label>
      <div class="row">
        <button class="primary less">${msg('Ask me about it')}</button>
        <button type="button" class="link" @click=${this.#close}>${msg('Cancel')}</button>
      </div>
    </form>`;
  }

  readonly #begin = async (): Promise<void> => {
    this.naming = true;
    await this.updateComplete;
    this.field.focus();
  };

  readonly #close = (): void => {
    this.naming = false;
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const name = this.field.value.trim().replace(/\s+/g, ' ');
    if (name === '') {
      this.field.focus();
      return;
    }
    void this.#do(async (cues) => {
      await cues.name(this.kind, name);
      this.#close();
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
    choiceStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
        min-height: 44px;
      }
      .name {
        display: block;
        font: 500 var(--t1) / 1.35 var(--serif);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

const kindWords = (): Readonly<Record<NamedKind, string>> => ({
  song: msg('a song'),
  place: msg('a place'),
  person: msg('a person'),
});

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-named': RvSettingsNamed;
  }
}
