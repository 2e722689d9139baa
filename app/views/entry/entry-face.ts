import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RecallEntry } from '../../domain/entry/entry';
import type { Misread } from '../../domain/face/misread';
import { phaseLengthMs } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { faceSentence } from '../../words/face/face-words';
import '../../elements/marks/mark';
import '../../elements/marks/icon';
import '../../elements/blocks/trace-sentence';
import { faceMotion } from '../reading/face-motion';

/** What a person can do with what was read of their face. */
export interface FaceActions {
  readonly save: (trace: Trace) => void;
  /** Keeps the entry with what they say was misread. */
  readonly correct: (entry: RecallEntry) => void;
}

/** What the face showed: one sentence, how much of it was readable, and the trace, which `save` saves; or why there is nothing. */
export function faceSection(entry: RecallEntry, trace: Trace | null, { save, correct }: FaceActions): TemplateResult {
  const { face, misread = [] } = entry;
  const change = (marks: readonly Misread[]): void => correct({ ...entry, misread: marks });
  // The charts are the largest part of the app: fetched when there is something to draw.
  if (trace) void import('../../charts/trace/trace-chart');
  return html`<section class="stack" aria-labelledby="face">
    <h2 class="h2 heading" id="face"><rv-mark kind="face" ?missing=${!face.summary}></rv-mark>${msg('What your face showed')}</h2>
    <p class="told">${faceSentence(face)}</p>
    ${entry.faceDisputed ? html`<p class="small">${msg('You marked this as misread. It stays with the entry but isn’t counted.')}</p>` : nothing}
    ${
      face.summary
        ? html`<rv-trace-sentence .outcome=${face} .you=${entry.report.valence?.value ?? null}></rv-trace-sentence>`
        : nothing
    }
    ${trace ? chart(trace, face.summary?.recallMs ?? phaseLengthMs(trace.segments, 'recall'), save) : noTrace(entry)}
    ${faceMotion(face, trace, { misread, change }, entry)}
    ${face.summary ? disputing(entry, correct) : nothing}
  </section>`;
}

/** The same choice as in the review: the whole reading is set aside, or counted again. */
const disputing = (entry: RecallEntry, correct: FaceActions['correct']): TemplateResult =>
  html`<button
    class="link dispute"
    @click=${() => correct({ ...entry, faceDisputed: !entry.faceDisputed })}
  >
    ${entry.faceDisputed ? msg('Count it again') : msg('Mark as misread')}
  </button>`;

const chart = (trace: Trace, durationMs: number, save: (trace: Trace) => void): TemplateResult =>
  html`<div class="card chart"><rv-trace-chart .trace=${trace} .durationMs=${durationMs}></rv-trace-chart></div>
    <button class="link" @click=${() => save(trace)}>
      <rv-icon name="download"></rv-icon>${msg('Save all face readings (CSV)')}
    </button>`;

const noTrace = ({ face, hasTrace }: RecallEntry) =>
  face.summary && !hasTrace ? html`<p class="small">${msg('You saved this entry without its curve.')}</p>` : nothing;
