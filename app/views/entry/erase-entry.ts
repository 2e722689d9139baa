import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Entry } from '../../domain/entry/entry';
import '../../elements/blocks/dialog';

export { eraseNotice } from '../shared/erase-notice';

/** Asks whether an entry may go, and calls `erase` if it may. Few entries ever go, so all of this is fetched with the first press. */
export const eraseDialog = (entry: Entry, erase: () => void): TemplateResult => html`<rv-dialog
  id="erase"
  dangerous
  heading=${msg('Delete this entry?')}
  confirm=${msg('Delete it')}
  dismiss=${msg('Keep it')}
  @rv-confirm=${erase}
  >${
    entry.kind === 'recall'
      ? msg('Your words, your ratings and what was read from your face go with it. You’ll have ten seconds to undo it.')
      : msg('Your words and ratings go with it. You’ll have ten seconds to undo it.')
  }</rv-dialog
>`;
