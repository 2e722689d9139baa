import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import type { Misread } from '../../domain/face/misread';
import { phaseLengthMs } from '../../domain/face/phase-rows';
import { isBlank } from '../../domain/report/report';
import { faceSentence } from '../../words/face/face-words';
import { failureWords } from '../../words/failure/failure-words';
import '../../elements/marks/agree-scale';
import '../../elements/blocks/notice';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import '../../elements/blocks/trace-sentence';
import { faceMotion } from '../reading/face-motion';
import { ownFeelings, ownNote, ownWordsStyles } from '../report/own-words';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

type KeepOptions = Parameters<StepView['session']['keep']>[0];

/**
 * What the person said and what the face showed, side by side; the course of the face is folded, for those who want to know. Then it
 * is theirs to keep, correct or delete.
 */
@customElement('rv-step-review')
export class StepReview extends StepView {
  /** The person set the face aside: it is kept but never counted. */
  @state() private disputed = false;
  /** The course of the face is shown. */
  @state() private open = false;
  /** Movements that the person set aside, one by one. */
  @state() private misread: readonly Misread[] = [];
  #lastOptions: KeepOptions | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.get('snapshot')?.failure === null && this.snapshot.failure) {
      this.renderRoot.querySelector('rv-notice')?.scrollIntoView({ block: 'center' });
    }
  }

  override render() {
    const { face, memory, report } = this.snapshot;
    const seen = face?.summary ? faceSentence(face) : null;
    return html`
      <div class="step">
        <div class="row spread">
          <p class="eyebrow">${seen ? memory.title : nothing}</p>
          <button type="button" class="link words" @click=${() => this.session.back()}>${msg('Edit my answers')}</button>
        </div>
        <h1 class=${this.disputed ? 'h1 aside' : 'h1'}>${seen ?? memory.title}</h1>
        ${this.disputed ? html`<p class="set-aside" role="status">${msg('Marked as misread. It stays with the entry but isn’t counted.')}</p>` : nothing}
        ${this.#together()}
        ${
          seen
            ? html`<rv-trace-sentence .outcome=${face} .you=${this.disputed ? null : (report.valence?.value ?? null)}></rv-trace-sentence>`
            : html`<p class="lede">${this.#whyUnseen()}</p>`
        }
        ${this.#grounds()} ${this.#course()} ${this.#unkept()} ${this.#problem()} ${this.#choices()}
      </div>
    `;
  }

  /** The two on one scale, and under it what the person said. */
  #together(): TemplateResult | typeof nothing {
    const { face, report } = this.snapshot;
    const summary = this.disputed ? null : (face?.summary ?? null);
    if (isBlank(report) && !summary) return nothing;
    return html`
      <section class="card stack">
        ${
          summary || report.valence
            ? html`<rv-agree-scale
                ?alone=${!face?.summary}
                .you=${report.valence?.value ?? null}
                .face=${summary?.facialValence ?? null}
                .halfWidth=${summary?.facialValenceHalfWidth ?? null}
              ></rv-agree-scale>`
            : nothing
        }
        ${ownNote(report.note)} ${ownFeelings(report)}
      </section>
    `;
  }

  /** What the reading rests on, and what earlier ratings make of it. Nobody waits for it, so it is fetched with the review. */
  #grounds(): TemplateResult | typeof nothing {
    const { face, trace, mode } = this.snapshot;
    if (!face?.summary || this.disputed) return nothing;
    const shown = { summary: face.summary, misread: this.misread, mode };
    import('../reading/reading-parts').catch((error: unknown) => log.warn('what it rests on is not told', error));
    return html`<rv-rests-on .face=${face} .trace=${trace} .misread=${this.misread}></rv-rests-on>
      <rv-learnt-reading .shown=${shown}></rv-learnt-reading>`;
  }

  /** The person lets their face be read, but nothing of it be kept. */
  #unkept(): TemplateResult | typeof nothing {
    const { keepsReadings, face, trace } = this.snapshot;
    if (keepsReadings || !(face?.summary || trace)) return nothing;
    return html`<p class="set-aside">${msg('You see this once: only your words are saved, as you chose.')}</p>`;
  }

  /** A camera that was meant to be off needs no word; what could not be read does. */
  #whyUnseen(): string | typeof nothing {
    const { face, report } = this.snapshot;
    if (face && !face.summary && face.reason !== 'no-camera') return faceSentence(face);
    return isBlank(report) ? msg('So far it only has a name. You can still say how it felt.') : nothing;
  }

  #course(): TemplateResult | typeof nothing {
    const { trace, face } = this.snapshot;
    if (!trace) return nothing;
    const durationMs = face?.summary?.recallMs ?? phaseLengthMs(trace.segments, 'recall');
    return html`
      <details @toggle=${this.#onCourse}>
        <summary>${msg('Your face, moment by moment')}</summary>
        ${
          this.open
            ? html`<div class="stack">
                <section class="card"><rv-trace-chart .trace=${trace} .durationMs=${durationMs}></rv-trace-chart></section>
                ${faceMotion(face, trace, { misread: this.misread, change: this.#correct })}
              </div>`
            : nothing
        }
      </details>
    `;
  }

  /** Chart.js is the largest part of the app: it is fetched when somebody wants to see it drawn, not before. */
  readonly #onCourse = ({ target }: Event): void => {
    this.open = (target as HTMLDetailsElement).open;
    if (!this.open) return;
    import('../../charts/trace/trace-chart').catch((error: unknown) =>
      log.warn('the chart could not be loaded', error),
    );
  };

  #problem(): TemplateResult | typeof nothing {
    if (!this.snapshot.failure) return nothing;
    const { what, safe, next } = failureWords(this.snapshot.failure);
    return html`
      <rv-notice tone="bad" what=${what} safe=${safe} next=${next}>
        <button type="button" class="quiet less" @click=${this.#retry}>${msg('Try again')}</button>
      </rv-notice>
    `;
  }

  #choices(): TemplateResult {
    const { saving, trace, face, keepsReadings } = this.snapshot;
    return html`
      <div class=${this.snapshot.failure ? 'actions flow' : 'actions'}>
        <button type="button" class="primary" aria-disabled=${saving} @click=${() => this.#keep(true)}>
          ${saving ? msg('Saving…') : msg('Save')}
        </button>
        <div class="spread others">
          ${
            face?.summary
              ? html`<button type="button" class="link" aria-pressed=${this.disputed} @click=${this.#dispute}>${msg('Mark as misread')}</button>`
              : nothing
          }
          ${trace && keepsReadings ? html`<button type="button" class="link" @click=${() => this.#keep(false)}>${msg('Save without the curve')}</button>` : nothing}
          <button type="button" class="link" @click=${this.withdraw}>${msg('Delete')}</button>
        </div>
      </div>
    `;
  }

  readonly #dispute = (): void => {
    this.disputed = !this.disputed;
  };

  readonly #correct = (misread: readonly Misread[]): void => {
    this.misread = misread;
  };

  readonly #retry = (): void => {
    if (this.#lastOptions) this.#keepWith(this.#lastOptions);
    else this.#keep(true);
  };

  #keep(trace: boolean): void {
    const misread = this.misread.length > 0 && { misread: this.misread };
    this.#keepWith({ trace: trace && this.snapshot.trace !== null, faceDisputed: this.disputed, ...misread });
  }

  #keepWith(options: KeepOptions): void {
    if (this.snapshot.saving) return;
    this.#lastOptions = options;
    void this.session.keep(options);
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    ownWordsStyles,
    foldStyles,
    css`
      .row > .eyebrow {
        flex: 1 1 8em;
      }
      h1.aside {
        text-decoration: line-through;
        text-decoration-thickness: 1.5px;
        text-decoration-color: var(--ink-3);
        color: var(--ink-2);
      }
      .set-aside {
        padding-inline-start: var(--s3);
        border-inline-start: 3px solid var(--ember);
        line-height: 1.45;
      }
      .link[aria-pressed='true'] {
        color: var(--ember);
        font-weight: 600;
      }
      /* Below what went wrong, not over it. */
      .actions.flow {
        position: static;
        padding-top: 0;
      }
      .words {
        flex: none;
        margin-inline-end: calc(-1 * var(--s2));
        font-size: var(--t-1);
      }
      .others {
        flex-wrap: wrap;
        gap: 0;
        margin-inline: calc(-1 * var(--s2));
      }
      .others:not(:has(:nth-child(2))) {
        justify-content: center;
      }
      .others .link {
        padding-inline: var(--s2);
        font-size: 0.875rem;
        text-align: center;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-review': StepReview;
  }
}
