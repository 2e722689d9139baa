import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OutsideChange } from '../../domain/entry/outside-change';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { RoomWord } from '../../services/room';
import { type Services, servicesContext } from '../../services/types';
import { outsideWords } from '../../words/journal/outside-words';
import { cardStyles } from './card-styles';
import { journalNotice } from './journal-notice';

/**
 * Says that the phone is almost full, that its storage gave out, or that something else has changed the entries, and what to do. Hidden
 * while there is nothing to say.
 */
@customElement('rv-storage-card')
export class RvStorageCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private word: RoomWord | null = null;
  @state() private outside: OutsideChange | null = null;
  @state() private failure: JournalFailure | null = null;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override updated(): void {
    this.hidden = this.word === null;
  }

  protected override render() {
    if (!this.word) return nothing;
    const { title, text } = this.word === 'altered' ? outsideWords(this.outside) : wordsOf()[this.word];
    return html`<section aria-labelledby="title">
      <rv-icon name="warning"></rv-icon>
      <div class="stack tight">
        <strong id="title">${title}</strong>
        <p class="lede">${text}</p>
        ${this.word === 'altered' ? this.#ways() : nothing}
      </div>
    </section>`;
  }

  #ways(): TemplateResult {
    return html`<div class="row">
        <a class="primary less" href="/restore">${msg('See the copies')}</a>
        <button class="link" @click=${this.#leave}>${msg('Leave it as it is')}</button>
      </div>
      ${this.failure ? journalNotice(this.failure) : nothing}`;
  }

  async #leave(): Promise<void> {
    try {
      await this.services.journal.forgetOutside();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  }

  async #listen(): Promise<void> {
    const room = await this.services.room();
    if (!this.isConnected) return;
    const look = (): void => {
      this.word = room.word;
      this.outside = room.outside;
    };
    this.#stopListening = room.subscribe(look);
    look();
  }

  static override styles = [sharedStyles, cardStyles];
}

interface Words {
  readonly title: string;
  readonly text: string;
}

const wordsOf = (): Record<Exclude<RoomWord, 'altered'>, Words> => ({
  little: {
    title: msg('This phone is almost full.'),
    text: msg('Free up some space, for example by deleting old videos or apps, so that your next entries fit.'),
  },
  restart: {
    title: msg('Close the browser completely and open it again.'),
    text: msg(
      'This phone’s storage gave out for a moment. Your journal is now kept in a second place too, and starting the browser afresh puts things right. If you’ve done that since, there’s nothing more to do: this note goes away by itself.',
    ),
  },
});

declare global {
  interface HTMLElementTagNameMap {
    'rv-storage-card': RvStorageCard;
  }
}
