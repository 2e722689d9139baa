import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { EarlyPress } from '../../services/types';

/** The parts of Today, in their places. `over`: what lies on the drawing. `before`: what should be done before anything else. */
export const todayParts = (parts: {
  readonly scene: TemplateResult;
  readonly header: TemplateResult;
  readonly over?: TemplateResult | typeof nothing;
  readonly before?: TemplateResult | typeof nothing;
  readonly ways: TemplateResult;
  readonly below: TemplateResult;
}): TemplateResult => html`<div class="today">
  ${parts.scene}
  <header class="stack tight">${parts.header}</header>
  ${parts.over ?? nothing}
  <div class="actions">${parts.before ?? nothing}${parts.ways}</div>
  ${parts.below}
</div>`;

/** What stands where later the question does. `day`: today's date. */
export const welcome = (day: string): TemplateResult => html`<p class="eyebrow">${day}</p>
  <h1 class="h1">${msg('Step back into a moment of your own.')}</h1>
  <p class="lede">
    ${msg('Spend a minute back there. The camera reads your face, you say how it felt, and nothing leaves this phone.')}
  </p>`;

/** The ways to begin. `first`: nothing was kept yet. `waiting`: something is there to go on with, and comes first. `pair`: two questions to begin with instead of one. `press`: one was chosen. `another`: asks for another question. */
export const waysToBegin = (given: {
  readonly first: boolean;
  readonly waiting?: boolean;
  readonly pair?: TemplateResult | null;
  readonly press?: (press: EarlyPress) => void;
  readonly another?: () => void;
}): TemplateResult => {
  const { first, waiting, pair, press, another } = given;
  return html`
    ${
      pair ??
      html`<button type="button" class=${waiting ? 'quiet wide' : 'primary wide'} data-press="relive" @click=${() => press?.('relive')}>
      ${first ? msg('Relive a memory') : msg('Relive it')}
      <small>${first ? msg('about 3 minutes, uses the camera') : msg('about 2 minutes, uses the camera')}</small>
    </button>`
    }
    <button type="button" class="quiet wide" data-press="note" @click=${() => press?.('note')}>${msg('Quick check-in')}</button>
    <div class="row around">
      ${first ? nothing : html`<button type="button" class="link" @click=${another}>${pair ? msg('Other questions') : msg('Another question')}</button>`}
      <button type="button" class="link" data-press="own" @click=${() => press?.('own')}>${msg('Use my own memory')}</button>
    </div>
  `;
};
