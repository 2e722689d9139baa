import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { LONGEST_DAY_WORD } from '../../domain/entry/day-word';
import type { CheckInEntry } from '../../domain/entry/entry';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { momentAt } from '../../domain/moment/moment';
import { minuteOf } from '../../domain/reminders/minutes';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { DaySaid } from '../../services/check-ins/day-words';
import { type Services, servicesContext } from '../../services/types';
import type { dayRating } from './day-rating';
import { FromJournal } from './from-journal';
import { journalNotice } from './journal-notice';

/** From this minute of the day on, Today asks by itself how the day was. */
const ASKS_FROM = 17 * 60;

const NOTHING_SAID: DaySaid = { note: '', valence: null };

/**
 * How a day was, in a word or a line, and a rating for those who want one. See: [Note: A day's word]
 *
 * `day`: a local day, `YYYY-MM-DD`. `today`: it is this one: what was said is shown, and in the evening it is asked for.
 */
@customElement('rv-day-word')
export class RvDayWord extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property() day = '';
  @property({ type: Boolean }) today = false;
  /** What is being said, of `#about`; null while nothing is. */
  @state() private said: DaySaid | null = null;
  @state() private failure: JournalFailure | null = null;
  @state() private saving = false;
  @state() private rating: typeof dayRating | null = null;
  @query('input') private field!: HTMLInputElement;

  #about = '';

  readonly #kept = new FromJournal(
    this,
    () => this.services.journal,
    async () => (await this.services.dayWords()).of(this.day),
  );

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!this.hasUpdated || !changed.has('day')) return;
    // What is being said of today while midnight passes is still about the day it was begun on.
    if (!this.today) this.#close();
    void this.#kept.refresh();
  }

  protected override render() {
    if (this.said) return this.#form(this.said, true);
    const { value: kept } = this.#kept;
    if (kept === undefined) return nothing;
    if (!this.today) return this.#open(kept, kept ? msg('Change the word for this day') : msg('A word for this day'));
    if (kept) return this.#told(kept);
    return minuteOf(this.#now) >= ASKS_FROM
      ? this.#form(NOTHING_SAID, false)
      : this.#open(null, msg('A word for today'));
  }

  #open(kept: CheckInEntry | null, words: string): TemplateResult {
    return html`<button class="link" @click=${() => this.#begin(kept)}><rv-icon name="edit"></rv-icon>${words}</button>`;
  }

  #told(kept: CheckInEntry): TemplateResult {
    return html`<section aria-label=${msg('Your word for today')}>
      <p class="small">${msg('Your word for today')}</p>
      <div class="spread">
        <p class="word">${kept.report.note || msg('Rated, no word yet')}</p>
        <button class="link" @click=${() => this.#begin(kept)}>${msg('Change')}</button>
      </div>
    </section>`;
  }

  /** `opened`: by the person, who can close it again. The slider comes with the first letter: a word is enough. */
  #form({ note, valence }: DaySaid, opened: boolean): TemplateResult {
    const empty = note.trim() === '' && !valence;
    return html`<form class="card" @submit=${this.#save}>
      <label>
        <span class="h3">${msg('How was the day?')}</span>
        <input
          type="text"
          maxlength=${LONGEST_DAY_WORD}
          autocomplete="off"
          enterkeyhint="done"
          placeholder=${msg('One word, or a line')}
          .value=${note}
          @input=${this.#onInput}
        />
      </label>
      ${
        opened
          ? html`${this.rating?.(valence, (rated) => this.#say({ valence: rated }))}
              <div class="row">
                <button class="primary less" ?disabled=${empty} aria-disabled=${this.saving}>${this.saving ? msg('Saving…') : msg('Save')}</button>
                <button type="button" class="link" @click=${() => this.#close()}>${msg('Cancel')}</button>
              </div>`
          : nothing
      }
      ${this.failure ? journalNotice(this.failure) : nothing}
    </form>`;
  }

  async #begin(kept: CheckInEntry | null): Promise<void> {
    this.#say(kept?.report ?? NOTHING_SAID);
    await this.updateComplete;
    this.field.focus();
  }

  /** Where it can't be had, the word is kept without a rating. */
  #fetchRating(): void {
    import('./day-rating').then(
      ({ dayRating }) => {
        this.rating = dayRating;
      },
      (error: unknown) => log.warn('a day is not rated', error),
    );
  }

  #close(): void {
    this.said = null;
    this.failure = null;
  }

  readonly #onInput = (): void => this.#say({ note: this.field.value });

  #say(change: Partial<DaySaid>): void {
    this.#fetchRating();
    if (!this.said) this.#about = this.day;
    this.said = { ...(this.said ?? NOTHING_SAID), ...change };
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { said } = this;
    if (!said || this.saving || (said.note.trim() === '' && !said.valence)) return;
    this.saving = true;
    this.failure = null;
    try {
      const dayWords = await this.services.dayWords();
      await dayWords.keep(this.#about, { note: said.note.trim(), valence: said.valence });
      await this.#kept.refresh();
      this.#close();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    } finally {
      this.saving = false;
    }
  };

  get #now() {
    const { clock } = this.services;
    return momentAt(clock.epochMs(), clock.zone());
  }

  static override styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      label {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .h3 {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      input[type='text'] {
        font: 500 1.0625rem / 1.35 var(--serif);
      }
      section {
        padding: var(--s3) var(--s4);
        border-inline-start: 3px solid var(--ember);
      }
      .word {
        font: 500 var(--t2) / 1.25 var(--serif);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-day-word': RvDayWord;
  }
}
