import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dateOf } from '../words/dates';
import { formatBytes } from '../words/numbers';
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
    <h2 class="h2" id="save">${msg('Save what is there')}</h2>
    <p class="lede">
      ${msg('All records as they lie in the store, sealed as they are, in one file. A later version, or someone who knows how, can read it with your passphrase.')}
    </p>
    <button class="plain less" ?disabled=${!given.canSave} @click=${() => given.saveRecords()}>
      ${msg('Save the records')}
    </button>
  </section>
  <section aria-labelledby="back">
    <h2 class="h2" id="back">${msg('Bring a journal back')}</h2>
    <p class="lede">${msg('It is added to what is there; nothing is taken away.')}</p>
    ${copyList(given)}
    <label class="plain less file">
      ${msg('Choose a backup file')}
      <input type="file" accept=".reverie,application/vnd.reverie.backup" @change=${onFile(given)} />
    </label>
  </section>
  <section aria-labelledby="anew">
    <h2 class="h2" id="anew">${msg('Begin anew')}</h2>
    <p class="lede">
      ${msg('Erases the store, so that an empty journal can begin, or a copy come back where the store is broken. The copies on this phone stay.')}
    </p>
    <button class="danger less" @click=${() => given.askReset()}>${msg('Erase the store')}</button>
    <rv-dialog
      dangerous
      heading=${msg('Erase the store?')}
      typed=${msg('erase', { desc: 'the word a person types to confirm' })}
      confirm=${msg('Erase it')}
      dismiss=${msg('Keep it')}
      @rv-confirm=${() => given.reset()}
      >${msg('Whatever is in it and in no copy and no backup is gone for good. Save the records first.')}</rv-dialog
    >
  </section>
`;

function copyList({ copies, bringCopy, saveCopy }: RescueActions): TemplateResult {
  if (copies.length === 0) return html`<p class="small">${msg('This phone keeps no copies.')}</p>`;
  return html`<ul class="card list" role="list">
    ${copies.map(
      (copy) => html`<li>
        <span><b>${dateOf(copy.day)}</b><span class="small">${aboutCopy(copy)}</span></span>
        <span class="row">
          <button class="link" aria-label=${msg(str`Bring back the copy of ${dateOf(copy.day)}`)} @click=${() => bringCopy(copy)}>
            ${msg('Bring back')}
          </button>
          <button class="link" aria-label=${msg(str`Save as a file: the copy of ${dateOf(copy.day)}`)} @click=${() => saveCopy(copy)}>
            ${msg('Save as a file')}
          </button>
        </span>
      </li>`,
    )}
  </ul>`;
}

const aboutCopy = ({ kind, bytes }: Copy): string =>
  kind === 'before' ? msg(str`${formatBytes(bytes)}, kept before a replacement`) : formatBytes(bytes);

/** The same file can be chosen again after it was refused. */
const onFile =
  ({ bringFile }: RescueActions) =>
  ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) bringFile(file);
  };
