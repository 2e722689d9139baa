import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { asEraseFailure, type EraseFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import type { RvDialog } from '../../elements/blocks/dialog';
import { enumerated, sentences } from '../../words/lists';
import { feelingWord } from '../../words/report/feeling-words';
import { arousalWord, valenceWord } from '../../words/report/rating-words';
import '../../elements/blocks/dialog';
import '../../elements/blocks/notice';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { SessionDraft } from '../../journal/journal';
import { type Services, servicesContext } from '../../services/types';
import { eraseNotice } from '../shared/erase-notice';
import { journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { WhenFetched } from '../shared/when-fetched';

/**
 * What was begun and cut off, offered again: to go on with, or to be discarded after a question. What the journal has not taken
 * says so, for then it is in this tab or page alone, and closing that would lose it.
 *
 * @fires rv-tried - It was tried again to keep it.
 * @fires rv-instead - It is deleted, so that another memory can begin.
 */
@customElement('rv-draft-card')
export class RvDraftCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) draft!: SessionDraft;
  /** When it was begun, in words. */
  @property() when = '';
  /** The journal has not taken the newest of it. */
  @property({ type: Boolean }) unkept = false;
  @state() private trying = false;
  @state() private notDiscarded: EraseFailure | null = null;
  @query('rv-dialog') private dialog!: RvDialog;
  @query('#instead') private insteadDialog!: RvDialog;
  readonly #goingOn = new WhenFetched(this);

  protected override render(): TemplateResult {
    const { draft } = this;
    const startsAgain = this.#startsAgain;
    return html`<section class="card stack tight" aria-labelledby="title">
        <p class="eyebrow">${this.when}</p>
        ${draft.kind === 'recall' ? aboutRecall(draft, startsAgain) : aboutCheckIn(draft)}
        ${this.unkept || this.#held ? this.#unkeptNotice() : nothing}
        ${this.notDiscarded ? eraseNotice(this.notDiscarded) : nothing}
        ${this.#goingOn.failure ? journalNotice(this.#goingOn.failure) : nothing}
        <div class="row">
          <button class="primary less" aria-disabled=${this.#goingOn.waiting} @click=${this.#goOn}>
            ${startsAgain ? msg('Start again') : msg('Continue')}
          </button>
          <button class="link" @click=${() => void this.dialog.show()}>${msg('Delete it')}</button>
        </div>
      </section>
      <rv-dialog
        dangerous
        heading=${msg('Delete what you started?')}
        confirm=${msg('Delete it')}
        dismiss=${msg('Keep it')}
        @rv-confirm=${() => void this.discard()}
        >${
          draft.kind === 'recall'
            ? msg('What was read from your face and what you wrote will be deleted. Your entries stay.')
            : msg('Your answers will be deleted. Your entries stay.')
        }</rv-dialog
      >
      <rv-dialog
        id="instead"
        dangerous
        heading=${msg('Start another memory?')}
        confirm=${msg('Delete it and start')}
        dismiss=${msg('Keep it')}
        @rv-confirm=${this.#makeWay}
        >${msg('You’re in the middle of one. Starting another deletes what it has collected.')}</rv-dialog
      >`;
  }

  /** Asks whether this may be deleted for another memory. */
  async askInstead(): Promise<void> {
    await this.updateComplete;
    await this.insteadDialog.show();
  }

  readonly #makeWay = async (): Promise<void> => {
    if (await this.discard()) this.dispatchEvent(new CustomEvent('rv-instead'));
  };

  /** Resolves with whether it is gone; where it is not, the card says so. */
  async discard(): Promise<boolean> {
    this.notDiscarded = null;
    try {
      await this.services.drafts.discard(this.draft);
      return true;
    } catch (error) {
      log.warn('the draft stays', error);
      this.notDiscarded = asEraseFailure(error);
      await this.updateComplete;
      this.renderRoot.querySelector('rv-notice[tone=bad]')?.scrollIntoView({ block: 'center' });
      return false;
    }
  }

  get #held(): boolean {
    return this.services.journal.isHeld(this.draft.entryId);
  }

  #unkeptNotice(): TemplateResult {
    const staysOpen = this.services.lock.state.protected
      ? msg('The journal won’t lock until it’s saved or deleted.')
      : '';
    const safe = this.#held
      ? msg('It’s waiting in this tab, encrypted. Locking or reloading won’t lose it, but closing the tab will.')
      : sentences([msg('It’s only on this page, and closing the page will lose it.'), staysOpen]);
    return html`<rv-notice
      tone="warn"
      what=${msg('There was no room to save this.')}
      safe=${safe}
      next=${msg('Free up some space, for example by deleting old videos or apps, then try again.')}
    >
      <button class="quiet less" aria-disabled=${this.trying} @click=${this.#tryAgain}>${msg('Try again')}</button>
    </rv-notice>`;
  }

  readonly #tryAgain = async (): Promise<void> => {
    if (this.trying) return;
    this.trying = true;
    // The journal moves a draft whose session is over. A session that is still open writes its own when Today asks for it.
    await this.services.journal.lookAgain();
    this.trying = false;
    this.dispatchEvent(new CustomEvent('rv-tried'));
  };

  /** A recall that was cut off between its interview and its end; but where its session is still here, that goes on. */
  get #startsAgain(): boolean {
    const { draft } = this;
    if (draft.kind !== 'recall' || draft.relived || draft.page !== undefined) return false;
    return !this.services.drafts.isLive(draft.entryId);
  }

  readonly #goOn = (): void => {
    const { draft, services } = this;
    if (draft.kind === 'recall') {
      this.#goingOn.do(
        () => services.recalls(),
        (recalls) => {
          recalls.continue(draft);
          navigate(this, '/recall');
        },
      );
    } else {
      this.#goingOn.do(
        () => services.checkIns(),
        (checkIns) => {
          checkIns.start(draft);
          navigate(this, '/check-in');
        },
      );
    }
  };

  static override styles = [sharedStyles];
}

function aboutRecall({ memory: { title } }: SessionDraft & { kind: 'recall' }, startsAgain: boolean): TemplateResult {
  return html`<h2 class="h3" id="title">
      ${title ? msg('You were in the middle of a memory:') : msg('You were in the middle of a memory.')}
    </h2>
    ${title ? html`<p class="said">${title}</p>` : nothing}
    ${
      startsAgain
        ? html`<p class="small">
            ${msg('It was cut off before the end. What you said about it is saved, but what your face showed isn’t, so reliving it starts over.')}
          </p>`
        : nothing
    }`;
}

function aboutCheckIn({ report: { valence, arousal, feelings } }: SessionDraft & { kind: 'check-in' }): TemplateResult {
  const words = [
    ...feelings.map(({ name }) => feelingWord(name)),
    ...(valence ? [valenceWord(valence.value)] : []),
    ...(arousal ? [arousalWord(arousal.value)] : []),
  ];
  return html`<h2 class="h3" id="title">${msg('You were in the middle of a check-in:')}</h2>
    <p class="told">${enumerated(words)}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-draft-card': RvDraftCard;
  }
}
