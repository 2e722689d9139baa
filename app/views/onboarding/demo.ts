import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SCRIPTED_VALENCE } from '../../charts/motion/scripted-face';
import '../../charts/motion/scripted-motion';
import type { RvScriptedMotion } from '../../charts/motion/scripted-motion';
import { sliderRating } from '../../domain/report/rating';
import '../../elements/drawings/countdown-sun';
import '../../elements/drawings/scene';
import '../../elements/fields/affect-slider';
import type { AffectChange } from '../../elements/fields/affect-slider';
import '../../elements/marks/agree-scale';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { formatCountdown } from '../../words/measures';
import { stepStyles } from '../recall/step-styles';
import { timedStyles } from '../recall/timed-styles';
import { Screen } from '../shared/screen';

/** How long the memory is stayed with, in milliseconds: long enough to be there, short enough to try. */
export const DEMO_MS = 10_000;

type Beat = 'ask' | 'remember' | 'say' | 'see';

/**
 * A recall in small, for those who want to know how it feels before they agree to anything: a real memory, ten seconds, one slider,
 * then a drawn face beside it. There is no camera in it, and nothing is kept.
 *
 * @fires rv-done - The person has seen it.
 */
@customElement('rv-demo')
export class RvDemo extends Screen {
  @property({ type: Number }) durationMs = DEMO_MS;
  @state() private beat: Beat = 'ask';
  @state() private elapsedMs = 0;
  @state() private raw: number | null = null;
  @query('rv-scripted-motion') private face!: RvScriptedMotion;
  #frame = 0;
  #shown: Beat | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  override render() {
    switch (this.beat) {
      case 'ask':
        return this.#ask();
      case 'remember':
        return this.#remember();
      case 'say':
        return this.#say();
      case 'see':
        return this.#see();
    }
  }

  #ask(): TemplateResult {
    return html`<div class="step">
      <p class="eyebrow bar">${msg('A try, without the camera')}</p>
      <h1 class="h1">${msg('Think of a meal you’d love to sit down to again.')}</h1>
      <p class="lede">${msg('Who was there? Stay with it for ten seconds. Nothing is read, nothing is kept.')}</p>
      <rv-scene seed="demo"></rv-scene>
      ${this.#next(msg('Go back there'), this.#go)}
    </div>`;
  }

  #remember(): TemplateResult {
    return html`<div class="step calm">
      <p class="time" role="timer" aria-live="off" aria-label=${msg('Time left')}>${formatCountdown(this.durationMs - this.elapsedMs)}</p>
      <div class="grow">
        <rv-countdown-sun .elapsedMs=${this.elapsedMs} .durationMs=${this.durationMs}></rv-countdown-sun>
        <h1 class="h2">${msg('Stay there a moment.')}</h1>
      </div>
      <div class="actions">
        <button type="button" class="link" @click=${() => this.#turnTo('say')}>${msg('Skip')}</button>
      </div>
    </div>`;
  }

  #say(): TemplateResult {
    return html`<div class="step">
      <h1 class="h1">${msg('Your turn.')}</h1>
      <rv-affect-slider
        scale="valence"
        .raw=${this.raw}
        @rv-change=${({ detail }: AffectChange) => {
          this.raw = detail.raw;
        }}
      ></rv-affect-slider>
      ${this.#next(msg('See them side by side'), () => this.#turnTo('see'))}
    </div>`;
  }

  #see(): TemplateResult {
    const you = this.raw === null ? null : sliderRating(this.raw).value;
    return html`<div class="step">
      <h1 class="h1">${msg('After three seconds, this face began to smile.')}</h1>
      <p class="lede">${msg('It’s only a drawing, but yours would look like this: lines from numbers, no picture.')}</p>
      <rv-scripted-motion></rv-scripted-motion>
      <section class="card">
        <rv-agree-scale .you=${you} .face=${SCRIPTED_VALENCE}></rv-agree-scale>
        ${you === null ? nothing : html`<p class="small">${msg('You’re the circle, the face is the diamond. Where they part, you’re the one who’s right.')}</p>`}
      </section>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.dispatchEvent(new CustomEvent('rv-done'))}>${msg('Continue')}</button>
        <button type="button" class="link" @click=${() => this.face.play()}>${msg('Play it again')}</button>
      </div>
    </div>`;
  }

  #next(words: string, go: () => void): TemplateResult {
    return html`<div class="actions">
      <button type="button" class="primary" @click=${go}>${words}</button>
      <button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-done'))}>${msg('I’ve seen enough')}</button>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#shown === this.beat) return;
    this.#shown = this.beat;
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  /** By frames, so that time stands still while the page is hidden. */
  readonly #go = (): void => {
    this.#turnTo('remember');
    let beforeMs = performance.now();
    const tick = (): void => {
      const nowMs = performance.now();
      // A page that comes back has had no frames meanwhile.
      this.elapsedMs += Math.min(nowMs - beforeMs, 1_000);
      beforeMs = nowMs;
      if (this.elapsedMs >= this.durationMs) this.#turnTo('say');
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  };

  #turnTo(beat: Beat): void {
    cancelAnimationFrame(this.#frame);
    this.beat = beat;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    timedStyles,
    css`
      .eyebrow.bar {
        display: flex;
        align-items: center;
        min-height: 44px;
      }
      .calm .time {
        min-height: 44px;
      }
      rv-scene {
        flex: 1 1 0;
        max-height: 300px;
        margin: auto calc(-1 * var(--edge-space));
      }
      rv-scripted-motion {
        width: min(210px, 50vw, 30dvh);
        margin-inline: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-demo': RvDemo;
  }
}
