import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { WhenFetched } from '../shared/when-fetched';

/** Says on every screen of the sample that it is one, and leaves it. On paper it says so too. */
@customElement('rv-sample-band')
export class RvSampleBand extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #leaving = new WhenFetched(this);

  protected override render() {
    return html`<aside aria-label=${msg('Sample journal')}>
      <span aria-hidden="true"></span>
      <p>${msg('A made-up sample journal')}</p>
      <button class="link" ?disabled=${this.#leaving.waiting} @click=${this.#leave}>
        ${this.#leaving.failure ? msg('Try again') : msg('Leave it')}
      </button>
    </aside>`;
  }

  readonly #leave = (): void =>
    this.#leaving.do(
      () => this.services.samples(),
      (samples) => void samples.leave(),
    );

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: sticky;
        inset-block-start: 0;
        z-index: 3;
      }
      aside {
        display: flex;
        align-items: center;
        gap: var(--s2);
        padding: env(safe-area-inset-top) var(--edge-space) 0;
        background: var(--dusk-soft);
        color: var(--ink);
        font-size: var(--t-1);
      }
      /* A horizon that is only sketched. */
      span {
        width: 14px;
        height: 14px;
        flex: none;
        border: 1.5px dashed var(--dusk);
        border-radius: 50%;
      }
      p {
        flex: 1;
        line-height: 1.3;
      }
      .link {
        color: var(--ink);
        font-size: var(--t-1);
        white-space: nowrap;
      }
      @media print {
        :host {
          position: static;
        }
        .link {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-sample-band': RvSampleBand;
  }
}
