import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asEraseFailure, type EraseFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import type { RvDialog } from '../../elements/blocks/dialog';
import '../../elements/blocks/dialog';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { eraseNotice } from '../shared/erase-notice';
import { erasedPage } from './erased';

/** What takes the place of Settings; `goOn`: the person has seen it. */
export type ErasedPage = (goOn: () => void) => TemplateResult;

/**
 * The question before everything is deleted, and why it could not be.
 *
 * @fires rv-erased - Everything is deleted; `detail` is an ErasedPage: it must not have to be fetched when all is gone.
 */
@customElement('rv-settings-erase')
export class RvSettingsErase extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private notErased: EraseFailure | null = null;
  @query('rv-dialog') private dialog!: RvDialog;

  protected override render() {
    return html`${this.notErased ? eraseNotice(this.notErased) : nothing}
      <rv-dialog
        id="erase"
        dangerous
        heading=${msg('Delete the whole journal?')}
        typed=${msg('delete', { desc: 'the word a person types to confirm' })}
        confirm=${msg('Delete everything')}
        dismiss=${msg('Keep my journal')}
        @rv-confirm=${this.#eraseAll}
        >${msg('This can’t be undone: only a backup you saved elsewhere could bring it back.')}</rv-dialog
      >`;
  }

  async ask(): Promise<void> {
    await this.updateComplete;
    await this.dialog.show();
  }

  readonly #eraseAll = async (): Promise<void> => {
    this.notErased = null;
    try {
      const erased = await (await this.services.erasing()).everything();
      this.dispatchEvent(new CustomEvent<ErasedPage>('rv-erased', { detail: (goOn) => erasedPage(erased, goOn) }));
    } catch (error) {
      this.notErased = asEraseFailure(error);
    }
  };

  static override styles = sharedStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-erase': RvSettingsErase;
  }
}
