import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BulkWrite } from '../../domain/entry/bulk-write';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { cardStyles } from '../shared/card-styles';
import { journalNotice } from '../shared/journal-notice';

/** Tells of a restore or an import that was cut off: how far it came, that nothing is lost, and how to go on or leave it. */
@customElement('rv-interrupted-card')
export class RvInterruptedCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) interrupted: BulkWrite | null = null;
  @state() private failure: JournalFailure | null = null;

  protected override render() {
    if (!this.interrupted) return nothing;
    const { title, safe, next, href } = wordsOf(this.interrupted);
    return html`<section aria-labelledby="title">
        <rv-icon name="history"></rv-icon>
        <div class="stack tight">
          <strong id="title">${title}</strong>
          <p class="lede">${safe} ${next}</p>
          <div class="row">
            <a class="primary less" href=${href}>${msg('Continue')}</a>
            <button class="link" @click=${this.#leave}>${msg('Leave it as it is')}</button>
          </div>
        </div>
      </section>
      ${this.failure ? journalNotice(this.failure) : nothing}`;
  }

  async #leave(): Promise<void> {
    try {
      await this.services.journal.forgetInterrupted();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  }

  static override styles = [sharedStyles, cardStyles];
}

interface Words {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
  readonly href: string;
}

function wordsOf({ kind, total, done }: BulkWrite): Words {
  const cameIn = plural(
    msg(
      '{done, plural, =0 {It’s possible that nothing was added yet.} one {At least one of {total} entries was added.} other {At least {done} of {total} entries were added.}}',
    ),
    { done, total },
  );
  if (kind === 'import') {
    return {
      title: msg('An import was cut off.'),
      safe: sentences([cameIn, msg('What you already had was left as it is.')]),
      next: msg('Choose the same file again, and only the rest is added.'),
      href: '/import',
    };
  }
  return {
    title: msg('A restore was cut off.'),
    safe:
      kind === 'merge'
        ? sentences([cameIn, msg('What you already had was left as it is.')])
        : sentences([cameIn, msg('What was here before is still here, or in the copy this phone made of it first.')]),
    next: msg('Choose the same backup again, and only the rest is restored.'),
    href: '/restore',
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-interrupted-card': RvInterruptedCard;
  }
}
