import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../recall/interview/interview';
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

/** A baseline: a dot to look at, what the face is asked for meanwhile, and how long. */
export const baselineStep = (
  session: RecallSession,
  snapshot: SessionSnapshot,
  { text, hint }: Question,
): TemplateResult => html`
  <div class="step calm">
    <div class="grow">
      ${sunOf(snapshot, { dot: true })}
      <h1 class="h2">${text}</h1>
      <p class="lede">${hint}</p>
      ${timeLeft(snapshot)}
    </div>
    <div class="actions"><div class="ways">
      <button type="button" class="link" @click=${() => session.pause()}>${msg('Pause')}</button>
      <button type="button" class="link" @click=${() => session.finishStep()}>${msg('Skip')}</button>
    </div></div>
  </div>
`;
