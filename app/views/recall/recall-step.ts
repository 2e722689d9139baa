import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { recallPrompt } from '../../recall/interview/interview';
import type { CameraState } from '../../session/machine/snapshot';
import { formatCountdown } from '../../words/measures';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import './support';
import { timedStyles } from './timed-styles';

/**
 * The recall itself: a slow sun, the time that is left, and two ways out. Nothing on it reacts to the face, because seeing
 * oneself read changes what the face does.
 */
@customElement('rv-step-recall')
export class StepRecall extends StepView {
  /** The person stopped time: a pause that no failure explains. */
  get #supporting(): boolean {
    return this.snapshot.paused && this.snapshot.failure === null;
  }

  protected override get phase(): string {
    return this.#supporting ? 'recall-support' : 'recall';
  }

  override render() {
    if (this.#supporting) {
      return html`<rv-session-support .session=${this.session} .snapshot=${this.snapshot}></rv-session-support>`;
    }
    const { elapsedMs, durationMs, paused, memory, camera } = this.snapshot;
    const prompt = recallPrompt(memory.direction);
    return html`
      <div class="step calm">
        <div class="bar">
          <button type="button" class="link" @click=${() => this.session.finishStep()} aria-label=${msg('Finish early, and keep what there is')}>${msg('Finish early')}</button>
          <p class="time" role="timer" aria-live="off" aria-label=${msg('Time left')}>${formatCountdown(durationMs - elapsedMs)}</p>
          <button type="button" class="link" @click=${() => this.session.pause()}>${msg('I need to stop')}</button>
        </div>
        <div class="grow">
          <rv-countdown-sun ?paused=${paused} .elapsedMs=${elapsedMs} .durationMs=${durationMs}></rv-countdown-sun>
          <h1 class="h2">${prompt.text}</h1>
          <p class="lede">${prompt.hint}</p>
        </div>
        <p class="foot">${footWords(camera)}</p>
      </div>
    `;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    timedStyles,
    css`
      .bar {
        display: grid;
        grid-template-columns: 1fr auto 1fr;
        align-items: center;
        align-self: stretch;
        min-height: 52px;
        margin-inline: calc(-1 * var(--s2));
      }
      .bar .link {
        justify-self: start;
        text-decoration: none;
      }
      .bar .link:last-child {
        justify-self: end;
        text-align: end;
      }
    `,
  ];
}

/** Time starts once the camera it needs is open: until then that is what is being waited for. */
function footWords(camera: CameraState): string {
  if (camera === 'opening') return msg('The camera is starting. The timer starts when it’s on.');
  return camera === 'without' ? msg('The camera is off.') : msg('No pictures are recorded.');
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-recall': StepRecall;
  }
}
