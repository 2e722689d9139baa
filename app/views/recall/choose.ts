import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Cue } from '../../domain/memory/memory';
import { dayOf, momentAt } from '../../domain/moment/moment';
import { plural } from '../../words/plural';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { foldStyles } from '../../elements/styles/fold-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords } from '../../recall/cues/cue-words';
import { ownMemoryWords } from '../../recall/cues/own-memory-words';
import { chooseQuestions } from '../../recall/interview/interview';
import {
  type InterviewPage,
  type InterviewQuestion,
  openQuestions,
  pageAfter,
  pageBefore,
  pageNamed,
} from '../../recall/interview/open-questions';
import { type Services, servicesContext } from '../../services/types';
import { answerStyles } from '../interview/answer-styles';
import { type Asked, answersTo, clearing, isAnswered, type Said } from '../interview/question';
import { saidSoFar, saidSoFarStyles } from '../interview/said-so-far';
import { NOTHING_LATELY, usedLately } from '../report/used-lately';
import { FromJournal } from '../shared/from-journal';
import { journalNotice } from '../shared/journal-notice';
import '../shared/own-question';
import type { QuestionWritten } from '../shared/own-question';
import './cue-actions';
import type { AskChange } from './cue-actions';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/**
 * The memory is named, camera off. A title is enough; whoever wants to say more is asked one question at a time, and one tap answers
 * and leads on. All of it is the session's: the page as well, so that a killed tab goes on with the same question.
 */
@customElement('rv-step-choose')
export class StepChoose extends StepView {
  @consume({ context: servicesContext, subscribe: true })
  @property({ attribute: false })
  services?: Services;

  /** A question of one's own is being written. */
  @state() private writing = false;
  @state() private failure: JournalFailure | null = null;
  #arrived: InterviewPage | null = null;
  readonly #lately = new FromJournal(this, () => this.services!.journal, usedLately);

  protected override get phase(): string {
    return this.writing ? 'choose-writing' : `choose-${this.#page}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const page = this.#page;
    if (page === this.#arrived) return;
    // The first page is there at once, because it is where the person comes.
    if (this.#arrived !== null) arrive(this.renderRoot.querySelector('.turned'));
    this.#arrived = page;
  }

  get #page(): InterviewPage {
    const { page, memory } = this.snapshot;
    return pageNamed(page, memory);
  }

  override render() {
    if (this.writing) return html`<div class="step">${this.#ownQuestion()}</div>`;
    const page = this.#page;
    return html`<div class="step">
      ${page === 'title' ? this.#naming() : [this.#bar(page), this.#turned(page)]}
    </div>`;
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
    const named = this.snapshot.memory.title.trim() !== '';
    return html`
      <p class="camera-off"><rv-icon name="no-camera"></rv-icon>${msg('The camera is off while you choose.')}</p>
      <h1 class="h1">${words.question}</h1>
      <p class="lede">${words.invitation}</p>
      <rv-cue-actions .cue=${cue} @rv-ask=${this.#onAsk} @rv-write=${this.#startWriting}></rv-cue-actions>
      <form class="naming" id="naming" @submit=${this.#submit}>
        <label class="field">
          <span class="name">${title.text}</span>
          <input type="text" class="title" maxlength="80" autocomplete="off" enterkeyhint="done" aria-describedby="hint" .value=${this.snapshot.memory.title} @input=${this.#name} />
        </label>
        <p class="small" id="hint">${title.hint}</p>
      </form>
      <rv-scene seed=${cue?.id ?? 'own'}></rv-scene>
      <div class="actions">
        ${this.#begin()}
        ${
          named
            ? html`<button type="button" class="link" @click=${() => this.#turn(pageAfter('title', this.snapshot.memory))}>${msg('Add a few details first')}</button>`
            : html`<p class="small center">${msg('Take your time. All it needs is a name.')}</p>`
        }
      </div>
    `;
  }

  /** The way back, and how far it is. */
  #bar(page: InterviewPage): TemplateResult {
    const { memory } = this.snapshot;
    const questions = openQuestions(memory);
    const number = (questions as readonly InterviewPage[]).indexOf(page) + 1;
    return html`<div class="bar spread">
        <button type="button" class="link" @click=${() => this.#turn(pageBefore(page, memory))}>
          <rv-icon name="back"></rv-icon>${msg('Back')}
        </button>
        ${
          number === 0
            ? nothing
            : html`<p class="small" id="count">${plural(msg('{number} of {all}, all optional'), { number, all: questions.length })}</p>`
        }
      </div>
      <progress aria-hidden="true" max=${questions.length} .value=${number || questions.length}></progress>`;
  }

  #turned(page: Exclude<InterviewPage, 'title'>): TemplateResult {
    return html`<div class="turned">
        <p class="told">${msg(str`“${this.snapshot.memory.title}”`)}</p>
        ${page === 'ready' ? this.#ready() : this.#question(page)}
      </div>
      <div class="actions">${page === 'ready' ? this.#begin() : this.#onwards(page)}</div>`;
  }

  #question(question: InterviewQuestion): TemplateResult {
    const { text, hint } = chooseQuestions()[question];
    const { memory, report } = this.snapshot;
    const asked: Asked = { memory, report, lately: this.#lately.value ?? NOTHING_LATELY, today: this.#today };
    const cleared = isAnswered(question, asked) ? clearing(question, memory) : null;
    return html`
      <h1 class="h1" id="question" aria-describedby="count">${text}</h1>
      ${hint && question !== 'selfRelevance' ? html`<p class="lede">${hint}</p>` : nothing}
      ${answersTo(question, asked, (said, isDone) => this.#say(question, said, isDone))}
      ${
        cleared
          ? html`<button type="button" class="link clear" @click=${() => this.#say(question, { memory: cleared }, false)}>${msg('Clear')}</button>`
          : nothing
      }
    `;
  }

  /** The last look at what was said, before the camera comes on. */
  #ready(): TemplateResult {
    const { memory, report } = this.snapshot;
    return html`
      <h1 class="h1">${msg('Ready when you are.')}</h1>
      ${saidSoFar(memory, report, (question) => this.#turn(question))}
    `;
  }

  #onwards(question: InterviewQuestion): TemplateResult {
    return html`<div class="onwards">
      <button type="button" class="link" @click=${() => this.#turn('ready')}>${msg('That’s enough')}</button>
      <button type="button" class="quiet" @click=${() => this.#turn(pageAfter(question, this.snapshot.memory))}>
        ${isAnswered(question, this.snapshot) ? msg('Next question') : msg('Skip')}
      </button>
    </div>`;
  }

  #begin(): TemplateResult {
    const named = this.snapshot.memory.title.trim() !== '';
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
  }

  /** Its page is said too, so that a killed tab goes on with it. */
  readonly #name = (event: InputEvent): void =>
    this.session.draft({ memory: { title: (event.target as HTMLInputElement).value }, page: 'title' });

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#start();
  };

  readonly #start = (): void => {
    const { memory } = this.snapshot;
    if (memory.title.trim() === '') return;
    this.session.choose({ ...memory, title: memory.title.trim() });
  };

  /** An answer that leaves nothing to say to its question leads on by itself. */
  #say(question: InterviewQuestion, said: Said, isDone: boolean): void {
    const memory = { ...this.snapshot.memory, ...said.memory };
    this.session.draft({ ...said, page: isDone ? pageAfter(question, memory) : question });
  }

  #turn(page: InterviewPage): void {
    // It may be answered by what stands in the field.
    this.renderRoot.querySelector('rv-tag-picker')?.addWritten();
    this.session.draft({ page });
  }

  get #today(): string {
    const { clock } = this.services!;
    return dayOf(momentAt(clock.epochMs(), clock.zone()));
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    answerStyles,
    foldStyles,
    saidSoFarStyles,
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
      .bar .link {
        text-decoration: none;
      }
      progress {
        appearance: none;
        width: 100%;
        height: 2px;
        margin-block-start: calc(-1 * var(--s3));
        border: 0;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--ember);
      }
      progress::-moz-progress-bar {
        background: var(--ember);
      }
      .turned {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      .onwards {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
      }
      .onwards .quiet {
        flex: 1 1 8rem;
      }
      /* On its side a phone has room for the question and its answers alone. */
      @media (max-height: 30em) {
        .turned .told,
        .turned .lede {
          display: none;
        }
      }
      .clear {
        align-self: flex-start;
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];
}

/** A page that is turned to comes up from a little below, unless the person wants less motion. */
function arrive(page: Element | null): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  page?.animate([{ opacity: 0, transform: 'translateY(10px)' }, {}], {
    duration: 320,
    easing: 'cubic-bezier(0.2, 0.6, 0.2, 1)',
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-choose': StepChoose;
  }
}
