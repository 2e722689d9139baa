import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { isOfDay } from '../../domain/entry/day-word';
import type { Entry, RecallEntry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { asJournalFailure, type EraseFailure, type JournalFailure } from '../../domain/failure/failure';
import { type Moment, momentAt } from '../../domain/moment/moment';
import type { RvDialog } from '../../elements/blocks/dialog';
import '../../elements/marks/agree-scale';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EditDraft, Journal } from '../../journal/journal';
import { type Services, servicesContext } from '../../services/types';
import { dayWords, whenWords } from '../../words/dates';
import { countedFacialValence, entryTitle } from '../history/entry-title';
import { ownWordsStyles } from '../report/own-words';
import { cameFrom } from '../shared/came-from';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';
import '../shared/undo';
import { WhenFetched } from '../shared/when-fetched';
import { tabs } from '../shell/frame';
import { faceSection } from './entry-face';
import { saidSection } from './entry-said';
import type * as Erasing from './erase-entry';
import { type EntryData, editOf, readEntry } from './read-entry';

/** One entry: what the person said, what the face showed, and the two on one scale. */
@customElement('rv-entry')
export class RvEntry extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property() entryId = '';
  @state() private notErased: EraseFailure | null = null;
  @state() private notCorrected: JournalFailure | null = null;
  /** What asks whether it may go, fetched with the first press. */
  @state() private erasing: typeof Erasing | null = null;
  @query('#erase') private eraseDialog!: RvDialog;
  @state() private editing = false;
  /** The edit that was cut off, until the person is done with it. */
  #draft: EditDraft | null = null;
  #resumed = '';
  readonly #opening = new WhenFetched(this);

  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    (journal) => this.#read(journal),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entryId') || changed.get('entryId') === undefined) return;
    this.editing = false;
    void this.#data.refresh();
  }

  protected override render() {
    const { value, failure } = this.#data;
    if (!value || value.id !== this.entryId) {
      return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    }
    return html`<div class="page">
      <div class="row spread">
        ${backLink()}
        ${value.entry && !('problem' in value.entry) && !this.editing ? this.#editButton() : nothing}
      </div>
      <rv-undo></rv-undo>
      ${this.#body(value)}
    </div>`;
  }

  #body({ entry, trace, versions, others, moreFacts, missing, failures }: EntryData): TemplateResult {
    if (!entry || 'problem' in entry) return missing!(entry);
    if (this.editing) return this.#editor(entry);
    return html`
      <header class="stack tight">
        <p class="eyebrow">${this.#when(entry)}</p>
        <h1 class="h1">${entryTitle(entry)}</h1>
      </header>
      ${entry.kind === 'recall' && entry.memory.ownCue?.picture ? keptPicture(entry.memory.ownCue.picture) : nothing}
      ${versions.length > 1 ? html`<rv-entry-versions .versions=${versions}></rv-entry-versions>` : nothing}
      ${this.#together(entry)} ${saidSection(entry, moreFacts)}
      ${
        entry.kind === 'recall'
          ? [
              faceSection(entry, trace, { save: this.#saveReadings, correct: this.#correct }),
              this.#again(entry, others),
            ]
          : nothing
      }
      ${failures.map((failure) => journalNotice(failure))}
      ${this.#opening.failure ? journalNotice(this.#opening.failure) : nothing}
      ${this.notCorrected ? journalNotice(this.notCorrected) : nothing}
      ${this.notErased ? this.erasing?.eraseNotice(this.notErased) : nothing}
      ${entry.edits?.length ? html`<rv-entry-edits .entry=${entry} .now=${this.#now}></rv-entry-edits>` : nothing}
      <button class="link bad erase" @click=${this.#askErase}>
        <rv-icon name="erase"></rv-icon>${msg('Delete this entry')}
      </button>
      ${this.erasing?.eraseDialog(entry, () => void this.#erase(entry, trace))}
    `;
  }

  /** The memory can be relived again, and the other times it was are at hand. */
  #again(entry: RecallEntry, others: EntryData['others']) {
    return html`${others.length > 0 ? html`<rv-other-recalls .recalls=${others}></rv-other-recalls>` : nothing}
      ${this.services.inSample ? nothing : html`<button class="quiet less again" @click=${() => this.#goAgain(entry)}>${msg('Go there again')}</button>`}`;
  }

  #editButton(): TemplateResult {
    return html`<button class="link" @click=${this.#edit}><rv-icon name="edit"></rv-icon>${msg('Edit')}</button>`;
  }

  #editor(entry: Entry): TemplateResult {
    return html`<h1 class="h1">${msg('Edit this entry')}</h1>
      ${entry.kind === 'recall' ? html`<p class="lede">${msg('What your face showed stays as it was read.')}</p>` : nothing}
      <rv-entry-edit .entry=${entry} .draft=${this.#draft} @rv-done=${this.#onDone}></rv-entry-edit>`;
  }

  /** An edit that was cut off goes on, once for each time the entry is opened. */
  async #read(journal: Journal): Promise<EntryData> {
    const data = await readEntry(journal, this.entryId);
    if (this.#resumed !== data.id && data.entry && !('problem' in data.entry)) {
      this.#resumed = data.id;
      this.#draft = await editOf(journal, data.id);
      if (this.#draft) this.#edit();
    }
    return data;
  }

  #goAgain(entry: RecallEntry): void {
    this.#opening.do(
      () => this.services.recalls(),
      (recalls) => {
        recalls.again(entry);
        navigate(this, '/recall');
      },
    );
  }

  readonly #edit = (): void =>
    this.#opening.do(
      () => import('./entry-edit'),
      () => {
        this.editing = true;
        scrollTo({ top: 0 });
      },
    );

  readonly #onDone = (): void => {
    this.editing = false;
    this.#draft = null;
    scrollTo({ top: 0 });
  };

  readonly #askErase = (): void =>
    this.#opening.do(
      () => import('./erase-entry'),
      async (erasing) => {
        this.erasing = erasing;
        await this.updateComplete;
        void this.eraseDialog.show();
      },
    );

  get #now(): Moment {
    const { clock } = this.services;
    return momentAt(clock.epochMs(), clock.zone());
  }

  #when(entry: Entry): string {
    const now = this.#now;
    if (isOfDay(entry)) return msg(str`${dayWords(entry.startedAt, now)} · the day as a whole`);
    const when = whenWords(entry.startedAt, now);
    return entry.kind === 'check-in' ? msg(str`${when} · check-in`) : when;
  }

  #together(entry: Entry): TemplateResult | typeof nothing {
    const alone = entry.kind === 'check-in';
    if (alone && !entry.report.valence) return nothing;
    const face = countedFacialValence(entry);
    return html`<section class="card" aria-label=${alone ? msg('How it felt') : msg('You and your face')}>
      <rv-agree-scale
        ?alone=${alone}
        .you=${entry.report.valence?.value ?? null}
        .face=${face}
        .halfWidth=${alone || face === null ? null : (entry.face.summary?.facialValenceHalfWidth ?? null)}
      ></rv-agree-scale>
    </section>`;
  }

  readonly #saveReadings = (trace: Trace): void =>
    this.#opening.do(
      async () => (await import('./save-readings')).saveReadings(this.services, trace),
      () => undefined,
    );

  /** Keeps the entry with what the person says was misread; its trace stays as it is. */
  readonly #correct = async (entry: RecallEntry): Promise<void> => {
    this.notCorrected = null;
    try {
      await this.services.journal.save(entry, null);
    } catch (error) {
      this.notCorrected = asJournalFailure(error, 'save-failed');
    }
  };

  async #erase(entry: Entry, trace: Trace | null): Promise<void> {
    this.notErased = null;
    this.notErased = await this.erasing!.eraseEntry(this.services, entry, trace);
    if (!this.notErased) navigate(this, '/history', { replace: true });
  }

  static override styles = [
    sharedStyles,
    ownWordsStyles,
    css`
      .facts {
        display: grid;
        grid-template-columns: fit-content(45%) 1fr;
        gap: var(--s2) var(--s4);
        hyphens: auto;
        overflow-wrap: anywhere;
      }
      .facts dt {
        color: var(--ink-2);
      }
      .heading {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .heading rv-mark {
        --mark-size: 18px;
      }
      /* The chart's code comes a moment later: its place is kept, so that nothing jumps. */
      .chart {
        min-height: 24rem;
      }
      .again,
      .erase {
        align-self: flex-start;
      }
      .erase {
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];
}

/** Few have one, so what shows it is fetched where there is one. */
function keptPicture(picture: string): TemplateResult {
  import('./kept-picture').catch((error: unknown) => log.warn('no picture', error));
  return html`<rv-kept-picture .picture=${picture}></rv-kept-picture>`;
}

/** To where the person came from, by its name. */
function backLink(): TemplateResult {
  const place = tabs().find(({ path }) => path === cameFrom())!;
  return html`<a class="link back" href=${place.path}><rv-icon name="back"></rv-icon>${place.word}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry': RvEntry;
  }
}
