import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/blocks/dialog';
import type { RvDialog } from '../../elements/blocks/dialog';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWordsReady } from '../../recall/cues/cue-words';
import { type Services, servicesContext } from '../../services/types';
import type { RecallSession, SessionSnapshot, Step } from '../../session/machine/snapshot';
import { journalFailureScreen } from '../shared/journal-notice';
import { navigate } from '../shared/navigate';
import { WhenFetched } from '../shared/when-fetched';
import './baseline';
import './consent';
import './discarded';
import './failure';
import './prepare';
import type { StartEvent } from './step-view';

/** Steps in which time passes: a question on top of them stops it, and a failure takes their place. */
const TIMED: ReadonlySet<Step> = new Set(['baseline', 'talking', 'recall', 'rest']);
/** Steps in which the person can stop the clock themselves. */
const PAUSED: ReadonlySet<Step> = new Set(['baseline', 'talking', 'recall']);
/** These bring their own way out, or have nothing left to erase. */
const WITHOUT_BAR: ReadonlySet<Step> = new Set(['consent', 'recall', 'saved', 'discarded']);
/** The recall is over in these: nothing is stopped any more. */
const TOLD: ReadonlySet<Step> = new Set(['report', 'review']);
/** The screens in timed.ts, beside that of a pause. */
const DURING: ReadonlySet<Step> = new Set(['talking', 'recall', 'rest']);
/** The screens in telling.ts. */
const TELLING: ReadonlySet<Step> = new Set(['report', 'review', 'saved']);

/** Screens that are not waited for: they are shown later, or at once where a draft is gone on with. Each step tries again. */
class Later {
  readonly fetching: WhenFetched;
  isThere = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly screens: () => Promise<unknown>,
  ) {
    this.fetching = new WhenFetched(host);
  }

  fetch(): void {
    if (this.isThere || this.fetching.waiting) return;
    this.fetching.do(this.screens, () => {
      this.isThere = true;
    });
  }
}

/** One guided recall: shows the step the session is in, and asks once before anything is erased. */
@customElement('rv-recall')
export class Recall extends WordsElement {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @state() private snapshot: SessionSnapshot | null = null;
  @query('rv-dialog') private dialog!: RvDialog;

  readonly #beginning = new WhenFetched(this);
  /** The screen of *choose* with the words of the questions, those of the recall itself, and those of telling: each comes while the person prepares. */
  readonly #choose = new Later(this, () => Promise.all([import('./choose'), cueWordsReady()]));
  readonly #timed = new Later(this, () => import('./timed'));
  readonly #telling = new Later(this, () => import('./telling'));
  #session: RecallSession | null = null;
  #unsubscribe: (() => void) | null = null;
  #pausedByDialog = false;
  #leaving = false;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { services } = this;
    if (!services || this.#session || this.#beginning.waiting || this.#beginning.failure) return;
    // Opened by a shortcut, or after a recall that has ended: a new one begins.
    this.#beginning.do(
      () => services.recalls(),
      (recalls) => this.#follow(recalls.underWay ?? recalls.start(null)),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#session) this.#follow(this.#session);
    else this.requestUpdate();
  }

  /** Whoever walks away must not be watched further; what was gathered waits where it can, in its draft as well. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    const step = this.snapshot?.step;
    if (step === 'prepare' || step === 'baseline' || step === 'talking') this.#session?.leave();
    else {
      if (step && TIMED.has(step)) this.#session?.pause();
      void this.#session?.settle();
    }
  }

  override render() {
    const { snapshot } = this;
    if (!snapshot) return this.#notThere(this.#beginning);
    const isTold = TOLD.has(snapshot.step);
    return html`
      ${WITHOUT_BAR.has(snapshot.step) ? nothing : this.#bar(snapshot)}
      <div class="screen" @rv-withdraw=${this.#ask} @rv-start=${this.#startAnother}>${this.#screen(snapshot)}</div>
      <rv-dialog
        heading=${isTold ? msg('Delete this recall?') : msg('Stop and delete this recall?')}
        confirm=${isTold ? msg('Delete it') : msg('Stop and delete')}
        dismiss=${isTold ? msg('Keep it') : msg('Continue')}
        dangerous
        @rv-confirm=${this.#withdraw}
        @rv-dismiss=${this.#goOn}
      >
        <p>${msg('Everything it has collected will be deleted for good. Your other entries stay as they are.')}</p>
      </rv-dialog>
    `;
  }

  /** While it is on its way there is nothing to show. */
  #notThere({ failure, again }: WhenFetched): TemplateResult | typeof nothing {
    if (!failure) return nothing;
    return journalFailureScreen(
      failure,
      html`<button class="primary less" @click=${again}>${msg('Try again')}</button>`,
    );
  }

  #bar({ step }: SessionSnapshot): TemplateResult {
    return html`
      <header class="spread">
        <p class="eyebrow">${stepName(step)}</p>
        ${step === 'review' ? nothing : this.#wayOut(step)}
      </header>
    `;
  }

  /** Until there is something of the person's own, there is nothing to ask about and nothing to delete. */
  #wayOut(step: Step): TemplateResult {
    if (this.#session!.soFar === null)
      return html`<button type="button" class="link" @click=${this.#cancel}>${msg('Cancel')}</button>`;
    const word = TOLD.has(step) ? msg('Delete') : msg('Stop and delete');
    return html`<button type="button" class="link" @click=${this.#ask}>${word}</button>`;
  }

  #screen(snapshot: SessionSnapshot): TemplateResult {
    const { failure, step } = snapshot;
    const inline = !(TIMED.has(step) || step === 'prepare');
    const panel = html`<rv-session-failure ?inline=${inline} .session=${this.#session!} .snapshot=${snapshot}></rv-session-failure>`;
    if (failure && !inline) return panel;
    // The review says itself what could not be kept, and the last screen what could not be erased, beside a button to try again.
    return html`${failure && step !== 'review' && step !== 'discarded' ? panel : nothing}${this.#step(snapshot)}`;
  }

  #step(snapshot: SessionSnapshot): TemplateResult | typeof nothing {
    const session = this.#session!;
    const later = this.#laterOf(snapshot);
    if (later && !later.isThere) return this.#notThere(later.fetching);
    if (PAUSED.has(snapshot.step) && snapshot.paused && !snapshot.stopping)
      return html`<rv-session-paused .session=${session} .snapshot=${snapshot}></rv-session-paused>`;
    switch (snapshot.step) {
      case 'consent':
        return html`<rv-step-consent .session=${session} .snapshot=${snapshot}></rv-step-consent>`;
      case 'prepare':
        return html`<rv-step-prepare .session=${session} .snapshot=${snapshot}></rv-step-prepare>`;
      case 'baseline':
        return html`<rv-step-baseline .session=${session} .snapshot=${snapshot}></rv-step-baseline>`;
      case 'talking':
        return html`<rv-step-talking .session=${session} .snapshot=${snapshot}></rv-step-talking>`;
      case 'choose':
        return html`<rv-step-choose .session=${session} .snapshot=${snapshot}></rv-step-choose>`;
      case 'recall':
        return html`<rv-step-recall .session=${session} .snapshot=${snapshot}></rv-step-recall>`;
      case 'rest':
        return html`<rv-step-rest .session=${session} .snapshot=${snapshot}></rv-step-rest>`;
      case 'report':
        return html`<rv-step-report .session=${session} .snapshot=${snapshot}></rv-step-report>`;
      case 'review':
        return html`<rv-step-review .session=${session} .snapshot=${snapshot}></rv-step-review>`;
      case 'saved':
        return html`<rv-step-saved .session=${session} .snapshot=${snapshot}></rv-step-saved>`;
      case 'discarded':
        return html`<rv-step-discarded .session=${session} .snapshot=${snapshot}></rv-step-discarded>`;
    }
  }

  /** What a screen comes with that isn’t there from the start. */
  #laterOf({ step, paused }: SessionSnapshot): Later | null {
    if (step === 'choose') return this.#choose;
    if (TELLING.has(step)) return this.#telling;
    return DURING.has(step) || paused ? this.#timed : null;
  }

  #follow(session: RecallSession): void {
    this.#unsubscribe?.();
    this.#session = session;
    this.#unsubscribe = session.subscribe((snapshot) => this.#show(snapshot));
    this.#show(session.snapshot, null);
  }

  #show(snapshot: SessionSnapshot, before = this.snapshot): void {
    if (this.#leaving) return;
    const declined = before?.step === 'consent' && snapshot.step === 'discarded';
    this.snapshot = snapshot;
    const { step, camera } = snapshot;
    if (hasBegun(snapshot) && (step !== before?.step || camera !== before.camera)) {
      this.#choose.fetch();
      this.#timed.fetch();
      this.#telling.fetch();
    }
    if (declined) this.#goHome();
  }

  /** "Not now" and "Cancel" gathered nothing: there is nothing to confirm, and no screen should stand in the way. */
  #goHome(): void {
    this.#leaving = true;
    navigate(this, '/', { replace: true });
  }

  readonly #cancel = (): void => {
    this.#goHome();
    this.#session!.leave();
  };

  readonly #startAnother = ({ detail: { cue } }: StartEvent): void => {
    const { services } = this;
    if (!services) return;
    this.#beginning.do(
      () => services.recalls(),
      (recalls) => this.#follow(recalls.start(cue)),
    );
  };

  readonly #ask = (): void => {
    const { step, paused } = this.snapshot!;
    if (TIMED.has(step) && !paused) {
      this.#pausedByDialog = true;
      this.#session!.pause();
    }
    void this.dialog.show();
  };

  readonly #goOn = (): void => {
    if (this.#pausedByDialog) this.#session!.resume();
    this.#pausedByDialog = false;
  };

  readonly #withdraw = (): void => {
    this.#pausedByDialog = false;
    void this.#session!.withdraw();
  };

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: calc(100dvh - var(--tabs-height, 0px));
      }
      header {
        width: 100%;
        max-width: 31rem;
        min-height: 52px;
        margin-inline: auto;
        padding-block-start: env(safe-area-inset-top);
        padding-inline: var(--edge-space) calc(var(--edge-space) - var(--s2));
      }
      header .link {
        font-size: var(--t-1);
      }
      .screen {
        display: flex;
        flex-direction: column;
        flex: 1;
      }
    `,
  ];
}

/** Whether the person has done more than look: the camera was asked for, or a draft is gone on with. */
const hasBegun = ({ step, camera }: SessionSnapshot): boolean =>
  step !== 'consent' && step !== 'discarded' && !(step === 'prepare' && camera === 'asking');

function stepName(step: Step): string {
  switch (step) {
    case 'prepare':
      return msg('Prepare');
    case 'baseline':
      return msg('A still moment');
    case 'talking':
      return msg('A few words');
    case 'choose':
      return msg('Choose');
    case 'rest':
      return msg('Rest');
    case 'report':
      return msg('In your words');
    case 'review':
      return msg('Review');
    default:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-recall': Recall;
  }
}
