import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import type { RecallEntry } from '../../domain/entry/entry';
import type { FaceOutcome } from '../../domain/face/face-summary';
import type { Misread } from '../../domain/face/misread';
import { phaseLengthMs } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import '../../elements/blocks/when-near';

/** Lies below the chart: fetched when somebody comes near it. */
const fetchMotion = (): void => {
  import('./motion-parts').catch((error: unknown) => log.warn('no movements', error));
};

/** What the person marked as misread in it, and how a change of that is taken. */
export interface MotionCorrections {
  readonly misread: readonly Misread[];
  readonly change: (misread: readonly Misread[]) => void;
}

/** How the face moved, and below it what the `entry`'s reading rests on and what earlier ratings made of it; nothing where neither the movements nor what they are read from was kept. */
export function faceMotion(
  face: FaceOutcome | null,
  trace: Trace | null,
  { misread, change }: MotionCorrections,
  entry?: RecallEntry,
): TemplateResult | typeof nothing {
  const summary = face?.summary;
  const units = summary?.units ?? null;
  if (!units && !trace?.measures) return nothing;
  const durationMs = summary?.recallMs ?? (trace ? phaseLengthMs(trace.segments, 'recall') : 0);
  return html`<section class="card" aria-labelledby="motion">
    <h2 class="h3" id="motion">${msg('How your face moved')}</h2>
    <rv-when-near @rv-near=${fetchMotion}>
      <rv-motion
        .trace=${trace}
        .units=${units}
        .mixed=${summary?.mixed ?? []}
        .states=${summary?.states ?? null}
        .durationMs=${durationMs}
        .misread=${misread}
        @rv-misread=${({ detail }: CustomEvent<readonly Misread[]>) => change(detail)}
      ></rv-motion>
      ${entry && html`<rv-rests-on .face=${face} .trace=${trace} .misread=${misread}></rv-rests-on>`}
      <rv-learnt-reading .entry=${entry}></rv-learnt-reading>
    </rv-when-near>
  </section>`;
}
