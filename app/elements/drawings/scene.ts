import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { nextTask, whenIdle } from '../../base/idle';
import { cssVars } from '../base/css-vars';
import { type Bird, composeScene, type Glint, type Ridge, SCENE, type Scene } from './landscape';

/** How long a drawing stands still before it begins to breathe, in milliseconds. */
const STILL_MS = 2_500;

/**
 * The drawing on Today: an ember sun over a quiet horizon, made anew from `seed` (the day and the cue). It breathes
 * slowly, and stands still for those who asked for less motion. Pure decoration, hidden from screen readers.
 *
 * `seed`: the same text gives the same place. `--scene-fade`: how much of each side dissolves, 0% where it runs off the
 * screen. It fills the height it is given.
 */
@customElement('rv-scene')
export class RvScene extends LitElement {
  @property() seed = '';
  #composed: { seed: string; scene: Scene } | null = null;

  /** A new screen has other things to do than to move. */
  protected override firstUpdated(): void {
    void whenIdle(STILL_MS).then(() => this.toggleAttribute('moving', true));
  }

  /** Words come first: what is said around the drawing does not wait for it. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    super.scheduleUpdate();
  }

  protected override render() {
    const { sun, ridges, glints, birds } = this.#scene();
    return html`
      ${layer(
        'glow',
        svg`<radialGradient id="glow">
            <stop class="warm" offset="0" stop-opacity="0.5"></stop>
            <stop class="warm" offset="0.2" stop-opacity="0.35"></stop>
            <stop class="warm" offset="0.42" stop-opacity="0.18"></stop>
            <stop class="warm" offset="0.7" stop-opacity="0.05"></stop>
            <stop class="clear" offset="1"></stop>
          </radialGradient>
          <ellipse cx=${sun.x} cy=${sun.y + 8} rx="210" ry="132" fill="url(#glow)"></ellipse>`,
      )}
      ${layer(
        'sun',
        svg`<linearGradient id="disc" x1="0" y1="0" x2="0" y2="1">
            <stop class="disc-top" offset="0.1"></stop>
            <stop class="disc-foot" offset="1"></stop>
          </linearGradient>
          <circle cx=${sun.x} cy=${sun.y} r=${sun.r} fill="url(#disc)"></circle>`,
      )}
      ${birds.length > 0 ? layer('flock', svg`${birds.map(bird)}`) : nothing}
      ${ridges.map((ridge, index) => land(ridge, index, ridges.length))}
      ${glints.length > 0 ? layer('glints', svg`${glints.map(glint)}`) : nothing}
    `;
  }

  #scene(): Scene {
    if (this.#composed?.seed !== this.seed) this.#composed = { seed: this.seed, scene: composeScene(this.seed) };
    return this.#composed.scene;
  }

  static override styles = css`
    :host {
      --fade: var(--scene-fade, 18%);
      display: block;
      position: relative;
      min-height: 0;
      overflow: hidden;
      mask-image:
        linear-gradient(
          90deg,
          transparent,
          rgb(0 0 0 / 14%) calc(var(--fade) * 0.25),
          rgb(0 0 0 / 60%) calc(var(--fade) * 0.6),
          #000 var(--fade),
          #000 calc(100% - var(--fade)),
          rgb(0 0 0 / 60%) calc(100% - var(--fade) * 0.6),
          rgb(0 0 0 / 14%) calc(100% - var(--fade) * 0.25),
          transparent
        ),
        linear-gradient(180deg, transparent, #000 min(14%, 36px), #000 62%, rgb(0 0 0 / 50%) 82%, transparent 99%);
      mask-composite: intersect;
    }
    /* Wider than its place by more than the land drifts, so that no edge of it comes into view. */
    svg {
      position: absolute;
      inset-block: 0;
      inset-inline: -8px;
      width: calc(100% + 16px);
      height: 100%;
    }
    .warm {
      stop-color: var(--ember);
    }
    .clear {
      stop-color: var(--ember);
      stop-opacity: 0;
    }
    .disc-top {
      stop-color: var(--sun-high);
    }
    .disc-foot {
      stop-color: var(--sun-low);
    }
    .near-edge {
      stop-color: var(--land);
    }
    .near-foot {
      stop-color: var(--paper);
    }
    .crest {
      fill: none;
      stroke: color-mix(in oklab, var(--land) 60%, var(--ink-3));
      stroke-width: 0.9;
      opacity: var(--crest);
      vector-effect: non-scaling-stroke;
    }
    .glint {
      stroke: var(--ember);
      stroke-width: 1.5;
      stroke-linecap: round;
      opacity: var(--strength);
    }
    .bird {
      fill: none;
      stroke: var(--ink-2);
      stroke-width: 1.1;
      stroke-linecap: round;
      stroke-linejoin: round;
      opacity: 0.7;
    }
    @media (prefers-reduced-motion: no-preference) {
      svg {
        will-change: transform, opacity;
      }
      .glow {
        animation: breathe 11s ease-in-out infinite alternate paused;
      }
      .land {
        animation: drift var(--pace) ease-in-out infinite alternate paused;
      }
      .glints {
        animation: shimmer 7s ease-in-out infinite alternate paused;
      }
      .flock {
        animation: pass 38s ease-in-out infinite alternate paused;
      }
      :host([moving]) svg {
        animation-play-state: running;
      }
    }
    @keyframes breathe {
      from {
        opacity: 0.82;
        transform: scale(0.96);
      }
      to {
        opacity: 1;
        transform: scale(1.05);
      }
    }
    @keyframes drift {
      from {
        transform: translateX(-7px);
      }
      to {
        transform: translateX(7px);
      }
    }
    @keyframes shimmer {
      to {
        opacity: 0.55;
        transform: translateX(3px);
      }
    }
    @keyframes pass {
      to {
        transform: translate(14px, -5px);
      }
    }
  `;
}

/** A drawing of its own over the others: only whole layers move, which costs the page nothing while they do. */
const layer = (name: string, drawing: unknown, look: Parameters<typeof cssVars>[0] = {}): TemplateResult =>
  html`<svg
    class=${name}
    viewBox="0 -12 ${SCENE.width} ${SCENE.height}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
    ${cssVars(look)}
  >
    ${drawing}
  </svg>`;

/** Land takes the sun's colour far away and the paper's near by, as haze does. */
function land({ line, area }: Ridge, index: number, count: number): TemplateResult {
  const near = count === 1 ? 1 : index / (count - 1);
  const tint = Math.round(40 - near * 26);
  const hue = `color-mix(in oklab, var(--ember) ${Math.round(92 - near * 38)}%, var(--dusk))`;
  const look = {
    '--land': `color-mix(in oklab, ${hue} ${tint}%, var(--paper))`,
    '--crest': 0.35 + near * 0.45,
    '--pace': `${34 - near * 12}s`,
  };
  const drawing = svg`<linearGradient id="land-${index}" x1="0" y1="0" x2="0" y2="1">
      <stop class="near-edge" offset="0"></stop>
      <stop class="near-foot" offset="0.92"></stop>
    </linearGradient>
    <path d=${area} fill="url(#land-${index})"></path>
    <path class="crest" d=${line}></path>`;
  return layer('land', drawing, look);
}

const glint = ({ x, y, width, strength }: Glint) =>
  svg`<line class="glint" x1=${x} x2=${x + width} y1=${y} y2=${y} ${cssVars({ '--strength': strength })}></line>`;

const bird = ({ x, y, span }: Bird) =>
  svg`<path class="bird" d="M${x - span} ${y - span * 0.35}Q${x - span * 0.35} ${y - span * 0.55} ${x} ${y}Q${x + span * 0.35} ${y - span * 0.55} ${x + span} ${y - span * 0.35}"></path>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-scene': RvScene;
  }
}
