import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { entryPath } from '../../domain/entry/entry-address';
import { asJournalFailure, type Failure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import type { RvDialog } from '../../elements/blocks/dialog';
import '../../elements/blocks/dialog';
import '../../elements/blocks/progress';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { ImportNote, LookBack } from '../../services/imports';
import { type Services, servicesContext } from '../../services/types';
import { fullDay, timeOf } from '../../words/dates';
import { dayHere } from '../../words/day-words';
import { countEntries } from '../../words/entry/entry-words';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import { entryTitle } from '../history/entry-title';
import { failureNotice } from '../shared/failure-notice';
import { FromJournal } from '../shared/from-journal';
import { settingsStyles } from './settings-styles';

/** How many of the entries that stay are named in the question; all are after it. */
const NAMED = 5;

interface Asked {
  readonly note: ImportNote;
  readonly look: LookBack;
}

/** The imports that entries of this journal came in with, and the way to take one back. */
@customElement('rv-settings-imports')
export class RvSettingsImports extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private looking: { readonly note: ImportNote; readonly count: number } | null = null;
  @state() private asked: Asked | null = null;
  /** What was taken back last. */
  @state() private done: Asked | null = null;
  @state() private failure: Failure | null = null;
  @query('rv-dialog') private dialog!: RvDialog;
  #work = new AbortController();

  readonly #imports = new FromJournal(
    this,
    () => this.services.journal,
    async () => (await this.services.imports()).past(),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work.abort();
  }

  protected override render() {
    const { value, failure } = this.#imports;
    return html`<div class="card">
      ${failure ? failureNotice(failure) : nothing} ${this.failure ? failureNotice(this.failure) : nothing}
      ${this.done ? doneWords(this.done.look) : nothing}
      ${value?.length === 0 && !this.done ? html`<p class="lede">${msg('Nothing so far. What you import is listed here, and you can take it back.')}</p>` : nothing}
      ${value && value.length > 0 ? html`<ul>${value.map((note) => this.#import(note))}</ul>` : nothing}
      <rv-dialog
        heading=${this.asked ? msg(str`Take back “${this.asked.note.fileName}”?`) : ''}
        confirm=${msg('Take it back')}
        dangerous
        @rv-confirm=${() => void this.#takeBack()}
        @rv-dismiss=${() => (this.asked = null)}
        >${this.asked ? askWords(this.asked.look) : nothing}</rv-dialog
      >
    </div>`;
  }

  #import(note: ImportNote): TemplateResult {
    const { atMs, fileName, added, replaced } = note;
    const counts = [
      ...(added > 0 ? [plural(msg('{added} added'), { added })] : []),
      ...(replaced > 0 ? [plural(msg('{replaced} updated'), { replaced })] : []),
    ];
    return html`<li>
      <p><strong>${fileName}</strong></p>
      <p class="small">${[dayHere(atMs), ...counts].join(' · ')}</p>
      ${
        this.looking?.note === note
          ? html`<rv-progress
              label=${msg('Looking at its entries')}
              amount=${formatCount(this.looking.count)}
              .loaded=${this.looking.count}
              .total=${added + replaced}
              cancellable
              @rv-cancel=${() => this.#work.abort()}
            ></rv-progress>`
          : html`<button class="link" ?disabled=${this.looking !== null} aria-label=${msg(str`Take it back: ${fileName}`)} @click=${() => void this.#look(note)}>${msg('Take it back')}</button>`
      }
    </li>`;
  }

  async #look(note: ImportNote): Promise<void> {
    this.#work = new AbortController();
    const { signal } = this.#work;
    this.failure = null;
    this.done = null;
    this.looking = { note, count: 0 };
    try {
      const onCount = (count: number) => (this.looking = { note, count });
      const look = await (await this.services.imports()).lookBack(note, { signal, onCount });
      this.asked = { note, look };
      void this.dialog.show();
    } catch (error) {
      if (!signal.aborted) this.failure = asJournalFailure(error, 'journal-unreadable');
    }
    this.looking = null;
  }

  async #takeBack(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    this.asked = null;
    const { failure } = await (await this.services.imports()).takeBack(asked.note, asked.look);
    this.failure = failure;
    if (!failure) this.done = asked;
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        padding: 0;
        list-style: none;
      }
      li + li {
        margin-block-start: var(--s3);
        padding-block-start: var(--s3);
        border-block-start: 1px solid var(--line);
      }
      strong {
        overflow-wrap: anywhere;
      }
      .stay {
        margin-block-start: var(--s2);
        padding-inline-start: var(--s4);
      }
    `,
  ];
}

/** What is about to happen, sentence by sentence. */
const askWords = ({ leaving, restored, changed }: LookBack): TemplateResult => html`
  <p>
    ${leaving.length > 0 ? plural(msg('{n, plural, one {One entry will be deleted, and can’t be brought back except by importing the file again.} other {{n} entries will be deleted, and can’t be brought back except by importing the file again.}}'), { n: leaving.length }) : nothing}
    ${restored.length > 0 ? plural(msg('{n, plural, one {One entry it updated will go back to what it said before.} other {{n} entries it updated will go back to what they said before.}}'), { n: restored.length }) : nothing}
    ${leaving.length + restored.length + changed.length === 0 ? msg('None of its entries are in your journal any more. It will just be taken off this list.') : nothing}
  </p>
  ${changed.length > 0 ? stayWords(changed, NAMED) : nothing}
`;

const doneWords = (look: LookBack): TemplateResult => html`<div role="status">
  <p class="lede">${plural(msg('{n, plural, =0 {It’s taken back.} one {It’s taken back: one entry is gone.} other {It’s taken back: {n} entries are gone.}}'), { n: look.leaving.length })}</p>
  ${look.changed.length > 0 ? stayWords(look.changed, look.changed.length) : nothing}
</div>`;

function stayWords(changed: LookBack['changed'], most: number): TemplateResult {
  const more = changed.length - most;
  return html`<p>${plural(msg('{n, plural, one {You’ve changed one entry since, so it stays:} other {You’ve changed {n} entries since, so they stay:}}'), { n: changed.length })}</p>
    <ul class="stay">
      ${changed.slice(0, most).map((entry) => html`<li><a href=${entryPath(entry.id)}>${fullDay(entry.startedAt)}, ${timeOf(entry.startedAt)}: ${entryTitle(entry)}</a></li>`)}
    </ul>
    ${more > 0 ? html`<p class="small">${countEntries(more)}</p>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-imports': RvSettingsImports;
  }
}
