import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { entryPath } from '../../domain/entry/entry-address';
import { asJournalFailure, type JournalFailureCode } from '../../domain/failure/failure';
import { momentAt } from '../../domain/moment/moment';
import { emptyReport, isBlank, type Report } from '../../domain/report/report';
import '../../elements/fields/feeling-picker';
import type { FeelingsChange } from '../../elements/fields/feeling-picker';
import '../../elements/blocks/notice';
import '../../elements/drawings/scene';
import { affectFields } from '../../elements/fields/affect-fields';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import type { CheckInSession } from '../../session/check-in';
import { journalFailureWords } from '../../words/failure/journal-failure-words';
import { stepStyles } from '../recall/step-styles';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';
import { WhenFetched } from '../shared/when-fetched';
import type { askOfOtherDay } from './other-day';

/** A quick entry without a camera: one screen, three taps, and it is kept. */
@customElement('rv-check-in')
export class CheckIn extends Screen {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @state() private report: Report = emptyReport();
  @state() private saving = false;
  @state() private closing = false;
  /** It was to be closed, and the answers could not be kept. */
  @state() private unkept = false;
  @state() private failure: JournalFailureCode | null = null;
  @state() private entryId: string | null = null;
  @state() private more = false;
  @state() private askOtherDay: typeof askOfOtherDay | null = null;
  readonly #beginning = new WhenFetched(this);
  readonly #opening = new WhenFetched(this);
  #session: CheckInSession | null = null;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { services } = this;
    if (!services || this.#session || this.#beginning.waiting || this.#beginning.failure) return;
    this.#beginning.do(
      () => services.checkIns(),
      (checkIns) => this.#follow(checkIns.underWay ?? checkIns.start(null)),
    );
  }

  #follow(session: CheckInSession): void {
    this.#session = session;
    session.onDraft = (failure) => {
      this.failure = failure;
    };
    session.stay();
    this.report = session.report;
    // Only one that was cut off can be from another day.
    if (session.soFar)
      this.#opening.do(
        () => import('./other-day'),
        ({ askOfOtherDay }) => (this.askOtherDay = askOfOtherDay),
      );
  }

  /** Whoever walks away finds it on Today. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#session?.leave();
  }

  override render() {
    const { failure, again } = this.#beginning;
    if (failure)
      return journalFailureScreen(
        failure,
        html`<button class="primary less" @click=${again}>${msg('Try again')}</button>`,
      );
    if (!this.#session) return nothing;
    return this.entryId === null ? this.#asking() : this.#kept(this.entryId);
  }

  #asking(): TemplateResult {
    const { report } = this;
    const empty = isBlank(report);
    const labels = {
      valence: msg('How pleasant is it?'),
      arousal: msg('How much energy?'),
    };
    return html`
      <div class="step">
        <div class="spread bar">
          <p class="small">${msg('One answer is enough.')}</p>
          <button type="button" class="link" aria-disabled=${this.closing} @click=${this.#leave}>
            ${this.closing ? msg('Closing…') : msg('Close')}
          </button>
        </div>
        ${this.#heading()}
        <div class="sliders">
          ${affectFields(this, this.services!.settings.now.affect, report, this.#change, labels)}
        </div>
        <h2 class="h3">${msg('Which of these fit?')}</h2>
        <rv-feeling-picker
          label=${msg('Feelings')}
          .feelings=${report.feelings}
          @rv-change=${(event: FeelingsChange) => this.#change({ feelings: event.detail.feelings })}
        ></rv-feeling-picker>
        ${this.more ? html`<rv-check-in-more .session=${this.#session} @rv-change=${this.#onAnswer}></rv-check-in-more>` : html`<button type="button" class="link more" @click=${this.#onMore}>${msg('Feelings, tags, note, time')}</button>`}
        ${this.#opening.failure ? journalNotice(this.#opening.failure) : nothing}
        ${this.#problem()}
        <div class="actions">
          <button type="button" class="primary" ?disabled=${empty} aria-disabled=${this.saving} @click=${this.#save}>
            ${this.saving ? msg('Saving…') : msg('Save')}
          </button>
        </div>
      </div>
    `;
  }

  /** One with answers may be from an earlier day, and is then about that. */
  #heading(): TemplateResult {
    const { clock } = this.services!;
    const session = this.#session!;
    const now = momentAt(clock.epochMs(), clock.zone());
    const toNow = (): void => {
      session.move(now);
      this.requestUpdate();
    };
    return (
      this.askOtherDay?.(session.startedAt, now, toNow) ?? html`<h1 class="h1">${msg('How are you right now?')}</h1>`
    );
  }

  readonly #onMore = (): void =>
    this.#opening.do(
      () => import('./check-in-more'),
      () => {
        this.more = true;
      },
    );

  readonly #onAnswer = (): void => {
    this.report = this.#session!.report;
  };

  #kept(entryId: string): TemplateResult {
    return html`
      <div class="step calm">
        <div class="grow">
          <rv-scene seed=${entryId}></rv-scene>
          <h1 class="h1">${msg('Saved.')}</h1>
          <p class="lede">${msg('On this phone only.')}</p>
          <rv-storage-card hidden></rv-storage-card>
        </div>
        <div class="actions">
          <button type="button" class="primary" @click=${this.#leave}>${msg('Done')}</button>
          <a class="link" href=${entryPath(entryId)} @click=${this.#open}>${msg('Open the entry')}</a>
        </div>
      </div>
    `;
  }

  #problem(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const { what, safe, next } = journalFailureWords()[this.failure];
    return html`
      <rv-notice tone="bad" what=${what} safe=${safe} next=${next}>
        <button type="button" class="quiet less" @click=${this.#save}>${msg('Try again')}</button>
        ${this.unkept ? html`<button type="button" class="link" @click=${this.#abandon}>${msg('Close without saving')}</button>` : nothing}
      </rv-notice>
    `;
  }

  readonly #change = (report: Partial<Report>): void => {
    this.#session!.answer(report);
    this.report = this.#session!.report;
  };

  readonly #save = async (): Promise<void> => {
    if (this.saving || !this.#session) return;
    this.saving = true;
    this.failure = null;
    try {
      this.entryId = await this.#session.keep();
      await this.updateComplete;
      this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed').code;
    } finally {
      this.saving = false;
    }
  };

  readonly #leave = async (): Promise<void> => {
    if (this.closing || !this.#session) return;
    this.closing = true;
    this.unkept = !(await this.#session.leave());
    this.closing = false;
    if (!this.unkept) return navigate(this, '/', { replace: true });
    await this.updateComplete;
    this.renderRoot.querySelector('rv-notice')?.scrollIntoView({ block: 'center' });
  };

  /** Nor is what its draft had before kept: Today would offer it again. */
  readonly #abandon = async (): Promise<void> => {
    const soFar = this.#session?.soFar;
    this.#session?.end();
    if (soFar) await this.services?.drafts.discard(soFar).catch((error) => log.warn('the draft stays', error));
    navigate(this, '/', { replace: true });
  };

  readonly #open = (event: MouseEvent): void => {
    event.preventDefault();
    if (this.entryId) navigate(this, entryPath(this.entryId), { replace: true });
  };

  static override styles = [
    sharedStyles,
    stepStyles,
    css`
      :host {
        display: flex;
        min-height: calc(100dvh - var(--tabs-height, 0px));
      }
      .sliders {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      h2 {
        margin-top: var(--s3);
      }
      .more {
        align-self: flex-start;
        margin-inline-start: calc(-1 * var(--s2));
      }
      rv-scene {
        height: clamp(120px, 28dvh, 240px);
        margin-inline: calc(-1 * var(--edge-space));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-check-in': CheckIn;
  }
}
