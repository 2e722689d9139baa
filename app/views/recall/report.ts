import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Memory } from '../../domain/memory/memory';
import type { Report } from '../../domain/report/report';
import { formatCount } from '../../words/numbers';
import '../../elements/fields/feeling-picker';
import type { FeelingsChange } from '../../elements/fields/feeling-picker';
import '../../elements/fields/scale-picker';
import { affectFields } from '../../elements/fields/affect-fields';
import { LONGEST_NOTE, noteLeft } from '../../elements/fields/note-left';
import type { ScaleChange } from '../../elements/fields/scale-picker';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { reportQuestions } from '../../recall/interview/interview';
import { type Services, servicesContext } from '../../services/types';
import { aboutMemory, afterFields, occasionFields } from '../interview/after-fields';
import { answerStyles } from '../interview/answer-styles';
import { moreFeelings, tagFields } from '../report/more-report';
import { NOTHING_LATELY, usedLately } from '../report/used-lately';
import { FromJournal } from '../shared/from-journal';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

const PAGES = ['affect', 'feelings', 'words'] as const;

/**
 * The person's own account, in three short pages; every answer may stay open, and every change is kept at once, as is the page. What
 * few people will tell of a memory is folded on the last.
 */
@customElement('rv-step-report')
export class StepReport extends StepView {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #lately = new FromJournal(this, () => this.services.journal, usedLately);
  /** Whether the interview left it open. From then on it is asked here, also while it is answered. */
  #asksOccasion: boolean | null = null;

  protected override willUpdate(): void {
    this.#asksOccasion ??= this.snapshot.memory.specificity === null;
  }

  /** Which of `PAGES` it is; one that this version does not know is the first. */
  get #page(): number {
    return Math.max(0, (PAGES as readonly (string | null)[]).indexOf(this.snapshot.page));
  }

  protected override get phase(): string {
    return `report-${PAGES[this.#page]}`;
  }

  override render() {
    const page = this.#page;
    const last = page === PAGES.length - 1;
    const withCamera = this.snapshot.camera !== 'without';
    return html`
      <div class="step">
        <div class="spread bar">
          ${
            page === 0
              ? html`<p class="small">${msg('Skip anything that doesn’t apply.')}</p>`
              : html`<button type="button" class="link" @click=${() => this.#go(page - 1)}>${msg('Back')}</button>`
          }
          <p class="small count">${msg(str`${formatCount(page + 1)} of ${formatCount(PAGES.length)}`)}</p>
        </div>
        ${[this.#affect, this.#feelings, this.#words][page]!()}
        <div class="actions">
          ${
            last
              ? html`<button type="button" class="primary" @click=${() => this.session.finishReport()}>
                  ${withCamera ? msg('See them side by side') : msg('Review')}
                </button>`
              : html`<button type="button" class="primary" @click=${() => this.#go(page + 1)}>${msg('Continue')}</button>`
          }
        </div>
      </div>
    `;
  }

  readonly #affect = (): TemplateResult => html`
    <h1 class="h1">${msg('Your turn.')}</h1>
    <div class="sliders">
      ${affectFields(this, this.services.settings.now.affect, this.snapshot.report, (report) => this.#draft(report))}
    </div>
  `;

  readonly #feelings = (): TemplateResult => {
    const { text, hint } = reportQuestions().feelings;
    return html`
      <h1 class="h1">${text}</h1>
      <p class="lede">${hint}</p>
      <rv-feeling-picker
        label=${text}
        .feelings=${this.snapshot.report.feelings}
        @rv-change=${({ detail: { feelings } }: FeelingsChange) => this.#draft({ feelings })}
      ></rv-feeling-picker>
      ${moreFeelings(this.snapshot.report, this.#lately.value ?? NOTHING_LATELY, (report) => this.#draft(report))}
    `;
  };

  readonly #words = (): TemplateResult => {
    const { vividness, note } = reportQuestions();
    return html`
      <h1 class="h1">${vividness.text}</h1>
      <rv-scale-picker
        bare
        label=${vividness.text}
        low=${msg('barely')}
        high=${msg('as if you were there')}
        .value=${this.snapshot.memory.vividness}
        @rv-change=${({ detail: { value } }: ScaleChange) => this.session.draft({ memory: { vividness: value } })}
      ></rv-scale-picker>
      <label class="field">
        <span class="question">${note.text}</span>
        <textarea maxlength=${LONGEST_NOTE} rows="4" aria-describedby="note-hint" .value=${this.snapshot.report.note} @input=${this.#note}></textarea>
      </label>
      ${noteLeft(this.snapshot.report.note)}
      <p class="small" id="note-hint">${note.hint}</p>
      <details>
        <summary>${aboutMemory()}</summary>
        <div class="more">${this.#more()}</div>
      </details>
      <details>
        <summary>${msg('People, places, activities')}</summary>
        ${tagFields(this.snapshot.report, this.#lately.value ?? NOTHING_LATELY, (report) => this.#draft(report))}
      </details>
    `;
  };

  #more(): TemplateResult {
    const { memory } = this.snapshot;
    const answer = (change: Partial<Memory>): void => this.session.draft({ memory: change });
    return html`${afterFields(memory, answer)} ${this.#asksOccasion ? occasionFields(memory, answer) : nothing}`;
  }

  readonly #note = (event: InputEvent): void => this.#draft({ note: (event.target as HTMLTextAreaElement).value });

  #draft(report: Partial<Report>): void {
    this.session.draft({ report });
  }

  #go(page: number): void {
    this.session.draft({ page: PAGES[page]! });
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    answerStyles,
    foldStyles,
    css`
      .sliders {
        display: flex;
        flex-direction: column;
        gap: var(--s5);
        margin-top: var(--s3);
      }
      .more {
        display: flex;
        flex-direction: column;
        gap: var(--s5);
        padding-block: var(--s2) var(--s4);
      }
      .question {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .field {
        margin-top: var(--s4);
      }
      .small {
        margin-top: calc(-1 * var(--s2));
      }
      .count {
        flex: none;
      }
      .bar .small {
        margin-top: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-report': StepReport;
  }
}
