import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { chooseLanguage, chosenLanguage } from '../../words/chosen-language';
import { LANGUAGES, preferredLanguage } from '../../words/languages';
import { language, speak } from '../../words/locale';
import { journalNotice } from '../shared/journal-notice';
import { settingsStyles } from './settings-styles';

/** What the phone asks for, or one of `LANGUAGES`. */
type Choice = string | null;

/** The language of the app, switched as soon as it is chosen. A language is named in itself, for those who can't read the others. */
@customElement('rv-settings-language')
export class RvSettingsLanguage extends WordsElement {
  @state() private chosen: Choice = chosenLanguage();
  @state() private failure: JournalFailure | null = null;

  protected override render() {
    const languages = Object.entries(LANGUAGES).sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
    return html`<fieldset>
        <legend class="visually-hidden">${msg('Language')}</legend>
        <div class="choices">
          ${this.#option(null, msg('Same as this phone'), language())}
          ${languages.map(([tag, { name }]) => this.#option(tag, name, tag))}
        </div>
      </fieldset>
      ${this.failure ? journalNotice(this.failure) : nothing}`;
  }

  #option(choice: Choice, word: string, lang: string) {
    return html`<label class="chip">
      <input type="radio" name="language" .checked=${choice === this.chosen} @change=${() => void this.#choose(choice)} />
      <span lang=${lang}>${word}</span>
    </label>`;
  }

  /** Where its words cannot be fetched, the page speaks on as before, and so does the choice. */
  async #choose(choice: Choice): Promise<void> {
    this.chosen = choice;
    this.failure = null;
    try {
      await speak(choice ?? preferredLanguage(navigator.languages));
      if (this.chosen === choice) chooseLanguage(choice);
    } catch (error) {
      log.warn('the words of a language could not be fetched', error);
      if (this.chosen !== choice) return;
      this.chosen = chosenLanguage();
      this.failure = asJournalFailure(error, 'not-fetched');
    }
  }

  static override styles = [sharedStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-language': RvSettingsLanguage;
  }
}
