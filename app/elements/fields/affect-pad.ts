import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PAD, padRating } from '../../domain/report/pad';
import { arousalScale, arousalWord, valenceScale, valenceWord } from '../../words/report/rating-words';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** Where the mark is, each 1..9: unpleasant to pleasant, calm to stirred up. */
export interface PadMark {
  readonly valence: number;
  readonly arousal: number;
}

/** Fired when a place is marked, and when the mark is taken back. */
export type PadChange = CustomEvent<{ readonly mark: PadMark | null }>;

const [LOW, HIGH] = PAD.bounds;
const MIDDLE = (LOW + HIGH) / 2;
const STEPS = Array.from({ length: HIGH - LOW + 1 }, (_, at) => LOW + at);

/**
 * Both sides of a feeling in one mark, on nine by nine places: the idea of the affect grid (Russell, Weiss & Mendelsohn 1989, J Pers Soc
 * Psychol 57:493), in a drawing and words of our own. No place is marked until the person marks one. With a keyboard the arrows move about, and
 * Enter or Space marks.
 *
 * @fires rv-change {PadChange}
 */
@customElement('rv-affect-pad')
export class AffectPad extends WordsElement {
  @property() label = '';
  /** Null while nothing is marked. */
  @property({ attribute: false }) mark: PadMark | null = null;
  /** The place that the Tab key leads to. */
  @state() private at: PadMark = { valence: MIDDLE, arousal: MIDDLE };

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('mark') && this.mark) this.at = this.mark;
  }

  protected override render(): TemplateResult {
    const { mark } = this;
    return html`
      <div class="row spread">
        <p class="label" id="label">${this.label}</p>
        ${mark ? html`<button type="button" class="link" @click=${this.#clear} aria-label=${msg(str`Clear: ${this.label}`)}>${msg('Clear')}</button>` : nothing}
      </div>
      <p class=${mark ? 'words set' : 'words'} aria-hidden="true">${mark ? placeWords(mark) : msg('not set')}</p>
      <p class="end" aria-hidden="true">${arousalScale().high}</p>
      <div class="pad" role="grid" aria-labelledby="label" @click=${this.#onClick} @keydown=${this.#onKey}>
        ${STEPS.toReversed().map((arousal) => html`<div role="row">${STEPS.map((valence) => this.#place({ valence, arousal }))}</div>`)}
      </div>
      <p class="end" aria-hidden="true">${arousalScale().low}</p>
      <div class="ends" aria-hidden="true"><span>${valenceScale().low}</span><span>${valenceScale().high}</span></div>
    `;
  }

  #place(place: PadMark): TemplateResult {
    const { valence, arousal } = place;
    const isMarked = isSame(this.mark, place);
    return html`<span
      role="gridcell"
      class=${valence === MIDDLE || arousal === MIDDLE ? 'axis' : ''}
      style="--strength:${Math.max(Math.abs(valence - MIDDLE), Math.abs(arousal - MIDDLE))}"
      data-valence=${valence}
      data-arousal=${arousal}
      tabindex=${isSame(this.at, place) ? 0 : -1}
      aria-selected=${isMarked}
      aria-label=${placeWords(place)}
    ></span>`;
  }

  readonly #onClick = ({ target }: Event): void => {
    const place = placeOf(target);
    if (place) this.#answer(place);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.key === 'Enter' || event.key === ' ') this.#answer(place);
    else {
      const next = moved(place, event.key, getComputedStyle(this).direction === 'rtl');
      if (!next) return;
      void this.#goTo(next);
    }
    event.preventDefault();
  };

  async #goTo(place: PadMark): Promise<void> {
    this.at = place;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  readonly #clear = (): void => {
    this.#answer(null);
    void this.#goTo(this.at);
  };

  #answer(mark: PadMark | null): void {
    if (isSame(this.mark, mark)) return;
    this.mark = mark;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { mark }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      .spread {
        min-height: 44px;
      }
      .label {
        flex: 1 1 9em;
        font: 500 var(--t1) / 1.25 var(--serif);
      }
      .link {
        margin-inline-end: calc(-1 * var(--s2));
        font-size: var(--t-1);
      }
      .words,
      .end,
      .ends {
        color: var(--ink-2);
        font-size: var(--t-1);
        line-height: 1.3;
      }
      .words {
        margin-block-end: var(--s2);
      }
      .words.set {
        color: var(--ember);
        font-weight: 600;
      }
      .end {
        padding-block: var(--s1);
        text-align: center;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        margin-block-start: calc(-1.3em - var(--s1));
      }
      .pad {
        width: min(100%, 24rem);
        margin-inline: auto;
        padding: var(--s2);
        border-radius: var(--r);
        background: radial-gradient(closest-side, var(--card), var(--sunk));
      }
      [role='row'] {
        display: grid;
        grid-template-columns: repeat(9, 1fr);
      }
      [role='gridcell'] {
        display: grid;
        place-items: center;
        aspect-ratio: 1;
        border-radius: 50%;
        cursor: pointer;
        touch-action: manipulation;
      }
      [role='gridcell']::before {
        content: '';
        width: calc(4px + 1px * var(--strength));
        aspect-ratio: 1;
        border-radius: 50%;
        background: var(--edge);
        opacity: 0.55;
      }
      .axis::before {
        opacity: 0.95;
      }
      [role='gridcell']:hover::before {
        background: var(--ember);
        opacity: 1;
      }
      [aria-selected='true']::before {
        width: 78%;
        background: var(--ember);
        box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
        opacity: 1;
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

const isSame = (one: PadMark | null, other: PadMark | null): boolean =>
  one?.valence === other?.valence && one?.arousal === other?.arousal;

function placeOf(target: EventTarget | null): PadMark | null {
  const { valence, arousal } = (target as HTMLElement).dataset;
  return valence && arousal ? { valence: Number(valence), arousal: Number(arousal) } : null;
}

/** The place that a key leads to, which may be the same at an edge; null for a key that leads nowhere. */
function moved({ valence, arousal }: PadMark, key: string, isRtl: boolean): PadMark | null {
  const forward = isRtl ? -1 : 1;
  const steps: Readonly<Record<string, PadMark>> = {
    ArrowLeft: { valence: valence - forward, arousal },
    ArrowRight: { valence: valence + forward, arousal },
    ArrowUp: { valence, arousal: arousal + 1 },
    ArrowDown: { valence, arousal: arousal - 1 },
    Home: { valence: LOW, arousal },
    End: { valence: HIGH, arousal },
    PageUp: { valence, arousal: HIGH },
    PageDown: { valence, arousal: LOW },
  };
  const next = steps[key];
  return next ? { valence: within(next.valence), arousal: within(next.arousal) } : null;
}

const within = (step: number): number => Math.min(HIGH, Math.max(LOW, step));

/** What a place means: what stands above the pad and what a screen reader says. */
const placeWords = ({ valence, arousal }: PadMark): string =>
  msg(str`${valenceWord(padRating(valence).value)}, ${arousalWord(padRating(arousal).value)}`);

declare global {
  interface HTMLElementTagNameMap {
    'rv-affect-pad': AffectPad;
  }
}
