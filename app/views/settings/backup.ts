import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { BackupProblem } from '../../domain/backup/backup';
import { dayOf, momentAt } from '../../domain/moment/moment';
import type { Settings } from '../../domain/settings/settings';
import { WordsElement } from '../../elements/base/words-element';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/blocks/progress';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Backups } from '../../journal/backup/backups';
import type { Copy } from '../../journal/backup/copies/copies';
import { backupFailure, backupFile } from '../shared/backup-notice';
import '../../elements/fields/new-passphrase';
import { type FileSink, type Services, servicesContext } from '../../services/types';
import { agoWords } from '../../words/day-words';
import { settingsStyles } from './settings-styles';

type Work =
  | { readonly step: 'idle' }
  | { readonly step: 'passphrase' }
  | { readonly step: 'writing'; readonly entries: number; readonly stop: AbortController }
  | { readonly step: 'written'; readonly sink: FileSink; readonly backup: Written }
  | { readonly step: 'saved'; readonly backup: Written }
  | { readonly step: 'failed'; readonly error: unknown };

interface Written {
  readonly entries: number;
  readonly unreadable: number;
  readonly ownPassphrase: boolean;
}

/**
 * What happens to the journal if the phone is lost: the last backup and its age, a new one, the way back, and the copies this
 * phone keeps by itself.
 *
 * `lastBackupAtMs`: from the settings.
 */
@customElement('rv-settings-backup')
export class RvSettingsBackup extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) lastBackupAtMs: Settings['lastBackupAtMs'] = null;
  @state() private work: Work = { step: 'idle' };
  @state() private since: number | null = null;
  @state() private copies: readonly Copy[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.work.step === 'writing') this.work.stop.abort();
  }

  protected override render() {
    return html`<section aria-labelledby="backup">
      <h2 class="h2" id="backup">${msg('Backup')}</h2>
      <div class="card">
        <p class="lede">${this.#state()}</p>
        ${this.#doing()}
        <a class="link" href="/restore">${msg('Restore a backup')}</a>
        ${this.#onThisPhone()}
      </div>
    </section>`;
  }

  #state(): string {
    const { lastBackupAtMs: last, since } = this;
    if (last === null) {
      return msg(
        'There’s no backup yet. If this phone is lost or broken, so is your journal. A backup is one encrypted file you keep somewhere else.',
      );
    }
    const ago = agoWords(this.#dayOf(last), this.#dayOf(this.services.clock.epochMs()));
    if (!since) return msg(str`Your last backup is from ${ago}. Everything in your journal is in it.`);
    return plural(
      msg(
        '{since, plural, one {Your last backup is from {ago}. One entry has been added since.} other {Your last backup is from {ago}. {since} entries have been added since.}}',
      ),
      { since, ago },
    );
  }

  #doing(): TemplateResult {
    const { work } = this;
    switch (work.step) {
      case 'passphrase':
        return html`<rv-new-passphrase
          @rv-passphrase=${({ detail }: CustomEvent<string>) => void this.#save(detail)}
          @rv-cancel=${() => this.#to({ step: 'idle' })}
        ></rv-new-passphrase>`;
      case 'writing':
        return html`<rv-progress
          label=${msg('Writing the backup')}
          amount=${plural(msg('{entries, plural, one {One entry so far} other {{entries} entries so far}}'), {
            entries: work.entries,
          })}
          cancellable
          @rv-cancel=${() => work.stop.abort()}
        ></rv-progress>`;
      case 'written':
        return html`<p class="saved" role="status">
            <rv-icon name="check"></rv-icon>
            <span>${msg('The backup is written and checked. Now choose where it goes: your files, or another device.')}</span>
          </p>
          <button class="primary less" @click=${() => void this.#deliver(work.sink, work.backup)}>${msg('Save or send the file')}</button>
          <button class="link" @click=${() => this.#to({ step: 'idle' })}>${msg('Not now')}</button>`;
      default:
        return html`${this.#outcome(work)}
          <button class=${this.since === 0 && this.lastBackupAtMs !== null ? 'plain less' : 'primary less'} @click=${this.#begin}>
            ${msg('Save a backup')}
          </button>`;
    }
  }

  #outcome(work: Work) {
    if (work.step === 'failed') return backupFailure(work.error);
    if (work.step !== 'saved') return nothing;
    const { entries, unreadable, ownPassphrase } = work.backup;
    return html`<p class="saved" role="status">
      <rv-icon name="check"></rv-icon>
      <span>
        ${plural(msg('{entries, plural, one {Saved and checked: one entry.} other {Saved and checked: {entries} entries.}}'), { entries })}
        ${ownPassphrase ? msg('It opens with the passphrase you just chose.') : msg('It opens with the passphrase or recovery code your journal has today.')}
        ${msg('Keep it somewhere other than this phone, such as on a computer or a USB stick.')}
        ${unreadable === 0 ? nothing : plural(msg('{unreadable, plural, one {One couldn’t be read and isn’t in it; it stays in your journal as it is.} other {{unreadable} couldn’t be read and aren’t in it; they stay in your journal as they are.}}'), { unreadable })}
      </span>
    </p>`;
  }

  #onThisPhone() {
    const { copies } = this;
    if (copies === null) return nothing;
    const [newest] = copies;
    return html`<div class="group">
      <h3 class="h3">${msg('Copies on this phone')}</h3>
      <p class="small">
        ${
          newest
            ? plural(
                msg(
                  '{copies, plural, one {This phone makes its own encrypted copy on every day something changes. The latest is from {ago} (one in all). Copies help if the journal won’t open, but not if you lose the phone.} other {This phone makes its own encrypted copy on every day something changes. The latest is from {ago} ({copies} in all). Copies help if the journal won’t open, but not if you lose the phone.}}',
                ),
                { copies: copies.length, ago: agoWords(newest.day, this.#dayOf(this.services.clock.epochMs())) },
              )
            : msg(
                'This phone makes its own encrypted copy on every day something changes. It hasn’t made one yet. Copies help if the journal won’t open, but not if you lose the phone.',
              )
        }
      </p>
      <a class="link" href="/rescue.html">${msg('Recovery page')}</a>
    </div>`;
  }

  #dayOf(epochMs: number): string {
    return dayOf(momentAt(epochMs, this.services.clock.zone()));
  }

  #to(work: Work): void {
    this.work = work;
  }

  async #look(): Promise<void> {
    try {
      const { journal } = this.services;
      const [backups, { outlines }] = await Promise.all([this.services.backups(), journal.outlines()]);
      this.since = outlines.filter(({ savedAtMs }) => savedAtMs > (this.lastBackupAtMs ?? 0)).length;
      this.copies = backups.keepsCopies ? await backups.listCopies() : null;
    } catch (error) {
      this.#to({ step: 'failed', error });
    }
  }

  async #begin(): Promise<void> {
    try {
      const backups = await this.services.backups();
      if (await backups.needsPassphrase()) return this.#to({ step: 'passphrase' });
    } catch (error) {
      return this.#to({ step: 'failed', error });
    }
    await this.#save();
  }

  async #save(passphrase?: string): Promise<void> {
    try {
      const files = await this.services.files();
      const sink = await files.newFile(backupFile(this.services.clock));
      if (!sink) return this.#to({ step: 'idle' });
      const stop = new AbortController();
      const tell = (entries: number) => this.#to({ step: 'writing', entries, stop });
      tell(0);
      const backups: Backups = await this.services.backups();
      const { entries, unreadable } = await backups.save(sink, { passphrase, onEntry: tell, signal: stop.signal });
      const backup = { entries, unreadable, ownPassphrase: passphrase !== undefined };
      if (sink.byHand) this.#to({ step: 'written', sink, backup });
      else await this.#deliver(sink, backup);
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === 'AbortError' && !(error instanceof BackupProblem);
      this.#to(stopped ? { step: 'idle' } : { step: 'failed', error });
    }
  }

  /** Only what the person has taken is a backup: one that was put aside is offered on. */
  async #deliver(sink: FileSink, backup: Written): Promise<void> {
    try {
      if (!(await sink.deliver())) return;
      await (await this.services.backups()).delivered();
      this.#to({ step: 'saved', backup });
      await this.#look();
    } catch (error) {
      this.#to({ step: 'failed', error });
    }
  }

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      .saved {
        display: flex;
        gap: var(--s2);
      }
      .saved rv-icon {
        color: var(--ok);
        --icon-size: 1.3em;
      }
      a.link {
        align-self: flex-start;
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-backup': RvSettingsBackup;
  }
}
