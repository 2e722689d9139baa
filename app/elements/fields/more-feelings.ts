import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ALL_FEELINGS, FEELINGS_BY_QUARTER, type NamedFeeling, QUARTERS } from '../../domain/report/feelings';
import type { Feeling } from '../../domain/report/report';
import { feelingMeanings, quarterWord } from '../../words/report/feeling-meanings';
import { feelingWord } from '../../words/report/feeling-words';
import '../../words/report/more-feeling-words';
import { WordsElement } from '../base/words-element';
import { foldStyles } from '../styles/fold-styles';
import { sharedStyles } from '../styles/shared-styles';

/** How long a finger rests on a feeling until its meaning is shown, in milliseconds: as platforms do. */
export const LONG_PRESS_MS = 500;

const FIRST_INTENSITY = 3;

/**
 * Sixty feelings by quarter, folded because a short list is enough for most, and words of one's own that were used lately. What a feeling means shows when a finger rests on it, a
 * pointer is over it, or the keyboard has come to it. A press that showed a meaning chooses nothing.
 *
 * @fires rv-change with the feelings, as the feeling picker
 */
@customElement('rv-more-feelings')
export class MoreFeelings extends WordsElement {
  @property({ attribute: false }) feelings: readonly Feeling[] = [];
  /** Names that were chosen lately, the latest first. */
  @property({ attribute: false }) lately: readonly string[] = [];
  @state() private open = false;
  /** The feeling whose meaning is shown. */
  @state() private shown: NamedFeeling | null = null;
  /** In the language of the last drawing: making them takes longer than all else. */
  #meanings = feelingMeanings();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasLong = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    this.#meanings = feelingMeanings();
    return html`<details @toggle=${this.#onToggle}>
      <summary>${msg('More feelings')}</summary>
      ${this.open ? html`<div class="all">${this.#all()}</div>` : nothing}
    </details>`;
  }

  readonly #onToggle = ({ target }: Event): void => {
    this.open = (target as HTMLDetailsElement).open;
  };

  #all(): TemplateResult {
    const own = this.lately.filter((name) => !(ALL_FEELINGS as readonly string[]).includes(name));
    return html`
      <p class="meaning" role="status">
        ${this.shown ? html`<b>${feelingWord(this.shown)}</b> ${this.#meanings[this.shown]}` : msg('Press and hold a word to see what it means.')}
      </p>
      ${own.length === 0 ? nothing : this.#group(msg('Your own words'), own)}
      ${QUARTERS.map((quarter) => this.#group(quarterWord(quarter), FEELINGS_BY_QUARTER[quarter]))}
    `;
  }

  #group(heading: string, names: readonly string[]): TemplateResult {
    return html`<fieldset>
      <legend>${heading}</legend>
      <div class="chips">${names.map((name) => this.#chip(name))}</div>
    </fieldset>`;
  }

  #chip(name: string): TemplateResult {
    const meaning = this.#meanings[name as NamedFeeling];
    const show = () => this.#show(name);
    return html`<button
      type="button"
      class="chip"
      title=${meaning ?? nothing}
      aria-pressed=${this.feelings.some((feeling) => feeling.name === name)}
      @pointerdown=${() => this.#press(name)}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @pointerleave=${this.#release}
      @contextmenu=${(event: Event) => this.#wasLong && event.preventDefault()}
      @focus=${({ target }: Event) => (target as Element).matches(':focus-visible') && show()}
      @mouseenter=${show}
      @click=${() => this.#toggle(name)}
    >
      ${feelingWord(name)}
    </button>`;
  }

  #show(name: string): void {
    this.shown = name in this.#meanings ? (name as NamedFeeling) : null;
  }

  #press(name: string): void {
    this.#wasLong = false;
    this.#release();
    this.#timer = setTimeout(() => {
      this.#wasLong = true;
      this.#show(name);
    }, LONG_PRESS_MS);
  }

  readonly #release = (): void => clearTimeout(this.#timer);

  #toggle(name: string): void {
    if (this.#wasLong) {
      this.#wasLong = false;
      return;
    }
    const without = this.feelings.filter((feeling) => feeling.name !== name);
    const isNew = without.length === this.feelings.length;
    const feelings = isNew ? [...without, { name, intensity: FIRST_INTENSITY }] : without;
    this.feelings = feelings;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { feelings }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    foldStyles,
    css`
      .all {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      .meaning {
        position: sticky;
        top: 0;
        z-index: 1;
        min-height: 3.6em;
        padding-block: var(--s2);
        background: var(--paper);
        color: var(--ink-2);
      }
      .meaning b {
        color: var(--ink);
      }
      legend {
        margin-block-end: var(--s2);
        font-size: var(--t-1);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .chip {
        user-select: none;
        -webkit-touch-callout: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-more-feelings': MoreFeelings;
  }
}
