import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../../elements/base/css-vars';
import { secondsAt } from '../../words/face/movement-words';
import type { Lane, LaneBar } from './lanes';

interface Timeline {
  readonly durationMs: number;
  /** The moment that is shown. */
  readonly atMs: number;
  readonly unreadable: readonly (readonly [fromMs: number, toMs: number])[];
  readonly show: (stretches: readonly LaneBar[]) => void;
}

/** Where a movement was strongest is marked in bars that are longer than this share of the recall: in a shorter one it hides the bar. */
const ROOM_FOR_APEX = 0.08;

/** The seconds that may lie between two marks of the axis. */
const STEPS_S = [5, 10, 15, 30, 60];
/** More marks than this stand too close for their words on a phone. */
const MOST_MARKS = 4;
/** A mark nearer to the end than this share of the axis would touch the end's own. */
const NEAR_END = 0.15;

/** Where the axis is marked between its ends, in milliseconds. */
export function marksOf(durationMs: number): readonly number[] {
  const longest = STEPS_S.at(-1)!;
  // An old entry may say that it lasted for years.
  const stepS =
    STEPS_S.find((seconds) => durationMs / (1000 * seconds) <= MOST_MARKS) ??
    longest * Math.ceil(durationMs / (1000 * longest * MOST_MARKS));
  const stepMs = 1000 * stepS;
  const count = Math.max(0, Math.ceil((durationMs * (1 - NEAR_END)) / stepMs) - 1);
  return Array.from({ length: count }, (_, at) => (at + 1) * stepMs);
}

/** The timeline, each lane a button that plays what is in it; nothing without a lane. */
export function drawnLanes(lanes: readonly Lane[], timeline: Timeline): TemplateResult | typeof nothing {
  const { durationMs, atMs, unreadable, show } = timeline;
  if (lanes.length === 0) return nothing;
  const share = (ms: number): string => `${(100 * ms) / Math.max(1, durationMs)}%`;
  const place = (fromMs: number, toMs: number) =>
    cssVars({ '--from': share(fromMs), '--long': share(Math.max(0, toMs - fromMs)) });
  const marks = marksOf(durationMs);
  const hasApex = ({ out, onsetMs, offsetMs, apexMs }: LaneBar): boolean =>
    apexMs !== null && !out && (offsetMs - onsetMs) / durationMs > ROOM_FOR_APEX;
  const apex = ({ onsetMs, offsetMs, apexMs }: LaneBar) =>
    cssVars({ '--from': share(onsetMs), '--at': share(apexMs!), '--to': share(offsetMs) });
  const bar = (one: LaneBar): TemplateResult =>
    html`<i class=${one.out ? 'bar out' : 'bar'} ${place(one.onsetMs, one.offsetMs)}></i>${
      hasApex(one) ? html`<i class="apex" ${apex(one)}></i>` : nothing
    }`;
  const lane = ({ label, kind, bars }: Lane): TemplateResult =>
    html`<li class=${kind}>
      <button type="button" @click=${() => show(bars)}>
        <span class="label">${label}</span
        ><span class="track">
          ${marks.map((at) => html`<i class="mark" ${place(at, at)}></i>`)}
          ${unreadable.map(([from, to]) => html`<i class="gap" ${place(from, to)}></i>`)}
          ${bars.map(bar)}
          <i class="head" ${place(atMs, atMs)}></i> </span
        ><span class="visually-hidden">${bars.map(({ times }) => html`${times}. `)}</span>
      </button>
    </li>`;
  const isAnyMarked = lanes.some(({ bars }) => bars.some(hasApex));
  return html`<div class="timeline">
    <ul class="lanes">
      ${lanes.map(lane)}
    </ul>
    <p class="axis" aria-hidden="true">
      <span class="track-wide"
        ><span>${secondsAt(0)}</span>
        ${marks.map((at) => html`<span class="at" ${place(at, at)}>${secondsAt(at)}</span>`)}<span>${secondsAt(durationMs)}</span></span
      >
    </p>
    ${isAnyMarked ? html`<p class="small">${msg('The dot in a bar is where it was strongest.')}</p>` : nothing}
    ${unreadable.length > 0 ? html`<p class="small">${msg('Where a lane is hatched, your face couldn’t be read.')}</p>` : nothing}
  </div>`;
}
