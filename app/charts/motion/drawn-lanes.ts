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

/** The timeline, each lane a button that plays what is in it; nothing without a lane. */
export function drawnLanes(lanes: readonly Lane[], timeline: Timeline): TemplateResult | typeof nothing {
  const { durationMs, atMs, unreadable, show } = timeline;
  if (lanes.length === 0) return nothing;
  const share = (ms: number): string => `${(100 * ms) / Math.max(1, durationMs)}%`;
  const place = (fromMs: number, toMs: number) =>
    cssVars({ '--from': share(fromMs), '--long': share(Math.max(0, toMs - fromMs)) });
  const bar = ({ out, onsetMs, offsetMs, apexMs }: LaneBar): TemplateResult => {
    const hasRoom = apexMs !== null && !out && (offsetMs - onsetMs) / durationMs > ROOM_FOR_APEX;
    return html`<i class=${out ? 'bar out' : 'bar'} ${place(onsetMs, offsetMs)}></i>${
      hasRoom ? html`<i class="apex" ${place(apexMs, apexMs)}></i>` : nothing
    }`;
  };
  const lane = ({ label, kind, bars }: Lane): TemplateResult =>
    html`<li class=${kind}>
      <button type="button" @click=${() => show(bars)}>
        <span class="label">${label}</span
        ><span class="track">
          ${unreadable.map(([from, to]) => html`<i class="gap" ${place(from, to)}></i>`)}
          ${bars.map(bar)}
          <i class="head" ${place(atMs, atMs)}></i> </span
        ><span class="visually-hidden">${bars.map(({ times }) => html`${times}. `)}</span>
      </button>
    </li>`;
  return html`<ul class="lanes">
      ${lanes.map(lane)}
    </ul>
    <p class="axis" aria-hidden="true"><span>${secondsAt(0)}</span><span>${secondsAt(durationMs)}</span></p>
    ${unreadable.length > 0 ? html`<p class="small">${msg('Where a lane is hatched, your face couldn’t be read.')}</p>` : nothing}`;
}
