import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isStop } from '../../base/abortable';
import { dayOf, momentAt } from '../../domain/moment/moment';
import type { RvDialog } from '../../elements/blocks/dialog';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import '../../elements/blocks/dialog';
import '../../elements/marks/icon';
import '../../elements/blocks/progress';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Backups } from '../../journal/backup/backups';
import type { Copy } from '../../journal/backup/copies/copies';
import type { BackupFile, OpenedBackup } from '../../journal/backup/file/backup-file';
import type { Preview } from '../../journal/backup/restore/preview';
import type { Restored } from '../../journal/backup/restore/restore';
import { backupFailure } from '../shared/backup-notice';
import { navigate } from '../shared/navigate';
import './restore-choose';
import { previewFacts, replaceQuestion } from './restore-preview';
import { restoreStyles } from './restore-styles';
import { previewTitle, restoredWords, whatIsInIt } from './restore-words';
import '../../elements/fields/unlock';
import { type Services, servicesContext } from '../../services/types';
import { Screen } from '../shared/screen';

type Step =
  | { readonly at: 'choose'; readonly error?: unknown }
  | {
      readonly at: 'unlock';
      readonly file: BackupFile;
      readonly openedBy: BackupFile['openedBy'];
      readonly error?: unknown;
    }
  | { readonly at: 'reading'; readonly read: number; readonly total: number }
  | { readonly at: 'preview'; readonly opened: OpenedBackup; readonly preview: Preview }
  | { readonly at: 'restoring'; readonly done: number; readonly total: number }
  | { readonly at: 'done'; readonly restored: Restored };

/** The way of a backup back into the journal: choose it, open it, see what would happen, and only then let it. */
@customElement('rv-restore')
export class RvRestore extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private step: Step = { at: 'choose' };
  @state() private copies: readonly Copy[] = [];
  @state() private keepsCopies = true;
  @query('#replace') private replaceDialog!: RvDialog;
  #stop = new AbortController();
  #stopTaking: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#stopTaking?.();
  }

  protected override render() {
    return html`<div class="page">
      <a class="link back" href="/settings"><rv-icon name="back"></rv-icon>${msg('Settings')}</a>
      ${this.#body(this.step)}
    </div>`;
  }

  #body(step: Step): TemplateResult {
    const { clock } = this.services;
    switch (step.at) {
      case 'choose':
        return html`${this.#heading(msg('Restore a backup'), msg('First it’s read and compared. Nothing changes until you’ve seen what would happen.'))}
          ${step.error === undefined ? nothing : backupFailure(step.error)}
          <rv-restore-choose
            .copies=${this.copies}
            today=${dayOf(momentAt(clock.epochMs(), clock.zone()))}
            @rv-file=${({ detail }: CustomEvent<Blob>) => void this.#choose(detail)}
            @rv-copy=${({ detail }: CustomEvent<string>) => void this.#chooseCopy(detail)}
          ></rv-restore-choose>`;
      case 'unlock':
        return html`${this.#heading(msg('This backup is encrypted'), msg('Enter the passphrase it was made with.'))}
          ${step.error === undefined ? nothing : backupFailure(step.error)}
          <rv-unlock
            .openedBy=${step.openedBy}
            @rv-typed=${({ detail }: CustomEvent<string>) => void this.#unlock(step, detail)}
          ></rv-unlock>
          ${this.#another()}`;
      case 'reading':
        return html`${this.#heading(msg('Reading the backup'), msg('Every byte is checked.'))}
          <rv-progress label=${msg('Reading')} .loaded=${step.read} .total=${step.total} cancellable @rv-cancel=${this.#cancel}></rv-progress>`;
      case 'preview':
        return this.#preview(step.opened, step.preview);
      case 'restoring':
        return html`${this.#heading(msg('Restoring'), msg('Each entry is safe as soon as it’s counted here.'))}
          <rv-progress
            label=${msg('Entries')}
            amount=${msg(str`${formatCount(step.done)} of ${formatCount(step.total)}`)}
            .loaded=${step.done}
            .total=${step.total}
            cancellable
            @rv-cancel=${this.#cancel}
          ></rv-progress>`;
      case 'done':
        return html`${this.#heading(...restoredWords(step.restored))}
          <button class="primary" @click=${() => navigate(this, '/history', { replace: true })}>${msg('See your entries')}</button>`;
    }
  }

  #heading(title: string, lede: string): TemplateResult {
    return html`<header class="stack tight">
      <p class="eyebrow">${msg('Backup')}</p>
      <h1 class="h1">${title}</h1>
      <p class="lede">${lede}</p>
    </header>`;
  }

  #preview(opened: OpenedBackup, preview: Preview): TemplateResult {
    const { standings, missing, tally } = preview;
    const coming = standings.new + standings.different;
    const wouldChange = missing.length + standings.different > 0;
    return html`${this.#heading(previewTitle(preview), whatIsInIt(preview))}
      ${previewFacts(preview)}
      <div class="stack tight">
        ${
          coming === 0
            ? nothing
            : html`<button class="primary wide" @click=${() => void this.#bring(opened, preview, 'merge')}>
                ${plural(msg('{coming, plural, one {Restore one entry} other {Restore {coming} entries}}'), { coming })}
                <small>${msg('nothing already here is changed or removed')}</small>
              </button>`
        }
        ${
          wouldChange && this.keepsCopies && tally.entries > 0
            ? html`<button class="link" @click=${() => void this.replaceDialog.show()}>${msg('Make my journal exactly like the backup')}</button>`
            : nothing
        }
        ${this.#another()}
      </div>
      ${replaceQuestion(preview, () => void this.#bring(opened, preview, 'replace'))}`;
  }

  #another(): TemplateResult {
    return html`<button class="link" @click=${() => this.#to({ at: 'choose' })}>${msg('Choose another backup')}</button>`;
  }

  #to(step: Step): void {
    this.step = step;
  }

  #cancel(): void {
    this.#stop.abort();
  }

  async #begin(): Promise<void> {
    try {
      const [backups, files] = await Promise.all([this.services.backups(), this.services.files()]);
      this.keepsCopies = backups.keepsCopies;
      this.copies = await backups.listCopies();
      if (!this.isConnected) return;
      // One that comes while another is being looked at takes its place; not while one is being brought in.
      this.#stopTaking = files.takeOpened((file) => {
        if (this.step.at !== 'restoring') void this.#choose(file);
      });
    } catch (error) {
      this.#to({ at: 'choose', error });
    }
  }

  #choose(file: Blob): Promise<void> {
    return this.#try(
      (backups) => backups.open(file),
      (error) => ({ at: 'choose', error }),
    );
  }

  #chooseCopy(name: string): Promise<void> {
    return this.#try(
      (backups) => backups.openCopy(name),
      (error) => ({ at: 'choose', error }),
    );
  }

  /** Opens what was chosen, without asking where that is possible, and goes on to its preview. */
  async #try(open: (backups: Backups) => Promise<BackupFile>, failed: (error: unknown) => Step): Promise<void> {
    try {
      const backups = await this.services.backups();
      const file = await open(backups);
      const opened = await backups.openByItself(file);
      if (opened) await this.#read(opened);
      // Its wraps are read here, where a problem with them is told.
      else this.#to({ at: 'unlock', file, openedBy: file.openedBy });
    } catch (error) {
      this.#to(failed(error));
    }
  }

  async #unlock({ file, openedBy }: Extract<Step, { at: 'unlock' }>, typed: string): Promise<void> {
    this.#stop = new AbortController();
    this.#to({ at: 'reading', read: 0, total: 0 });
    try {
      await this.#read((await file.withTyped(typed, this.#stop.signal)).opened);
    } catch (error) {
      this.#to(isStop(error) ? { at: 'unlock', file, openedBy } : { at: 'unlock', file, openedBy, error });
    }
  }

  async #read(opened: OpenedBackup): Promise<void> {
    this.#stop = new AbortController();
    const total = opened.file.size;
    const onRead = (read: number) => this.#to({ at: 'reading', read, total });
    onRead(0);
    try {
      const preview = await (await this.services.backups()).preview(opened, { onRead, signal: this.#stop.signal });
      this.#to({ at: 'preview', opened, preview });
    } catch (error) {
      this.#to(isStop(error) ? { at: 'choose' } : { at: 'choose', error });
    }
  }

  async #bring(opened: OpenedBackup, preview: Preview, how: 'merge' | 'replace'): Promise<void> {
    this.#stop = new AbortController();
    const total = preview.tally.entries;
    const onEntry = (done: number) => this.#to({ at: 'restoring', done, total });
    onEntry(0);
    const watch = { onEntry, signal: this.#stop.signal };
    try {
      const backups = await this.services.backups();
      const restored =
        how === 'merge' ? await backups.merge(opened, preview, watch) : await backups.replace(opened, preview, watch);
      this.#to({ at: 'done', restored });
    } catch (error) {
      // What was brought in before stays; a new preview counts it as here already.
      if (isStop(error)) await this.#read(opened);
      else this.#to({ at: 'choose', error });
    }
  }

  static override styles = [sharedStyles, restoreStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-restore': RvRestore;
  }
}
