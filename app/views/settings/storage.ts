import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, type StorageReport, servicesContext } from '../../services/types';
import { formatBytes } from '../../words/measures';
import { settingsStyles } from './settings-styles';

/**
 * Where the journal lies, whether the browser promised to keep it, and how much room it takes.
 *
 * `persisted`: what the browser answered when it was asked after the first save, or null before.
 */
@customElement('rv-settings-storage')
export class RvSettingsStorage extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) persisted: boolean | null = null;
  @state() private report: StorageReport | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render() {
    return html`<section aria-labelledby="storage">
      <h2 class="h2" id="storage">${msg('Storage')}</h2>
      <rv-storage-card hidden></rv-storage-card>
      <div class="card">
        <p class="lede">${this.#promise()}</p>
        ${this.#room()}
      </div>
    </section>`;
  }

  /** What could not be found out is not said: the section has the browser's promise without it. */
  async #look(): Promise<void> {
    try {
      this.report = await (await this.services.device()).storage();
    } catch (error) {
      log.warn('the space the journal takes is not known', error);
    }
  }

  #promise(): string {
    const kept = this.report?.persisted ?? this.persisted;
    if (kept === true)
      return msg('In this browser, on this phone. The browser has promised not to clear it on its own.');
    if (kept === false) {
      return msg(
        'In this browser, on this phone. The browser hasn’t promised to keep it, and may clear it when space runs out. Installing the app makes that less likely.',
      );
    }
    return msg('In this browser, on this phone. After your first entry, the app asks the browser to keep it.');
  }

  #room() {
    const { usedBytes = null, quotaBytes = null } = this.report ?? {};
    if (usedBytes === null) return nothing;
    const used = formatBytes(usedBytes);
    return html`<dl class="facts">
      <dt>${msg('Space used')}</dt>
      <dd class="number">
        ${quotaBytes === null ? used : msg(str`${used} of ${formatBytes(quotaBytes)} the browser allows`)}
      </dd>
    </dl>`;
  }

  static override styles = [sharedStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-storage': RvSettingsStorage;
  }
}
