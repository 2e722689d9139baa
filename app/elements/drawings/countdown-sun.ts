import { msg } from '@lit/localize';
import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';
import { plural } from '../../words/plural';
import { WordsElement } from '../base/words-element';

/** Remaining seconds at which a screen reader is told the time; everything between stays silent. */
const SPOKEN_SECONDS = [60, 30, 10] as const;

/**
 * Remaining time as a ring of light that closes around a slow sun. Shows no number: the screen around it may.
 * A person who cannot see it hears the time at a minute, half a minute and ten seconds, and nothing else.
 */
@customElement('rv-countdown-sun')
export class CountdownSun extends WordsElement {
  @property({ type: Number }) elapsedMs = 0;
  @property({ type: Number }) durationMs = 0;
  /** The ring stands still and the sun stops breathing. */
  @property({ type: Boolean, reflect: true }) paused = false;
  /** How much time is left isn’t told: no ring, and nothing for a screen reader. */
  @property({ type: Boolean, reflect: true }) timeless = false;
  /** A bare dot to rest the eyes on, without the sun's disc. */
  @property({ type: Boolean, reflect: true }) dot = false;

  override render() {
    const share = this.durationMs > 0 ? clamp(this.elapsedMs / this.durationMs, 0, 1) : 0;
    return html`
      <svg viewBox="0 0 300 300" aria-hidden="true">
        <circle class="track" cx="150" cy="150" r="120" />
        ${svg`<circle class="ring" cx="150" cy="150" r="120" pathLength="100" stroke-dasharray="100 100"
          stroke-dashoffset=${(100 * share).toFixed(2)} transform="rotate(-90 150 150)" />`}
        <circle class="halo" cx="150" cy="150" r="92" />
        <circle class="disc" cx="150" cy="150" r="74" />
        <circle class="core" cx="150" cy="150" r="6" />
      </svg>
      <p role="status">${this.#spokenTime()}</p>
    `;
  }

  /** What is said now; it changes, and so is announced, only when one of `SPOKEN_SECONDS` is passed. */
  #spokenTime(): string {
    if (this.timeless) return '';
    const remaining = (this.durationMs - this.elapsedMs) / 1000;
    const mark = SPOKEN_SECONDS.findLast((seconds) => remaining <= seconds && seconds * 1000 < this.durationMs);
    return mark === undefined
      ? ''
      : plural(msg('{mark, plural, one {One second left} other {{mark} seconds left}}'), { mark });
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    .track,
    .ring {
      fill: none;
      stroke: var(--line);
      stroke-width: 1.5;
    }
    .ring {
      stroke: var(--ember);
      stroke-width: 3;
      stroke-linecap: round;
      transition: stroke-dashoffset 0.3s linear;
    }
    .disc {
      fill: var(--ember-soft);
    }
    .halo {
      fill: var(--ember-soft);
      opacity: 0.45;
    }
    .core {
      fill: var(--ember);
    }
    :host([dot]) .disc,
    :host([timeless]) :is(.ring, .track) {
      display: none;
    }
    :host([dot]) .halo {
      opacity: 0.3;
    }
    .disc,
    .halo {
      transform-box: fill-box;
      transform-origin: center;
      /* Six breaths a minute (Lehrer & Gevirtz 2014, Front Psychol 5:756). Longer out than in is ours. */
      animation: breathe 10s ease-in-out infinite;
    }
    .halo {
      animation-delay: 0.4s;
    }
    :host([paused]) circle {
      animation-play-state: paused;
    }
    @keyframes breathe {
      0%,
      100% {
        transform: scale(0.94);
      }
      40%,
      45% {
        transform: scale(1.06);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .disc,
      .halo {
        animation: none;
      }
      .ring {
        transition: none;
      }
    }
    p {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: 0;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-countdown-sun': CountdownSun;
  }
}
