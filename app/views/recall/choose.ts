import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Cue, Memory } from '../../domain/memory/memory';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords } from '../../recall/cues/cue-words';
import { ownMemoryWords } from '../../recall/cues/own-memory-words';
import { chooseQuestions, specificityOf } from '../../recall/interview/interview';
import { type Services, servicesContext } from '../../services/types';
import { journalNotice } from '../shared/journal-notice';
import '../shared/own-question';
import type { QuestionWritten } from '../shared/own-question';
import { type ChooseAnswers, type ChooseQuestion, chooseQuestion, openQuestions } from './choose-questions';
import './cue-actions';
import type { AskChange } from './cue-actions';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** The memory is named, camera off. A title is enough; whoever wants to say more is asked one question at a time. */
@customElement('rv-step-choose')
export class StepChoose extends StepView {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  @state() private answers: ChooseAnswers | null = null;
  /** Index into the questions that are open for these answers; -1 while the title is asked. */
  @state() private asked = -1;
  /** A question of one's own is being written. */
  @state() private writing = false;
  @state() private failure: JournalFailure | null = null;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.answers ??= { memory: this.snapshot.memory, oneOccasion: null, withinADay: null };
  }

  protected override get phase(): string {
    return this.writing ? 'choose-writing' : `choose-${this.#question ?? 'title'}`;
  }

  get #questions(): readonly ChooseQuestion[] {
    return openQuestions(this.answers!);
  }

  get #question(): ChooseQuestion | null {
    return this.#questions[this.asked] ?? null;
  }

  override render() {
    if (this.writing) return html`<div class="step">${this.#ownQuestion()}</div>`;
    return html`<div class="step">${this.#question ? this.#more(this.#question) : this.#naming()}</div>`;
  }

  #ownQuestion(): TemplateResult {
    return html`
      <h1 class="h1">${msg('Ask yourself something.')}</h1>
      <p class="lede">${msg('It’s saved with your questions, and it will come up again. Nobody else sees it.')}</p>
      ${this.failure ? journalNotice(this.failure) : nothing}
      <rv-own-question confirm=${msg('Ask me this')} @rv-written=${this.#onWritten} @rv-dismiss=${this.#stopWriting}></rv-own-question>
    `;
  }

  #naming(): TemplateResult {
    const { cue } = this.snapshot;
    const words = cue ? cueWords(cue) : ownMemoryWords();
    const { title } = chooseQuestions();
    const named = this.answers!.memory.title.trim() !== '';
    return html`
      <p class="camera-off"><rv-icon name="no-camera"></rv-icon>${msg('The camera is off while you choose.')}</p>
      <h1 class="h1">${words.question}</h1>
      <p class="lede">${words.invitation}</p>
      <rv-cue-actions .cue=${cue} @rv-ask=${this.#onAsk} @rv-write=${this.#startWriting}></rv-cue-actions>
      <form class="naming" id="naming" @submit=${this.#submit}>
        <label class="field">
          <span class="name">${title.text}</span>
          <input type="text" class="title" maxlength="80" autocomplete="off" enterkeyhint="done" aria-describedby="hint" .value=${this.answers!.memory.title} @input=${this.#name} />
        </label>
        <p class="small" id="hint">${title.hint}</p>
      </form>
      <rv-scene seed=${cue?.id ?? 'own'}></rv-scene>
      <div class="actions">
        ${this.#begin()}
        ${
          named
            ? html`<button type="button" class="link" @click=${() => this.#go(0)}>${msg('Add a few details first')}</button>`
            : html`<p class="small center">${msg('Take your time. All it needs is a name.')}</p>`
        }
      </div>
    `;
  }

  #more(question: ChooseQuestion): TemplateResult {
    const last = this.asked === this.#questions.length - 1;
    return html`
      <div class="spread bar">
        <button type="button" class="link" @click=${() => this.#go(this.asked - 1)}>${msg('Back')}</button>
        <p class="small">${plural(msg('{number} of {all}, all optional'), { number: this.asked + 1, all: this.#questions.length })}</p>
      </div>
      <p class="told">${msg(str`“${this.answers!.memory.title}”`)}</p>
      ${chooseQuestion(question, this.answers!, this.#answer)}
      <div class="actions">
        ${last ? nothing : html`<button type="button" class="quiet" @click=${() => this.#go(this.asked + 1)}>${msg('Next question')}</button>`}
        ${this.#begin()}
      </div>
    `;
  }

  #begin(): TemplateResult {
    const named = this.answers!.memory.title.trim() !== '';
    const camera = this.snapshot.camera !== 'without';
    return html`
      <button type="button" class="primary" ?disabled=${!named} @click=${this.#start}>
        ${msg('Step into it')}<small>${camera ? msg('the camera will turn on') : msg('without the camera')}</small>
      </button>
    `;
  }

  readonly #onAsk = ({ detail: { cue } }: AskChange): void => this.#ask(cue);

  readonly #startWriting = (): void => {
    this.writing = true;
  };

  readonly #stopWriting = (): void => {
    this.writing = false;
  };

  readonly #onWritten = async ({ detail }: QuestionWritten): Promise<void> => {
    this.failure = null;
    try {
      this.#ask(await (await this.services!.cues()).write(detail));
      this.writing = false;
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
  };

  /** What was answered stays, but for what the new question changes. */
  #ask(cue: Cue | null): void {
    this.session.ask(cue);
    this.answers = { ...this.answers!, memory: this.session.snapshot.memory };
  }

  readonly #name = (event: InputEvent): void => this.#change({ title: (event.target as HTMLInputElement).value });

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#start();
  };

  readonly #start = (): void => {
    const { memory } = this.answers!;
    if (memory.title.trim() === '') return;
    this.session.choose({ ...memory, title: memory.title.trim() });
  };

  readonly #answer = (change: Partial<ChooseAnswers>): void => {
    const { oneOccasion, withinADay, memory } = { ...this.answers!, ...change };
    this.answers = { oneOccasion, withinADay, memory };
    this.#change({ ...memory, specificity: specificityOf(oneOccasion, withinADay) });
  };

  #change(memory: Partial<Memory>): void {
    this.answers = { ...this.answers!, memory: { ...this.answers!.memory, ...memory } };
    this.session.draft({ memory: this.answers.memory });
  }

  #go(asked: number): void {
    this.asked = asked;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    css`
      .camera-off {
        display: flex;
        align-items: center;
        gap: var(--s2);
        color: var(--ink-2);
        font-size: var(--t-1);
      }
      .naming {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        margin-top: var(--s3);
      }
      rv-scene {
        flex: 1 1 0;
        max-height: 260px;
        margin: 0 calc(-1 * var(--edge-space)) calc(-1 * var(--s5));
        opacity: 0.6;
      }
      /* Of so little room only a strip would be left. */
      @media (max-height: 45em) {
        rv-scene {
          display: none;
        }
      }
      .field > .name {
        font-weight: 600;
      }
      input.title {
        padding: var(--s2) 0;
        border: 0;
        border-bottom: 2px solid var(--edge);
        border-radius: 0;
        background: none;
        font: 500 var(--t2) / 1.3 var(--serif);
      }
      input.title:focus-visible {
        outline: none;
        border-color: var(--ember);
      }
      .told {
        color: var(--ink-2);
      }
      .center {
        min-height: 44px;
        display: grid;
        place-content: center;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin-top: var(--s2);
      }
      .chips .chip {
        min-height: 48px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-choose': StepChoose;
  }
}
