import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { FEELINGS, type Feeling } from '../../domain/report/report';
import { lowerCase } from '../../words/letters';
import { plural } from '../../words/plural';
import { feelingWord, intensityWord } from '../../words/report/feeling-words';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** Fired whenever the choice or a strength changes. */
export type FeelingsChange = CustomEvent<{ readonly feelings: readonly Feeling[] }>;

const FIRST_INTENSITY = 3;
const INTENSITIES = [1, 2, 3, 4, 5] as const;
const LONGEST_WORD = 24;

/**
 * Feelings as chips; each chosen one can be made weaker or stronger, 1..5. Words of one's own stand beside the offered ones.
 *
 * @fires rv-change {FeelingsChange}
 */
@customElement('rv-feeling-picker')
export class FeelingPicker extends WordsElement {
  @property({ attribute: false }) feelings: readonly Feeling[] = [];
  @property() label = '';

  @query('#own') private own!: HTMLInputElement;

  override render() {
    return html`
      <div role="group" aria-label=${this.label}>
        <div class="chips">${this.#offered().map((name) => this.#chip(name))}</div>
        ${
          this.feelings.length === 0
            ? nothing
            : html`<ul class="chosen">${this.feelings.map((feeling) => this.#strength(feeling))}</ul>`
        }
        <form class="own" @submit=${this.#addOwn}>
          <label class="visually-hidden" for="own">${msg('A word of your own')}</label>
          <input id="own" type="text" maxlength=${LONGEST_WORD} placeholder=${msg('A word of your own')} autocapitalize="none" autocomplete="off" enterkeyhint="done" />
          <button type="submit" class="quiet less">${msg('Add')}</button>
        </form>
      </div>
    `;
  }

  /** The ordinary words, and then the person's own, so that they can be unchosen like the others. */
  #offered(): readonly string[] {
    return [...new Set<string>([...FEELINGS, ...this.feelings.map(({ name }) => name)])];
  }

  #chip(name: string) {
    const chosen = this.feelings.some((feeling) => feeling.name === name);
    return html`
      <button type="button" class="chip" aria-pressed=${chosen} @click=${() => this.#toggle(name)}>${feelingWord(name)}</button>
    `;
  }

  #strength({ name, intensity }: Feeling) {
    const label = feelingWord(name);
    const words = intensityWord(intensity);
    return html`
      <li>
        <span class="word">${label} <small aria-hidden="true">${words}</small></span>
        <span class="stepper" role="group" aria-label=${msg(str`How strong: ${label}`)}>
          <button type="button" class="icon" aria-label=${msg(str`${label}: weaker`)} aria-disabled=${intensity === 1} @click=${() => this.#step(name, -1)}>
            ${sign(false)}
          </button>
          <span class="dots" aria-hidden="true">
            ${INTENSITIES.map((step) => html`<i class=${step <= intensity ? 'on' : ''}></i>`)}
          </span>
          <span class="visually-hidden" role="status">${plural(msg('{label}: {intensity} of {most}, {words}'), { label, intensity, most: INTENSITIES.length, words })}</span>
          <button type="button" class="icon" aria-label=${msg(str`${label}: stronger`)} aria-disabled=${intensity === 5} @click=${() => this.#step(name, 1)}>
            ${sign(true)}
          </button>
        </span>
      </li>
    `;
  }

  #toggle(name: string): void {
    const without = this.feelings.filter((feeling) => feeling.name !== name);
    if (without.length < this.feelings.length) this.#answer(without);
    else this.#choose(name);
  }

  #choose(name: string): void {
    this.#answer([...this.feelings, { name, intensity: FIRST_INTENSITY }]);
    // How strong it was can be said: that comes into view by as much as it was out of it.
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('.chosen li:last-child')!.scrollIntoView({ block: 'nearest' });
    });
  }

  #step(name: string, by: number): void {
    const inRange = (intensity: number): boolean => intensity >= 1 && intensity <= INTENSITIES.length;
    this.#answer(
      this.feelings.map((feeling) =>
        feeling.name === name && inRange(feeling.intensity + by)
          ? { name, intensity: feeling.intensity + by }
          : feeling,
      ),
    );
  }

  readonly #addOwn = (event: Event): void => {
    event.preventDefault();
    const word = lowerCase(this.own.value.trim());
    const name = FEELINGS.find((offered) => feelingWord(offered) === word) ?? word;
    this.own.value = '';
    if (name === '') this.own.focus();
    if (name === '' || this.feelings.some((feeling) => feeling.name === name)) return;
    this.#choose(name);
  };

  #answer(feelings: readonly Feeling[]): void {
    this.feelings = feelings;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { feelings }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .chosen {
        margin: var(--s4) 0 0;
      }
      .chosen li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2);
        min-height: 52px;
        border-top: 1px solid var(--line);
        /* Clear of the bar at the foot of the screen. */
        scroll-margin-block-end: 7rem;
      }
      .word {
        min-width: 0;
        overflow-wrap: anywhere;
        font: 500 var(--t1) / 1.2 var(--serif);
      }
      .word small {
        display: block;
        color: var(--ink-2);
        font: 400 var(--t-1) / 1.4 var(--sans);
      }
      .stepper {
        position: relative;
        display: flex;
        align-items: center;
        flex: none;
        margin-inline-end: calc(-1 * var(--s2));
      }
      .dots {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 5px;
        width: 84px;
      }
      .dots i {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        border: 1.5px solid var(--edge);
      }
      .dots i.on {
        border-color: var(--ember);
        background: var(--ember);
      }
      .icon[aria-disabled='true'] {
        opacity: 0.35;
        background: none;
      }
      .icon svg {
        width: 20px;
        height: 20px;
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
      }
      .own {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin-top: var(--s4);
      }
      .own input {
        padding-block: var(--s2);
        flex: 1 1 15rem;
        min-width: 0;
      }
    `,
  ];
}

const sign = (plus: boolean) =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${plus ? 'M4 10h12M10 4v12' : 'M4 10h12'} /></svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-feeling-picker': FeelingPicker;
  }
}
