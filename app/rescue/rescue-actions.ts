import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dateOf } from '../words/day-words';
import { formatBytes } from '../words/measures';
import '../elements/blocks/dialog';
import type { Copy } from '../journal/backup/copies/copies';

/** What the person can do on the rescue page. */
export interface RescueActions {
  /** Whether the store can be read at all. */
  readonly canSave: boolean;
  /** Newest first. */
  readonly copies: readonly Copy[];
  saveRecords(): void;
  bringCopy(copy: Copy): void;
  saveCopy(copy: Copy): void;
  bringFile(file: File): void;
  /** Opens the question; `reset` is the answer yes. */
  askReset(): void;
  reset(): void;
}

/** Save what is there, bring a journal back, begin anew: in the order in which they should be tried. */
export const rescueActions = (given: RescueActions): TemplateResult => html`
  <section aria-labelledby="save">
    <h2 class="h2" id="save">${msg('Save what’s there')}</h2>
    <p class="lede">
      ${msg('All records exactly as they’re stored, still encrypted, in one file. A later version of the app, or someone who knows how, can read it with your passphrase.')}
    </p>
    <button class="plain less" ?disabled=${!given.canSave} @click=${() => given.saveRecords()}>
      ${msg('Save the records')}
    </button>
  </section>
  <section aria-labelledby="back">
    <h2 class="h2" id="back">${msg('Restore a journal')}</h2>
    <p class="lede">${msg('It’s added to what’s there; nothing is removed.')}</p>
    ${copyList(given)}
    <label class="plain less file">
      ${msg('Choose a backup file')}
      <input type="file" accept=".reverie,application/vnd.reverie.backup" @change=${onFile(given)} />
    </label>
  </section>
  <section aria-labelledby="anew">
    <h2 class="h2" id="anew">${msg('Start over')}</h2>
    <p class="lede">
      ${msg('Deletes the journal stored in this browser, so you can start with an empty one or restore a copy if the storage is damaged. The copies on this phone stay.')}
    </p>
    <button class="danger less" @click=${() => given.askReset()}>${msg('Delete the journal')}</button>
    <rv-dialog
      dangerous
      heading=${msg('Delete the journal in this browser?')}
      typed=${msg('delete', { desc: 'the word a person types to confirm' })}
      confirm=${msg('Delete it')}
      dismiss=${msg('Keep it')}
      @rv-confirm=${() => given.reset()}
      >${msg('Anything in it that isn’t in a copy or a backup is gone for good. Save the records first.')}</rv-dialog
    >
  </section>
`;

function copyList({ copies, bringCopy, saveCopy }: RescueActions): TemplateResult {
  if (copies.length === 0) return html`<p class="small">${msg('This phone has no copies.')}</p>`;
  return html`<ul class="card list" role="list">
    ${copies.map(
      (copy) => html`<li>
        <span><b>${dateOf(copy.day)}</b><span class="small">${aboutCopy(copy)}</span></span>
        <span class="row">
          <button class="link" aria-label=${msg(str`Restore the copy from ${dateOf(copy.day)}`)} @click=${() => bringCopy(copy)}>
            ${msg('Restore')}
          </button>
          <button class="link" aria-label=${msg(str`Save as a file: the copy from ${dateOf(copy.day)}`)} @click=${() => saveCopy(copy)}>
            ${msg('Save as a file')}
          </button>
        </span>
      </li>`,
    )}
  </ul>`;
}

const aboutCopy = ({ kind, bytes }: Copy): string =>
  kind === 'before' ? msg(str`${formatBytes(bytes)}, saved before your journal was replaced`) : formatBytes(bytes);

/** The same file can be chosen again after it was refused. */
const onFile =
  ({ bringFile }: RescueActions) =>
  ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) bringFile(file);
  };
