import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RecallSession, SessionSnapshot } from '../../session/machine/snapshot';
import { formatCountdown } from '../../words/measures';
import '../../elements/drawings/countdown-sun';

/** The picture of a step in which time passes: a sun that breathes, or for a face at rest a dot to look at. */
export const sunOf = (
  { elapsedMs, durationMs, paused, hidesTime }: SessionSnapshot,
  { dot = false }: { readonly dot?: boolean } = {},
): TemplateResult =>
  html`<rv-countdown-sun
    ?dot=${dot}
    ?timeless=${hidesTime}
    ?paused=${paused}
    .elapsedMs=${elapsedMs}
    .durationMs=${durationMs}
  ></rv-countdown-sun>`;

/** In figures, for those who want to see it. */
export const timeLeft = ({ elapsedMs, durationMs, hidesTime }: SessionSnapshot): TemplateResult | typeof nothing =>
  hidesTime
    ? nothing
    : html`<p class="time" role="timer" aria-live="off" aria-label=${msg('Time left')}>${formatCountdown(durationMs - elapsedMs)}</p>`;

/** What can be done in a baseline. */
export const baselineActions = (session: RecallSession): TemplateResult => html`
  <div class="actions"><div class="ways">
    <button type="button" class="link" @click=${() => session.pause()}>${msg('Pause')}</button>
    <button type="button" class="link" @click=${() => session.finishStep()}>${msg('Skip')}</button>
  </div></div>
`;
