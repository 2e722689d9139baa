import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { ImportRefusal } from '../../domain/import/import-refusal';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/blocks/notice';
import '../../elements/drawings/scene';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Choices, ImportFile, Imports, Outcome, Preview } from '../../services/imports';
import { type Services, servicesContext } from '../../services/types';
import { refusalWords } from '../../words/import/refusal-words';
import { journalNotice } from '../shared/journal-notice';
import { offerFile } from '../shared/offer-file';
import { Screen } from '../shared/screen';
import type * as Review from './import-review';
import { importStyles } from './import-styles';

type State =
  | { readonly step: 'choose'; readonly refusal: ImportRefusal | null; readonly failure: JournalFailure | null }
  | { readonly step: 'reading'; readonly rows: number }
  | {
      readonly step: 'review';
      readonly file: ImportFile;
      readonly preview: Preview;
      readonly choices: Choices;
      readonly words: typeof Review;
    }
  | { readonly step: 'adding'; readonly added: number; readonly toAdd: number }
  | { readonly step: 'done'; readonly outcome: Outcome };

const CHOOSE: State = { step: 'choose', refusal: null, failure: null };

/** Brings entries in from a file: it is looked at first, and nothing is written before the person says so. */
@customElement('rv-import')
export class RvImport extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private now: State = CHOOSE;
  @state() private imports: Imports | null = null;
  @state() private dragging = false;
  #name = '';
  #work = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work.abort();
  }

  protected override render() {
    return html`<div class="page">
      <a class="link back" href="/settings"><rv-icon name="back"></rv-icon>${msg('Settings')}</a>
      ${this.#step()}
    </div>`;
  }

  #step(): TemplateResult {
    const { now } = this;
    switch (now.step) {
      case 'choose':
        return this.#choose(now);
      case 'reading':
        return this.#working(msg('Reading the file'), msg(str`${formatCount(now.rows)} rows`), 0, 0);
      case 'review':
        return this.#review(now);
      case 'adding': {
        const amount = plural(
          msg('{toAdd, plural, one {{added} of {toAdd} entry} other {{added} of {toAdd} entries}}'),
          now,
        );
        return this.#working(msg('Adding entries'), amount, now.added, now.toAdd);
      }
      case 'done':
        return this.#done(now.outcome);
    }
  }

  #choose({ refusal, failure }: Extract<State, { step: 'choose' }>): TemplateResult {
    return html`
      <header class="stack tight">
        <p class="eyebrow">${msg('Import')}</p>
        <h1 class="h1">${msg('What you wrote elsewhere can live here too.')}</h1>
        <p class="lede">${msg('You’ll see what the file holds first. Nothing is added until you say so.')}</p>
      </header>
      ${failure ? journalNotice(failure) : nothing} ${refusal ? refused(refusal) : nothing}
      <label
        class="drop ${this.dragging ? 'over' : ''}"
        @dragover=${this.#onDrag}
        @dragleave=${() => (this.dragging = false)}
        @drop=${this.#onDrop}
      >
        <input
          type="file"
          accept=".json,.csv,.tsv,.txt,.zip,.daylio,application/json,text/csv,text/plain,application/zip"
          @change=${({ target }: Event) => this.#take((target as HTMLInputElement).files)}
        />
        <rv-icon name="upload"></rv-icon>
        <strong>${msg('Choose a file')}</strong>
        <span class="small">${msg('or drop it here')}</span>
      </label>
      ${kinds(this.imports, this.#fetch)}
    `;
  }

  #review(now: Extract<State, { step: 'review' }>): TemplateResult {
    const { file, preview, choices, words } = now;
    return html`<header class="stack tight">
        <p class="eyebrow">${this.#name}</p>
        <h1 class="h1">${words.reviewHeading(preview)}</h1>
        <p class="lede">${words.reviewLede(file, preview)}</p>
      </header>
      <rv-import-review
        .imports=${this.imports}
        .file=${file}
        .preview=${preview}
        .choices=${choices}
        @rv-decide=${({ detail }: CustomEvent<ImportFile>) => void this.#decide({ ...now, file: detail })}
        @rv-choose=${({ detail }: CustomEvent<Choices>) => (this.now = { ...now, choices: detail })}
        @rv-add=${({ detail }: CustomEvent<number>) => void this.#add(file, choices, detail)}
        @rv-other=${() => (this.now = CHOOSE)}
      ></rv-import-review>`;
  }

  #working(label: string, amount: string, loaded: number, total: number): TemplateResult {
    return html`<header class="stack tight">
        <p class="eyebrow">${this.#name}</p>
        <h1 class="h1">${msg(str`${label}…`)}</h1>
      </header>
      <div class="card">
        <rv-progress
          label=${label}
          amount=${amount}
          .loaded=${loaded}
          .total=${total}
          cancellable
          @rv-cancel=${() => this.#work.abort()}
        ></rv-progress>
      </div>`;
  }

  #done({ added, replaced, stopped }: Outcome): TemplateResult {
    return html`<header class="stack tight">
        <p class="eyebrow">${this.#name}</p>
        <h1 class="h1">${plural(msg('{added, plural, one {One entry was added.} other {{added} entries were added.}}'), { added })}</h1>
        ${replaced > 0 ? html`<p class="lede">${plural(msg('{replaced, plural, one {One entry was updated. What it said before is kept with it.} other {{replaced} entries were updated. What they said before is kept with them.}}'), { replaced })}</p>` : nothing}
        ${stopped === null && added > 0 ? html`<p class="lede">${msg('You’ll find each one on its own day in History. Imported ratings keep their original scale.')}</p>` : nothing}
        ${added + replaced > 0 ? html`<p class="lede">${msg('If it isn’t what you wanted, you can take this import back in Settings.')}</p>` : nothing}
        ${stopped === 'cancelled' ? html`<p class="lede">${msg('You stopped there. To add the rest, choose the same file again; what’s already here is left as it is.')}</p>` : nothing}
      </header>
      ${stopped && stopped !== 'cancelled' ? journalNotice(stopped, html`<p class="small">${msg('What was added so far is safe. You can import the same file again, and only the rest is added.')}</p>`) : nothing}
      ${added > 0 ? html`<rv-scene seed=${this.#name}></rv-scene>` : nothing}
      <div class="row">
        <a class="button primary" href="/history">${msg('Go to History')}</a>
        <button class="link" @click=${() => (this.now = CHOOSE)}>${msg('Import another file')}</button>
      </div>`;
  }

  #onDrag(event: DragEvent): void {
    event.preventDefault();
    this.dragging = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    this.#take(event.dataTransfer?.files ?? null);
  }

  #take(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    this.#name = file.name;
    void this.#look(file);
  }

  /** What is told of files comes when somebody asks for it, or brings one. */
  readonly #fetch = async (): Promise<void> => {
    try {
      this.imports = await this.services.imports();
    } catch (error) {
      this.now = notRead(error);
    }
  };

  /** The dry run. What shows how far it is comes with the words of its outcome. */
  async #look(chosen: File): Promise<void> {
    const signal = this.#begin();
    this.now = { step: 'reading', rows: 0 };
    try {
      const [imports, words] = await Promise.all([this.services.imports(), import('./import-review')]);
      this.imports = imports;
      const file = await this.imports.open(chosen, signal);
      const onCount = (rows: number) => (this.now = { step: 'reading', rows });
      const preview = await this.imports.preview(file, { signal, onCount });
      this.now = { step: 'review', file, preview, choices: { all: 'leave', rows: new Map() }, words };
    } catch (error) {
      this.now = signal.aborted ? CHOOSE : notRead(error);
    }
  }

  /** Something was decided anew. The screen stays, and with it the focus; what the rows come to is looked at again. */
  async #decide(decided: Extract<State, { step: 'review' }>): Promise<void> {
    const signal = this.#begin();
    const { file } = decided;
    this.now = decided;
    try {
      const preview = await (await this.services.imports()).preview(file, { signal, onCount: () => undefined });
      if (this.now.step === 'review' && this.now.file === file) this.now = { ...this.now, preview };
    } catch (error) {
      if (!signal.aborted) this.now = notRead(error);
    }
  }

  async #add(file: ImportFile, choices: Choices, toAdd: number): Promise<void> {
    const signal = this.#begin();
    const onCount = (added: number) => (this.now = { step: 'adding', added, toAdd });
    onCount(0);
    const work = { signal, onCount, toAdd, choices, fileName: this.#name };
    this.now = { step: 'done', outcome: await (await this.services.imports()).bringIn(file, work) };
  }

  #begin(): AbortSignal {
    this.#work = new AbortController();
    return this.#work.signal;
  }

  static override styles = [sharedStyles, importStyles];
}

const notRead = (error: unknown): State =>
  error instanceof ImportRefusal
    ? { step: 'choose', refusal: error, failure: null }
    : { step: 'choose', refusal: null, failure: asJournalFailure(error, 'journal-unreadable') };

function refused({ code, detail }: ImportRefusal): TemplateResult {
  const { what, next } = refusalWords(code);
  return html`<rv-notice
    tone="warn"
    what=${what}
    safe=${msg('Nothing was added. Your journal is unchanged.')}
    next=${next}
    detail=${detail}
  ></rv-notice>`;
}

/** What can be brought in, and where to get it. */
const kinds = (
  imports: Imports | null,
  fetch: () => Promise<void>,
): TemplateResult => html`<section class="card kinds" aria-labelledby="kinds">
  <h2 class="h3" id="kinds">${msg('What you can import')}</h2>
  <dl>
    <dt>${msg('From Reverie')}</dt>
    <dd>${msg('The file that “The whole journal” saves, from this phone or another. Everything comes back as it was, face readings included.')}</dd>
    <dt>${msg('From another app')}</dt>
    <dd>
      ${msg('Daylio, How We Feel, Apple’s State of Mind, Bearable, Day One, Journey and others. Reverie can tell from the file which app it’s from.')}
      ${asked(msg('Where to find the file'), fetch, imports && apps(imports))}
    </dd>
    <dt>${msg('From a CSV file')}</dt>
    <dd>
      ${msg('A CSV file with a header row. It needs a date and at least one rating, mood, feeling, title or note; columns can be in any order.')}
      ${asked(msg('The columns'), fetch, imports && columns(imports))}
    </dd>
  </dl>
</section>`;

/** Something to open, whose content is fetched then. */
const asked = (summary: string, fetch: () => Promise<void>, content: TemplateResult | null): TemplateResult =>
  html`<details @toggle=${() => void fetch()}>
    <summary>${summary}</summary>
    ${content}
  </details>`;

/** The last one is a table of one's own, which has its place below. */
const apps = ({ formats }: Imports): TemplateResult => html`<dl class="apps">
  ${formats.slice(0, -1).map(({ name, how }) => html`<dt>${name}</dt><dd class="small">${how}</dd>`)}
</dl>`;

const columns = (
  imports: Imports,
): TemplateResult => html`<p class="columns">${imports.columns.map((name) => html`<code>${name}</code> `)}</p>
  <p class="small">
    ${msg('Dates like 2026-11-22 and times like 20:39, in your phone’s time zone unless the zone column names another. Valence and arousal run from −1 to 1, or on a scale you choose in the next step. Feelings look like calm:4; grateful.')}
  </p>
  <button class="link" @click=${() => offerFile(new Blob([imports.exampleTable()], { type: 'text/csv' }), 'reverie-example.csv')}>
    <rv-icon name="download"></rv-icon>${msg('Save an example')}
  </button>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-import': RvImport;
  }
}
