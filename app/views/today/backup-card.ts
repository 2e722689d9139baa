import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { cardStyles } from '../shared/card-styles';

/** Mentions, once in a while, that there are entries without a backup. It can be put aside, and then stays away for a month. */
@customElement('rv-backup-card')
export class RvBackupCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private dismissed = false;

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  protected override render() {
    if (this.dismissed) return nothing;
    return html`<section aria-labelledby="title">
      <rv-icon name="download"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('Your last few weeks are only on this phone.')}</strong>
        <p class="lede">${msg('A backup is one encrypted file, made in a moment, for the day you no longer have this phone.')}</p>
        <div class="row">
          <a class="primary less" href="/settings#backup">${msg('See how')}</a>
          <button class="link" @click=${this.#dismiss}>${msg('Not now')}</button>
        </div>
      </div>
    </section>`;
  }

  async #dismiss(): Promise<void> {
    this.dismissed = true;
    await this.services.journal.changeSettings({ backupReminderDismissedAtMs: this.services.clock.epochMs() });
  }

  static override styles = [sharedStyles, cardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-backup-card': RvBackupCard;
  }
}
