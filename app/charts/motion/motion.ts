import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { UnitEvent } from '../../domain/face/action-unit';
import type { FaceStates } from '../../domain/face/face-states';
import type { Misread, SeenState } from '../../domain/face/misread';
import type { MixedExpression } from '../../domain/face/mixed-expression';
import { type Movement, mainMovements, movementsOf } from '../../domain/face/movement';
import { countedMixed, countedStates, isMisread, type Seen, seenStates } from '../../domain/face/seen';
import type { Trace } from '../../domain/face/trace';
import { WordsElement } from '../../elements/base/words-element';
import { mixedSentence } from '../../words/face/mixed-words';
import { movementSentence, secondsAt } from '../../words/face/movement-words';
import { momentWords } from '../../words/face/seen-words';
import { stateSentence } from '../../words/face/state-words';
import { corrections } from './corrections';
import { drawnFace } from './drawn-face';
import { drawnLanes } from './drawn-lanes';
import { type LaneBar, lanesOf } from './lanes';
import { MotionRows } from './motion-rows';
import { motionStyles } from './motion-styles';

/** How far an arrow key moves, in milliseconds. */
const STEP_MS = 200;
/** How often the face is drawn again while it plays and less motion is asked for, in milliseconds. */
const CALM_STEP_MS = 1000;
/** A movement is played from this long before it begins. */
const LEAD_MS = 500;

/** By content: an entry that is read again has the same units, and the person is still looking at one of them. */
const differs = (now: unknown, before: unknown): boolean => JSON.stringify(now) !== JSON.stringify(before);

/**
 * How the face moved over a recall: a sentence, a lane for each movement with its stretches, and a drawn face that moves as the measures
 * did. There is no picture to show, because none was kept.
 */
@customElement('rv-motion')
export class RvMotion extends WordsElement {
  /** Null where the curve was not saved: then there are only the lanes. */
  @property({ attribute: false }) trace: Trace | null = null;
  /** Null where they could not be told. */
  @property({ attribute: false, hasChanged: differs }) units: readonly UnitEvent[] | null = null;
  /** Two expressions at once; empty where there were none, or it could not be told. */
  @property({ attribute: false }) mixed: readonly MixedExpression[] = [];
  /** Null in entries from before they were told. */
  @property({ attribute: false, hasChanged: differs }) states: FaceStates | null = null;
  /** Length of the recall in milliseconds. */
  @property({ attribute: false }) durationMs = 0;

  /** What the person marked as misread: shown as that, and left out of the sentence. */
  @property({ attribute: false }) misread: readonly Misread[] = [];

  @state() private atMs = 0;
  @state() private playing = false;

  #rows: MotionRows | null = null;
  #movements: readonly Movement[] = [];
  #states: readonly SeenState[] = [];
  #frame = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('trace')) {
      this.#rows = this.trace?.measures ? new MotionRows(this.trace) : null;
      if (this.#rows?.isEmpty) this.#rows = null;
    }
    if (changed.has('units')) {
      this.#movements = movementsOf(this.units ?? []);
      // The first thing to see is the face at what stood out most.
      this.atMs = mainMovements(this.#movements, 1)[0]?.apexMs ?? 0;
    }
    if (changed.has('states')) this.#states = this.states ? seenStates(this.states) : [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    return html`
      <p class="told">${this.#told()}</p>
      <p class="also">${mixedSentence(countedMixed(this.mixed, this.misread))}</p>
      <p class="also slow">${this.states ? stateSentence(countedStates(this.states, this.misread)) : ''}</p>
      ${this.#rows ? html`<div class="body">${this.#replay(this.#rows)} ${this.#lanes()}</div>` : this.#lanes()}
      ${this.#rows || this.#seen().length === 0 ? nothing : html`<div class="alone">${this.#moment()}</div>`}
    `;
  }

  #told(): string {
    if (!this.units) {
      return msg('What moved can’t be told for this recall: there was no time at rest to compare it with.');
    }
    const counted = this.#movements.filter((movement) => !isMisread(movement, this.misread));
    return counted.length === 0 && this.#movements.length > 0
      ? msg('Nothing that was read here is right, you said. It’s all left out.')
      : movementSentence(counted);
  }

  #replay(rows: MotionRows): TemplateResult {
    const face = rows.at(this.atMs);
    const words = this.#momentWords();
    return html`<div class="replay">
        ${drawnFace(face ?? { measures: rows.rest, roll: 0 }, rows.rest, face !== null)}
      <div class="controls">
        <button type="button" class="play" @click=${this.#toggle}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            ${this.playing ? svg`<path d="M8 5.5v13M16 5.5v13" />` : svg`<path class="full" d="M8 5.2v13.6L19 12Z" />`}
          </svg>
          <span class="visually-hidden">${this.playing ? msg('Pause') : msg('Play')}</span>
        </button>
        <input
          type="range"
          min="0"
          max=${Math.ceil(this.durationMs)}
          step=${STEP_MS}
          .value=${String(Math.round(this.atMs))}
          aria-label=${msg('Moment of the recall')}
          aria-valuetext=${words}
          @input=${this.#scrub}
        />
      </div>
      </div>
      <div class="now">${this.#moment()}</div>
      <p class="small how">${msg('Drawn from a few measured distances, and a little exaggerated. No picture of you was kept.')}</p>`;
  }

  #momentWords(): string {
    const readable = !this.#rows || this.#rows.at(this.atMs) !== null;
    return momentWords(this.atMs, readable, this.#going());
  }

  /** The moment that is shown, and what was read in it. */
  #moment(): TemplateResult {
    const going = this.playing ? [] : this.#going();
    return html`<p class="moment" aria-hidden="true">
        ${going.length > 0 ? secondsAt(this.atMs) : this.#momentWords()}
      </p>
      ${corrections(going, { all: this.#seen(), misread: this.misread, correct: this.#correct })}`;
  }

  readonly #correct = (misread: readonly Misread[]): void => {
    this.dispatchEvent(new CustomEvent('rv-misread', { detail: misread, bubbles: true, composed: true }));
  };

  #lanes(): TemplateResult | typeof nothing {
    return drawnLanes(lanesOf(this.#movements, this.misread, this.#states), {
      durationMs: this.durationMs,
      atMs: this.atMs,
      unreadable: this.#rows?.unreadable(this.durationMs) ?? [],
      show: (stretches) => this.#show(stretches),
    });
  }

  /** Eyes that are closed for long are a movement already, if they were read as one. */
  #seen(): readonly Seen[] {
    const areClosed = this.#movements.some(({ name }) => name === 'eyes-closed');
    return [...this.#movements, ...this.#states.filter(({ state }) => !(areClosed && state === 'eyes-closed'))];
  }

  /** What was seen at the moment that is shown. */
  #going(): readonly Seen[] {
    return this.#seen().filter(({ onsetMs, offsetMs }) => onsetMs <= this.atMs && this.atMs <= offsetMs);
  }

  readonly #scrub = (event: Event): void => {
    this.#stop();
    this.atMs = Number((event.target as HTMLInputElement).value);
  };

  /** Plays the next of these stretches, after the last the first again; without a face to move, goes to where it was strongest. */
  #show(stretches: readonly LaneBar[]): void {
    if (!this.#rows) {
      const moments = stretches.map(({ apexMs, onsetMs }) => apexMs ?? onsetMs);
      this.atMs = moments.find((moment) => moment > this.atMs) ?? moments[0] ?? this.atMs;
      return;
    }
    const next = stretches.find(({ onsetMs }) => onsetMs - LEAD_MS > this.atMs) ?? stretches[0];
    if (!next) return;
    this.#stop();
    this.atMs = Math.max(0, next.onsetMs - LEAD_MS);
    this.#play();
  }

  readonly #toggle = (): void => {
    if (this.playing) this.#stop();
    else this.#play();
  };

  #play(): void {
    if (this.atMs >= this.durationMs) this.atMs = 0;
    this.playing = true;
    const stepMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP_MS : 0;
    const [startMs, startedAt] = [this.atMs, performance.now()];
    const draw = (): void => {
      const nowMs = startMs + performance.now() - startedAt;
      if (nowMs - this.atMs >= stepMs) this.atMs = Math.min(nowMs, this.durationMs);
      if (nowMs >= this.durationMs) this.#stop();
      else this.#frame = requestAnimationFrame(draw);
    };
    this.#frame = requestAnimationFrame(draw);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
  }

  static override styles = motionStyles;
}

declare global {
  interface HTMLElementEventMap {
    /** All that the person holds to be misread, now that they marked or unmarked something. */
    'rv-misread': CustomEvent<readonly Misread[]>;
  }
  interface HTMLElementTagNameMap {
    'rv-motion': RvMotion;
  }
}
