import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { enumerated, sentences } from '../../words/lists';
import '../../charts/paper/trace-ribbon';
import type { TraceSeries } from '../../charts/trace/trace-series';
import { isOfDay } from '../../domain/entry/day-word';
import { type Entry, originOf, type RecallEntry } from '../../domain/entry/entry';
import { countedUnits } from '../../domain/face/misread';
import { movementsOf } from '../../domain/face/movement';
import { countedMixed, countedStates } from '../../domain/face/seen';
import { faceSentence } from '../../words/face/face-words';
import { mixedSentence } from '../../words/face/mixed-words';
import { movementSentence } from '../../words/face/movement-words';
import { stateSentence } from '../../words/face/state-words';
import { memoryDateWords } from '../../words/memory/memory-date-words';
import { formatValence } from '../../words/numbers';
import { feltWord } from '../../words/report/feeling-words';
import { arousalWord, valenceWord } from '../../words/report/rating-words';
import '../../elements/marks/pair';
import { questionOf } from '../../recall/cues/question-of';
import { timeOf } from '../../words/dates';
import { countedFacialValence, entryTitle } from '../history/entry-title';

/** One entry on paper: when and the two marks at the side, then the words, then what the face showed. */
export function printedEntry(entry: Entry, series: TraceSeries | null): TemplateResult {
  const face = countedFacialValence(entry);
  const you = entry.report.valence?.value ?? null;
  return html`<article>
    <div class="side">
      <p class="time number">${isOfDay(entry) ? msg('The day as a whole') : timeOf(entry.startedAt)}</p>
      <rv-pair .you=${you} .face=${face}></rv-pair>
      <p class="marks number">
        <span class="you">${you === null ? msg('not rated') : formatValence(you)}</span>
        ${face === null ? nothing : html`<span class="face">${formatValence(face)}</span>`}
      </p>
    </div>
    <div class="words">
      ${question(entry)}
      <h4>${entryTitle(entry)}</h4>
      ${entry.report.note && entry.report.note !== entryTitle(entry) ? html`<p class="said">${entry.report.note}</p>` : nothing}
      <p class="felt">${felt(entry)}</p>
      ${around(entry)}
      ${entry.kind === 'recall' ? html`<p class="looked">${looked(entry)}</p>` : nothing}
      ${series ? html`<rv-trace-ribbon .series=${series}></rv-trace-ribbon>` : nothing}
    </div>
  </article>`;
}

const question = (entry: Entry) => {
  const asked = entry.kind === 'recall' ? questionOf(entry.memory) : null;
  return asked === null ? nothing : html`<p class="question">${asked}</p>`;
};

/** Ratings and feelings in one line of words. */
function felt({ report: { valence, arousal, feelings } }: Entry): string {
  const ratings = [valence ? valenceWord(valence.value) : '', arousal ? arousalWord(arousal.value) : ''];
  const chosen = feelings.map(({ name, intensity }) => feltWord(name, intensity));
  return enumerated([...ratings.filter((word) => word !== ''), ...chosen]);
}

/** What the entry shows beside: the day or year the memory is of, tags, and what came with it from another app. */
function around(entry: Entry) {
  const origin = originOf(entry);
  const names = (entry.report.tags ?? []).map(({ name }) => name);
  const date = entry.kind === 'recall' && entry.memory.date ? [memoryDateWords(entry.memory.date)] : [];
  const words = [...(origin?.mood ? [origin.mood] : []), ...date, ...names, ...(origin?.activities ?? [])];
  return words.length === 0 ? nothing : html`<p class="felt">${enumerated(words)}</p>`;
}

/** What the face showed, and what moved in it where that could be read; nothing that the person marked as misread. */
function looked({ face, faceDisputed, misread = [], mode }: RecallEntry): TemplateResult {
  const told = mode === 'aloud' ? msg('You told it aloud.') : '';
  if (faceDisputed) return html`${sentences([told, msg('You marked your face as misread.')])}`;
  const { units, mixed, states } = face.summary ?? {};
  return html`${sentences([
    told,
    faceSentence(face),
    units ? movementSentence(movementsOf(countedUnits(units, misread))) : '',
    mixed ? mixedSentence(countedMixed(mixed, misread)) : '',
    states ? stateSentence(countedStates(states, misread)) : '',
  ])}`;
}
