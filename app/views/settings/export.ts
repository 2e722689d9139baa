import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asFailure, type Failure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import type { IconName } from '../../elements/marks/icon-paths';
import { formatBytes } from '../../words/measures';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/blocks/progress';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Exported, ExportFormat, ExportWork } from '../../services/exports';
import { type Services, servicesContext } from '../../services/types';
import { failureNotice } from '../shared/failure-notice';
import { canShare, offerFile, shareFile } from '../shared/offer-file';
import { WhenFetched } from '../shared/when-fetched';
import { settingsStyles } from './settings-styles';

/** "Export and import": the journal as a file, as a data set, on paper; and the way back in. */
@customElement('rv-settings-export')
export class RvSettingsExport extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private count: Exported['count'] | null = null;
  @state() private total = 0;
  @state() private ready: Exported | null = null;
  @state() private failure: Failure | null = null;
  readonly #opening = new WhenFetched(this);
  #work: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work?.abort();
  }

  protected override render() {
    return html`<section aria-labelledby="export">
      <h2 class="h2" id="export">${msg('Export and import')}</h2>
      <p class="lede">
        ${msg('Your journal belongs to you, so you can take it with you in formats other programs can read. These files aren’t encrypted: anyone who has one can read it.')}
      </p>
      <div class="card ways">
        ${this.#save('journal', 'file', msg('The whole journal'), msg('One JSON file with everything, to import here again.'))}
        ${this.#save('data-set', 'table', msg('A data set'), msg('For a spreadsheet or statistics: CSV tables, every face reading and a codebook, in one ZIP.'))}
        ${way('/print', 'print', msg('Print'), msg('A month or a year, on paper or as a PDF.'))}
        ${way('/import', 'upload', msg('Import'), msg('From a Reverie file, another app, or a table of your own.'))}
      </div>
      ${this.#below()} ${this.#past()}
    </section>`;
  }

  /** Few people look for them, so their code is fetched when they are opened. */
  #past(): TemplateResult {
    const { failure, again } = this.#opening;
    return html`<details @toggle=${this.#onPast}>
      <summary>${msg('What you imported')}</summary>
      ${failure ? failureNotice(failure, html`<button class="quiet less" @click=${again}>${msg('Try again')}</button>`) : nothing}
      <rv-settings-imports></rv-settings-imports>
    </details>`;
  }

  readonly #onPast = ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open)
      this.#opening.do(
        () => import('./imports'),
        () => undefined,
      );
  };

  #save(format: ExportFormat, icon: IconName, name: string, about: string): TemplateResult {
    return html`<button class="way" ?disabled=${this.count !== null} @click=${() => void this.#export(format)}>
      <rv-icon name=${icon}></rv-icon>
      <span><strong>${name}</strong><span class="small">${about}</span></span>
      <rv-icon class="go" name="download"></rv-icon>
    </button>`;
  }

  #below() {
    if (this.count) {
      const { entries, traces } = this.count;
      const amount = plural(
        msg(
          '{entries} of {total, plural, one {one entry} other {{total} entries}}, {traces, plural, one {one face curve} other {{traces} face curves}}',
        ),
        { entries, total: this.total, traces },
      );
      return html`<rv-progress
        label=${msg('Writing the file')}
        amount=${amount}
        .loaded=${entries}
        .total=${this.total}
        cancellable
        @rv-cancel=${() => this.#work?.abort()}
      ></rv-progress>`;
    }
    if (this.failure) return failureNotice(this.failure);
    return this.ready ? this.#saved(this.ready) : nothing;
  }

  #saved({ file, count }: Exported): TemplateResult {
    return html`<div class="card ready" role="status">
      <p><strong>${file.name}</strong> <span class="small number">${formatBytes(file.size)}</span></p>
      <p class="lede">
        ${savedWords(count)}
        ${count.unreadable > 0 ? unreadableWords(count) : nothing}
      </p>
      <div class="row">
        <button class="link" @click=${() => offerFile(file, file.name)}>${msg('Save it again')}</button>
        ${canShare(file) ? html`<button class="link" @click=${() => void shareFile(file)}>${msg('Share with another app')}</button>` : nothing}
      </div>
    </div>`;
  }

  async #export(format: ExportFormat): Promise<void> {
    const work = new AbortController();
    this.#work = work;
    this.ready = null;
    this.failure = null;
    this.count = { entries: 0, traces: 0, unreadable: 0 };
    try {
      this.ready = await this.#write(format, work.signal);
      offerFile(this.ready.file, this.ready.file.name);
    } catch (error) {
      if (!work.signal.aborted) this.failure = asFailure(error, 'journal-unreadable');
    }
    this.count = null;
  }

  async #write(format: ExportFormat, signal: AbortSignal): Promise<Exported> {
    this.total = (await this.services.journal.outlines()).outlines.length;
    const onCount: ExportWork['onCount'] = (count) => {
      this.count = count;
    };
    return (await this.services.exports()).write(format, { signal, onCount });
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    foldStyles,
    css`
      .ways {
        padding-block: var(--s2);
        gap: 0;
      }
      .way {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--s1) var(--s4);
        width: 100%;
        min-height: 68px;
        padding: var(--s3) 0;
        border: 0;
        background: none;
        color: inherit;
        text-align: start;
        text-decoration: none;
      }
      .way + .way {
        border-block-start: 1px solid var(--line);
      }
      .way > rv-icon {
        color: var(--ember);
      }
      .way > rv-icon.go {
        --icon-size: 1.1em;
        color: var(--ink-3);
      }
      .way strong {
        display: block;
        font-weight: 600;
      }
      .way:hover strong {
        color: var(--ember);
      }
      .way:disabled {
        background: none;
      }
      .ready {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
    `,
  ];
}

const way = (path: string, icon: IconName, name: string, about: string): TemplateResult =>
  html`<a class="way" href=${path}>
    <rv-icon name=${icon}></rv-icon>
    <span><strong>${name}</strong><span class="small">${about}</span></span>
    <rv-icon class="go" name="forward"></rv-icon>
  </a>`;

const savedWords = ({ entries, traces }: Exported['count']): string =>
  plural(
    msg(
      '{entries, plural, one {One entry} other {{entries} entries}} and {traces, plural, one {one face curve} other {{traces} face curves}}. Your browser saves it to your downloads.',
    ),
    { entries, traces },
  );

const unreadableWords = ({ unreadable }: Exported['count']): string =>
  plural(
    msg(
      '{unreadable, plural, one {One entry couldn’t be read: it stays in the journal but isn’t in the file.} other {{unreadable} entries couldn’t be read: they stay in the journal but aren’t in the file.}}',
    ),
    { unreadable },
  );

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-export': RvSettingsExport;
  }
}
