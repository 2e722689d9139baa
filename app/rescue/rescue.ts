import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { isStop } from '../base/abortable';
import { systemClock } from '../base/clock';
import { BackupProblem } from '../domain/backup/backup';
import { Failure } from '../domain/failure/failure';
import { dayOf, momentAt } from '../domain/moment/moment';
import { WordsElement } from '../elements/base/words-element';
import type { RvDialog } from '../elements/blocks/dialog';
import { countEntries } from '../words/entry/entry-words';
import { speakPreferred } from '../words/locale';
import { formatBytes } from '../words/measures';
import { plural } from '../words/plural';
import '../elements/marks/icon';
import '../elements/fields/new-passphrase';
import '../elements/blocks/notice';
import '../elements/blocks/progress';
import '../elements/fields/unlock';
import { sharedStyles } from '../elements/styles/shared-styles';
import type { Copies, Copy } from '../journal/backup/copies/copies';
import { BackupFile } from '../journal/backup/file/backup-file';
import { exportRaw } from '../journal/rescue/raw-export';
import { eraseStore, type StoreState, storeState } from '../journal/rescue/store-state';
import type { Secret } from '../journal/vault/wraps';
import { closePage } from '../shell/close-page';
import { newFileSink } from '../shell/save-file';
import { problemNotice } from './problem-notice';
import { rescueActions } from './rescue-actions';
import { rescueStyles } from './rescue-styles';
import { stateWords } from './rescue-words';
import { bringBack, copiesHere, openBackup, saveCopy } from './rescue-work';

closePage();

type FileSink = NonNullable<Awaited<ReturnType<typeof newFileSink>>>;

type Step =
  | { readonly at: 'idle' }
  | {
      readonly at: 'asking';
      readonly kinds: ReadonlySet<Secret['kind']>;
      readonly error: unknown;
      answer(typed: string | null): void;
    }
  | { readonly at: 'choosing'; answer(passphrase: string | null): void }
  | { readonly at: 'written'; answer(delivers: boolean): void }
  | { readonly at: 'working'; readonly label: string; readonly amount: string; readonly stops: boolean }
  | { readonly at: 'done'; readonly title: string; readonly text: string; readonly leads: boolean }
  | { readonly at: 'failed'; readonly error: unknown };

/**
 * The page for when the journal does not open. It is built apart from the app and shares no script with it, so that it works
 * when the app does not start: it says what is there, saves it as it is, brings a copy or a backup back, and begins anew.
 */
@customElement('rv-rescue')
export class RvRescue extends WordsElement {
  @state() private store: StoreState | null = null;
  @state() private copies: readonly Copy[] = [];
  @state() private step: Step = { at: 'idle' };
  @query('rv-dialog') private resetDialog!: RvDialog;
  #kept: Copies | null = null;
  /** Stops the piece of work that runs. */
  #stop = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    void speakPreferred();
    void this.#look();
  }

  protected override updated(): void {
    document.title = `${msg('Recovery')} · Reverie`;
  }

  protected override render() {
    return html`<main class="page">
      <header class="stack tight">
        <p class="eyebrow">${msg('Recovery')}</p>
        <h1 class="h1">${msg('When your journal won’t open')}</h1>
        <p class="lede">${msg('This page works apart from the app. Nothing here changes unless you say so, and nothing leaves this device.')}</p>
      </header>
      ${this.#found()} ${this.#doing()} ${this.step.at === 'idle' || this.step.at === 'done' || this.step.at === 'failed' ? this.#actions() : nothing}
    </main>`;
  }

  #found(): TemplateResult {
    if (!this.store) return html`<p class="lede" role="status">${msg('Checking…')}</p>`;
    const { what, next } = stateWords(this.store);
    return html`<rv-notice
      tone=${this.store.kind === 'broken' || this.store.kind === 'silent' ? 'warn' : 'info'}
      what=${what}
      next=${next}
      detail=${this.store.kind === 'broken' ? this.store.problem : ''}
    >
      <button class="link" @click=${() => void this.#look()}>${msg('Check again')}</button>
      <a class="link" href="/">${msg('Open the app')}</a>
    </rv-notice>`;
  }

  #doing() {
    const { step } = this;
    switch (step.at) {
      case 'idle':
        return nothing;
      case 'asking':
        return html`<section class="card stack" aria-label=${msg('Unlock')}>
          <p class="lede">${msg('It’s encrypted. Enter its passphrase or recovery code.')}</p>
          ${step.error === undefined ? nothing : problemNotice(step.error)}
          <rv-unlock .openedBy=${step.kinds} @rv-typed=${({ detail }: CustomEvent<string>) => step.answer(detail)}></rv-unlock>
          <button class="link" @click=${() => step.answer(null)}>${msg('Go back')}</button>
        </section>`;
      case 'choosing':
        return html`<section class="card"><rv-new-passphrase
          action=${msg('Save the file')}
          @rv-passphrase=${({ detail }: CustomEvent<string>) => step.answer(detail)}
          @rv-cancel=${() => step.answer(null)}
        ></rv-new-passphrase></section>`;
      case 'written':
        return html`<section class="card stack">
          <p class="lede">${msg('The file is written. Now choose where it goes.')}</p>
          <button class="primary less" @click=${() => step.answer(true)}>${msg('Save or send the file')}</button>
          <button class="link" @click=${() => step.answer(false)}>${msg('Go back')}</button>
        </section>`;
      case 'working':
        return html`<section class="card"><rv-progress
          label=${step.label}
          amount=${step.amount}
          ?cancellable=${step.stops}
          @rv-cancel=${() => this.#stop.abort()}
        ></rv-progress></section>`;
      case 'done':
        return html`<rv-notice what=${step.title} safe=${step.text}>
          ${step.leads ? html`<a class="primary less" href="/">${msg('Open the app')}</a>` : nothing}
        </rv-notice>`;
      case 'failed':
        return problemNotice(step.error);
    }
  }

  #actions(): TemplateResult {
    return rescueActions({
      canSave: this.store?.kind === 'open',
      copies: this.copies,
      saveRecords: () => void this.#saveRaw(),
      bringCopy: ({ name }) => void this.#bring(() => this.#kept!.open(name)),
      saveCopy: (copy) => void this.#saveCopy(copy),
      bringFile: (file) => void this.#bring(() => BackupFile.open(file)),
      askReset: () => void this.resetDialog.show(),
      reset: () => void this.#reset(),
    });
  }

  async #look(): Promise<void> {
    this.store = null;
    this.#kept = await copiesHere();
    this.copies = (await this.#kept?.list()) ?? [];
    this.store = await storeState();
  }

  #bring(open: () => Promise<BackupFile>): Promise<void> {
    return this.#run(async () => {
      const { signal } = this.#stop;
      this.#working(msg('Opening'), '');
      const found = await openBackup(await open(), this.#kept, this.#ask, this.#opening);
      if (!found) return null;
      const total = found.opened.file.size;
      this.#working(msg('Reading'), '');
      const restored = await bringBack(found, this.#ask, this.#opening, {
        onRead: (bytes) => this.#working(msg('Reading'), msg(str`${formatBytes(bytes)} of ${formatBytes(total)}`)),
        onEntry: (entries) => this.#working(msg('Restoring'), countEntries(entries)),
        signal,
      });
      if (!restored) return null;
      const text = plural(
        msg(
          '{back, plural, one {{same, plural, =0 {One entry was restored.} one {One entry was restored; one was already there.} other {One entry was restored; {same} were already there.}}} other {{same, plural, =0 {{back} entries were restored.} one {{back} entries were restored; one was already there.} other {{back} entries were restored; {same} were already there.}}}}',
        ),
        { back: restored.added + restored.changed, same: restored.same },
      );
      return { at: 'done', title: msg('Your journal is back.'), text, leads: true };
    });
  }

  #saveCopy({ name, day }: Copy): Promise<void> {
    return this.#run(async () => {
      const file = await this.#kept!.open(name);
      const beside = await this.#kept!.secretBeside();
      const isBeside =
        beside !== null && file.openedBy.has(beside.kind) && (await file.withSecret(beside).catch(() => null));
      const passphrase = isBeside ? await this.#choose() : null;
      if (isBeside && passphrase === null) return null;
      const sink = await newFileSink({
        name: `Reverie ${day}.reverie`,
        description: msg('Reverie backup'),
        type: ['application/vnd.reverie.backup', '.reverie'],
      });
      if (!sink) return null;
      this.#working(msg('Writing'), '');
      if (isBeside)
        await saveCopy(isBeside, passphrase, sink.stream, {
          onEntry: (entries) => this.#working(msg('Writing'), countEntries(entries)),
          signal: this.#stop.signal,
        });
      else await file.file.stream().pipeTo(sink.stream, { signal: this.#stop.signal });
      if (!(await this.#deliver(sink))) return null;
      return {
        at: 'done',
        title: msg('The copy is saved.'),
        text: msg('Keep it somewhere other than this phone.'),
        leads: false,
      };
    });
  }

  #saveRaw(): Promise<void> {
    return this.#run(async () => {
      const day = dayOf(momentAt(systemClock.epochMs(), systemClock.zone()));
      const sink = await newFileSink({
        name: `Reverie records ${day}.jsonl`,
        description: msg('Records'),
        type: ['application/jsonl', '.jsonl'],
      });
      if (!sink) return null;
      const { records, unreadable } = await exportRaw(sink.stream, (count) =>
        this.#working(
          msg('Saving'),
          plural(msg('{count, plural, one {One record} other {{count} records}}'), { count }),
          false,
        ),
      );
      if (!(await this.#deliver(sink))) return null;
      const text =
        unreadable === 0
          ? plural(
              msg(
                '{records, plural, one {The only record is in the file.} other {All {records} records are in the file.}}',
              ),
              { records },
            )
          : plural(
              msg(
                '{saved, plural, one {One of {records} records is in the file; the rest can’t be read.} other {{saved} of {records} records are in the file; the rest can’t be read.}}',
              ),
              { saved: records - unreadable, records },
            );
      return { at: 'done', title: msg('The records are saved.'), text, leads: false };
    });
  }

  #reset(): Promise<void> {
    return this.#run(async () => {
      const erased = await eraseStore();
      await this.#look();
      return erased
        ? {
            at: 'done',
            title: msg('The journal has been deleted.'),
            text: msg('Restore a copy or a backup, or open the app to start over.'),
            leads: true,
          }
        : {
            at: 'done',
            title: msg('Another window is using the journal.'),
            text: msg('It will be deleted as soon as that window is closed. Close it, then check again.'),
            leads: false,
          };
    });
  }

  /** Runs one piece of work; `null` means that the person went back. */
  async #run(work: () => Promise<Step | null>): Promise<void> {
    this.#stop = new AbortController();
    try {
      const end = await work();
      this.step = end ?? { at: 'idle' };
      if (end) this.store = await storeState();
    } catch (error) {
      this.store = await storeState();
      if (isStop(error)) {
        this.step = stopped();
        return;
      }
      const stuck = this.store.kind === 'broken' && !(error instanceof BackupProblem);
      this.step = { at: 'failed', error: stuck ? new Failure('store-stuck', String(error), { cause: error }) : error };
    }
    await this.updateComplete;
    this.renderRoot.querySelector('h1')?.scrollIntoView?.({ block: 'start' });
  }

  /** Hands the file over, on a tap where that is needed; false where the person went back. */
  async #deliver(sink: FileSink): Promise<boolean> {
    if (!sink.byHand) return sink.deliver();
    for (;;) {
      const delivers = await new Promise<boolean>((answer) => (this.step = { at: 'written', answer }));
      if (!delivers || (await sink.deliver())) return delivers;
    }
  }

  #working(label: string, amount: string, stops = true): void {
    this.step = { at: 'working', label, amount, stops };
  }

  #opening = (): AbortSignal => {
    this.#working(msg('Opening'), '');
    return this.#stop.signal;
  };

  #ask = (kinds: ReadonlySet<Secret['kind']>, error: unknown): Promise<string | null> =>
    new Promise((answer) => (this.step = { at: 'asking', kinds, error, answer }));

  #choose(): Promise<string | null> {
    return new Promise((answer) => (this.step = { at: 'choosing', answer }));
  }

  static override styles = [sharedStyles, rescueStyles];
}

const stopped = (): Step => ({
  at: 'done',
  title: msg('Stopped.'),
  text: msg('What was restored before stays; the rest can be restored again at any time.'),
  leads: false,
});

declare global {
  interface HTMLElementTagNameMap {
    'rv-rescue': RvRescue;
  }
}
