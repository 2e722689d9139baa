import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Copy } from '../../journal/backup/copies/copies';
import { type Services, servicesContext } from '../../services/types';
import { dateOf } from '../../words/day-words';
import { cardStyles } from '../shared/card-styles';

/**
 * Shown where the journal is empty and this phone still keeps copies of one: some browsers clear a store that they find broken
 * without telling anybody, and the app then looks as on its first day.
 */
@customElement('rv-copies-card')
export class RvCopiesCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private newest: Copy | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.services.copiesKept().then(([newest]) => {
      this.newest = newest;
    });
  }

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  protected override render() {
    if (!this.newest) return nothing;
    return html`<section aria-labelledby="title">
      <rv-icon name="history"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('There was a journal here.')}</strong>
        <p class="lede">
          ${msg(str`The journal is empty, but this phone still has a copy from ${dateOf(this.newest.day)}. You can restore it.`)}
        </p>
        <div class="row"><a class="primary less" href="/restore">${msg('See the copies')}</a></div>
      </div>
    </section>`;
  }

  static override styles = [sharedStyles, cardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-copies-card': RvCopiesCard;
  }
}
