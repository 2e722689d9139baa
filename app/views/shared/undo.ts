import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { entryPath } from '../../domain/entry/entry-address';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import type { Undo, Undos } from '../../services/undos';
import { journalNotice } from './journal-notice';
import { navigate } from './navigate';

/** Says what was just done, and undoes it, for as long as it can be undone. */
@customElement('rv-undo')
export class RvUndo extends WordsElement {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @state() private failure: JournalFailure | null = null;
  #undos: Undos | null = null;
  #stop: (() => void) | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('services') || !this.services) return;
    this.services.undos().then(
      (undos) => this.#follow(undos),
      (error: unknown) => log.warn('nothing can be undone', error),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#undos) this.#follow(this.#undos);
  }

  protected override render() {
    const undos = this.#undos;
    const now = undos?.now;
    return html`<div role="status">
        ${
          now
            ? html`<div
                class="card row spread"
                @pointerenter=${() => undos.hold(true)}
                @pointerleave=${() => undos.hold(false)}
                @focusin=${() => undos.hold(true)}
                @focusout=${() => undos.hold(false)}
              >
                <p>${doneWords(now)}</p>
                <button class="quiet less" @click=${this.#undo}>${msg('Undo')}</button>
              </div>`
            : nothing
        }
      </div>
      ${this.failure ? journalNotice(this.failure) : nothing}`;
  }

  #follow(undos: Undos): void {
    this.#stop?.();
    this.#undos = undos;
    this.#stop = undos.subscribe(() => this.requestUpdate());
    this.requestUpdate();
  }

  readonly #undo = async (): Promise<void> => {
    const undone = this.#undos?.now;
    this.failure = null;
    try {
      await this.#undos?.take();
      if (undone?.what === 'deleted') navigate(this, entryPath(undone.entryId));
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  };

  static override styles = [
    sharedStyles,
    css`
      .card {
        padding: var(--s2) var(--s4);
      }
    `,
  ];
}

const doneWords = ({ what }: Undo): string => (what === 'deleted' ? msg('Entry deleted.') : msg('Changes saved.'));

declare global {
  interface HTMLElementTagNameMap {
    'rv-undo': RvUndo;
  }
}
