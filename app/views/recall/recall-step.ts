import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Direction } from '../../domain/memory/memory';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Question, recallPrompt } from '../../recall/interview/interview';
import type { SessionSnapshot } from '../../session/machine/snapshot';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import './support';
import { sunOf, timeLeft } from './timed-parts';
import { timedStyles } from './timed-styles';

/**
 * The recall itself: a slow sun, the time that is left, and the ways out. Nothing on it reacts to the face, because seeing
 * oneself read changes what the face does.
 */
@customElement('rv-step-recall')
export class StepRecall extends StepView {
  protected override get phase(): string {
    return this.snapshot.stopping ? 'recall-support' : 'recall';
  }

  override render() {
    const { snapshot, session } = this;
    if (snapshot.stopping)
      return html`<rv-session-support .session=${session} .snapshot=${snapshot}></rv-session-support>`;
    const { memory, mode, hidesTime } = snapshot;
    const prompt = mode === 'aloud' ? toldPrompt(memory.direction) : recallPrompt(memory.direction);
    return html`
      <div class="step calm">
        <div class="bar">
          <button type="button" class="link" @click=${() => session.pause()}>${msg('Pause')}</button>
          ${timeLeft(snapshot)}
          <button type="button" class="link" @click=${() => session.stop()}>${msg('I need to stop')}</button>
        </div>
        <div class="grow">
          ${sunOf(snapshot)}
          <h1 class="h2">${prompt.text}</h1>
          <p class="lede">${prompt.hint}</p>
        </div>
        <p class="foot">${footWords(snapshot)}</p>
        <div class="ways last">
          <button type="button" class="link" @click=${() => session.hideTime(!hidesTime)}>${hidesTime ? msg('Show the time') : msg('Hide the time')}</button>
          <button type="button" class="link" @click=${() => session.finishStep()} aria-label=${msg('Finish early, and keep what there is')}>${msg('Finish early')}</button>
        </div>
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
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
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
        grid-column: 3;
        justify-self: end;
        text-align: end;
      }
      .last {
        padding-bottom: calc(var(--s3) + env(safe-area-inset-bottom));
      }
    `,
  ];
}

/** Talking moves the mouth, so the face is read against a baseline that talked as well. */
const toldPrompt = (direction: Direction): Question => ({
  text: direction === 'past' ? msg('Go back there, and tell it.') : msg('Imagine you’re there, and tell it.'),
  hint: msg('Say out loud what you see and who’s with you. Nothing is listened to.'),
});

/** Time starts once the camera it needs is open: until then that is what is being waited for. */
function footWords({ camera, mode }: SessionSnapshot): string {
  if (camera === 'opening') return msg('The camera is starting. The timer starts when it’s on.');
  if (camera === 'without') return msg('The camera is off.');
  return mode === 'aloud' ? msg('No pictures and no sound are recorded.') : msg('No pictures are recorded.');
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-recall': StepRecall;
  }
}
