import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { whenIdle } from '../../base/idle';
import { log } from '../../base/log';
import { DAY_MS } from '../../base/time';
import { isBackupDue } from '../../domain/backup/backup-due';
import type { BulkWrite } from '../../domain/entry/bulk-write';
import type { Cue } from '../../domain/memory/memory';
import { dayOf, momentAt } from '../../domain/moment/moment';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline, SessionDraft } from '../../journal/journal';
import { cueWords } from '../../recall/cues/cue-words';
import { ownMemoryWords } from '../../recall/cues/own-memory-words';
import type { CueOffer } from '../../services/cues';
import { type EarlyPress, type Services, servicesContext } from '../../services/types';
import { longDay, whenWords } from '../../words/dates';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { notFetchedNotice } from '../shared/not-fetched-notice';
import { Screen } from '../shared/screen';
import { WhenFetched } from '../shared/when-fetched';
import type { RvDraftCard } from './draft-card';
import { todayParts, waysToBegin, welcome } from './first-visit';
import { offersInstall } from './offers-install';
import { isFirst, readToday, type TodayData } from './read-today';
import { todayStyles } from './today-styles';

/** What a recall begins with: a question, that of the day, or with null a memory of one's own. */
type Wanted = Cue | 'of-the-day' | null;

/** How long after it is shown more is fetched, in milliseconds: what the first view itself needs comes first. */
const AT_REST_MS = 1_000;

/** A card's code is fetched on the days on which there is one; it stays away where that cannot be had. */
const shownOnceThere = (card: Promise<unknown>): void =>
  void card.catch((error: unknown) => log.warn('a card is not shown', error));

/** The first screen: one question, and the two ways to answer it. */
@customElement('rv-today')
export class RvToday extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** What was asked for instead of the offer. */
  @state() private another: Cue | null = null;
  /** The first is the recall's. */
  @query('rv-draft-card') private draftCard!: RvDraftCard;
  /** What waits for the answer whether an unfinished memory may go. */
  #wanted: Wanted = null;
  /** Begins what was pressed. */
  readonly #beginning = new WhenFetched(this);
  #stopServing: (() => void) | undefined;
  #stopListening: (() => void) | undefined;
  #days: unknown;

  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    () => readToday(this.services),
  );

  protected override render() {
    const { value, failure } = this.#data;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    const first = isFirst(value);
    const offer = this.#offer;
    return todayParts({
      scene: html`<rv-scene seed="${dayOf(this.#now)}/${offer?.cue.id ?? ''}"></rv-scene>`,
      header: first ? welcome(longDay(this.#now)) : this.#question(offer),
      over: first ? this.#invitation() : nothing,
      before: first ? this.#installCard(value) : nothing,
      ways: waysToBegin({
        first,
        waiting: value.draft !== null || value.checkIn !== null,
        pair: offer?.beside
          ? html`<rv-question-pair .offer=${offer} @rv-take=${({ detail }: CustomEvent<Cue>) => this.#relive(detail)}></rv-question-pair>`
          : null,
        press: this.#serve,
        another: () => shownOnceThere(this.#askAnother()),
      }),
      below: html`<div class="below stack">
        ${this.#waiting()}
        <rv-storage-card hidden></rv-storage-card>
        ${value.interrupted ? this.#interruptedCard(value.interrupted) : nothing}
        ${this.#unfinished(value)} ${value.draft || value.checkIn ? nothing : this.#last(value.last.find(({ startedAt, ofDay }) => !ofDay && startedAt.epochMs <= this.#now.epochMs + DAY_MS))}
        ${first ? nothing : this.#dayCard()}
        ${first ? this.#copiesCard() : this.#backupCard(value)}
        ${first ? nothing : this.#installCard(value)}
      </div>`,
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#data.value && this.isConnected) this.#stopServing ??= this.services.onEarlyPress(this.#serve);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.services.shell.subscribe(() => this.requestUpdate());
    void this.#fetchAhead();
    const shown = dayOf(this.#now);
    shownOnceThere(whenIdle(AT_REST_MS).then(() => this.#watchDays(shown)));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopServing?.();
    this.#stopServing = undefined;
  }

  /** What is pressed, or was before there was anything to press. */
  readonly #serve = (press: EarlyPress): void => {
    if (press === 'note') this.#note();
    else this.#relive(press === 'own' ? null : (this.#offer?.cue ?? (this.#isFirst ? 'of-the-day' : null)));
  };

  get #isFirst(): boolean {
    return isFirst(this.#data.value!);
  }

  get #offer(): CueOffer | null {
    return this.another ? { cue: this.another, beside: null } : (this.#data.value?.offer ?? null);
  }

  readonly #askAnother = async (): Promise<void> => {
    const cues = await this.services.cues();
    this.another = await cues.another();
  };

  #question(offer: CueOffer | null): TemplateResult {
    const words = offer?.beside ? this.#data.value!.pairWords!() : offer ? cueWords(offer.cue) : ownMemoryWords();
    const { question, invitation } = words;
    return html`<p class="eyebrow">${longDay(this.#now)}</p>
      <h1 class="h1">${question}</h1>
      <p class="lede">${invitation}</p>`;
  }

  /** What was pressed and is not there yet. */
  #waiting() {
    const { waiting, failure, again } = this.#beginning;
    if (failure) return notFetchedNotice(html`<button class="quiet less" @click=${again}>${msg('Try again')}</button>`);
    return waiting ? html`<p class="small" role="status">${msg('One moment…')}</p>` : nothing;
  }

  #last(outline: EntryOutline | undefined) {
    if (!outline) return nothing;
    return html`<section class="card last" aria-label=${msg('Your last entry')}>
      <rv-entry-row .outline=${outline} when=${whenWords(outline.startedAt, this.#now)} labelled></rv-entry-row>
    </section>`;
  }

  #invitation(): TemplateResult {
    shownOnceThere(whenIdle(AT_REST_MS).then(() => import('./invitation')));
    return html`<rv-invitation hidden day=${dayOf(this.#now)} @rv-take=${() => this.#serve('relive')}></rv-invitation>`;
  }

  #interruptedCard(interrupted: BulkWrite): TemplateResult {
    shownOnceThere(import('./interrupted-card'));
    return html`<rv-interrupted-card .interrupted=${interrupted}></rv-interrupted-card>`;
  }

  #copiesCard(): TemplateResult {
    const kept = whenIdle().then(() => this.services.copiesKept());
    shownOnceThere(kept.then((copies) => (copies.length > 0 ? import('./copies-card') : null)));
    return html`<rv-copies-card></rv-copies-card>`;
  }

  /** What there is to say of this day, and what the person says of it. */
  #dayCard() {
    shownOnceThere(whenIdle().then(() => import('./day-card')));
    return html`<rv-day-card hidden></rv-day-card><rv-day-word today day=${dayOf(this.#now)}></rv-day-word><rv-month-link></rv-month-link>`;
  }

  #backupCard({ last, settings }: TodayData) {
    const savedAtMs = last.map(({ savedAtMs: at }) => at);
    const { lastBackupAtMs, backupReminderDismissedAtMs: dismissedAtMs } = settings;
    if (!isBackupDue({ savedAtMs, lastBackupAtMs, dismissedAtMs, nowMs: this.#now.epochMs })) return nothing;
    shownOnceThere(import('./backup-card'));
    return html`<rv-backup-card></rv-backup-card>`;
  }

  #installCard({ last, settings }: TodayData) {
    const { state } = this.services.shell;
    if (settings.installCardDismissed || !offersInstall(state, last.length)) return nothing;
    shownOnceThere(import('./install-card'));
    return html`<rv-install-card ?byHand=${state.manualInstall} ?late=${last.length > 0}></rv-install-card>`;
  }

  #unfinished({ draft, checkIn, unkept }: TodayData) {
    if (!draft && !checkIn) return nothing;
    shownOnceThere(import('./draft-card'));
    return [draft, checkIn].map((one) => (one ? this.#draftCard(one, unkept.includes(one)) : nothing));
  }

  #draftCard(draft: SessionDraft, unkept: boolean): TemplateResult {
    const when = whenWords(draft.startedAt, this.#now);
    return html`<rv-draft-card .draft=${draft} when=${when} ?unkept=${unkept} @rv-tried=${() => this.#data.refresh()} @rv-instead=${() => this.#begin(this.#wanted)}></rv-draft-card>`;
  }

  #note(): void {
    this.#beginning.drop();
    navigate(this, '/check-in');
  }

  #relive(wanted: Wanted): void {
    this.#wanted = wanted;
    if (this.#data.value!.draft) this.#askInstead();
    else this.#begin(wanted);
  }

  /** The question comes with the card. */
  #askInstead(): void {
    this.#beginning.do(
      () => import('./draft-card'),
      () => void this.draftCard.askInstead(),
    );
  }

  /** At once, if what it takes came while this screen was idle. */
  #begin(wanted: Wanted): void {
    this.#beginning.do(
      async () => (await Promise.all([this.services.recalls(), import('../recall/recall')]))[0],
      (recalls) => {
        recalls.start(wanted);
        navigate(this, '/recall');
      },
    );
  }

  /** If it stays open for days, the day and its question change with them. */
  async #watchDays(shown: string): Promise<void> {
    const { NewDay } = await import('../shared/new-day');
    this.#days ??= new NewDay(
      this,
      () => this.services.clock,
      () => {
        this.another = null;
        void this.#data.refresh();
      },
      shown,
    );
  }

  /** So that a press need not wait. Whether it came is nothing to anybody before they press. */
  async #fetchAhead(): Promise<void> {
    await whenIdle(AT_REST_MS);
    if (this.isConnected) await this.services.recalls().catch((error) => log.warn('recalls are fetched later', error));
  }

  get #now() {
    return momentAt(this.services.clock.epochMs(), this.services.clock.zone());
  }

  static override styles = [sharedStyles, todayStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-today': RvToday;
  }
}
