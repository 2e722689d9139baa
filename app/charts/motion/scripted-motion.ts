import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { drawnFace } from './drawn-face';
import { motionStyles } from './motion-styles';
import { SCRIPT_MS, SCRIPTED_REST, scriptedFace } from './scripted-face';

/** How often the face is drawn again where less motion is asked for, in milliseconds. */
const CALM_STEP_MS = 1_000;

/** The drawn face of nobody, moved by a script as soon as it is there. A screen reader is told by what stands around it. */
@customElement('rv-scripted-motion')
export class RvScriptedMotion extends WordsElement {
  @state() private atMs = 0;
  #frame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.play();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  /** From the beginning, once. */
  play(): void {
    cancelAnimationFrame(this.#frame);
    const stepMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP_MS : 0;
    const startedAt = performance.now();
    this.atMs = 0;
    const draw = (): void => {
      const nowMs = performance.now() - startedAt;
      if (nowMs - this.atMs >= stepMs) this.atMs = Math.min(nowMs, SCRIPT_MS);
      if (nowMs < SCRIPT_MS) this.#frame = requestAnimationFrame(draw);
    };
    this.#frame = requestAnimationFrame(draw);
  }

  override render() {
    return html`${drawnFace(scriptedFace(this.atMs), SCRIPTED_REST, true)}`;
  }

  static override styles = [
    motionStyles,
    css`
      .face {
        width: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-scripted-motion': RvScriptedMotion;
  }
}
