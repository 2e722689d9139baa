import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { asEraseFailure, type EraseFailure } from '../../domain/failure/failure';
import '../../elements/blocks/dialog';
import type { Services } from '../../services/types';

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

/**
 * It is gone from the journal at once. For ten seconds it is in this page's memory, to be saved again. Resolves with why it is still there,
 * or null.
 */
export async function eraseEntry(
  { journal, undos }: Services,
  entry: Entry,
  trace: Trace | null,
): Promise<EraseFailure | null> {
  try {
    await journal.erase(entry.id);
  } catch (error) {
    return asEraseFailure(error);
  }
  // Without its trace it would not be what it was.
  if (entry.kind !== 'recall' || !entry.hasTrace || trace) {
    const undo = () => journal.save(entry, trace);
    await undos().then(
      (all) => all.offer({ what: 'deleted', entryId: entry.id, undo }),
      (error: unknown) => log.warn('it cannot be undone', error),
    );
  }
  return null;
}
