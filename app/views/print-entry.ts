import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../charts/trace-ribbon';
import { formatValence } from '../base/format';
import type { TraceSeries } from '../charts/trace-series';
import type { Entry } from '../domain/entry';
import { faceSentence } from '../domain/face-words';
import { feelingWord, intensityWord } from '../domain/feeling-words';
import { arousalWord, valenceWord } from '../domain/rating-words';
import '../elements/rv-pair';
import { cueById } from '../recall/cue-deck';
import { cueWords } from '../recall/cue-words';
import { timeOf } from './dates';
import { countedFacialValence, entryTitle } from './entry-row';

/** One entry on paper: when and the two marks at the side, then the words, then what the face showed. */
export function printedEntry(entry: Entry, series: TraceSeries | null): TemplateResult {
  const face = countedFacialValence(entry);
  const you = entry.report.valence?.value ?? null;
  return html`<article>
    <div class="side">
      <p class="time number">${timeOf(entry.startedAt)}</p>
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
      ${entry.kind === 'recall' ? html`<p class="looked">${looked(entry)}</p>` : nothing}
      ${series ? html`<rv-trace-ribbon .series=${series}></rv-trace-ribbon>` : nothing}
    </div>
  </article>`;
}

const question = (entry: Entry) => {
  const cue = entry.kind === 'recall' ? cueById(entry.memory.cueId) : null;
  return cue ? html`<p class="question">${cueWords(cue).question}</p>` : nothing;
};

/** Ratings and feelings in one line of words. */
function felt({ report: { valence, arousal, feelings } }: Entry): string {
  const ratings = [valence && valenceWord(valence.value), arousal && arousalWord(arousal.value)].filter(Boolean);
  const chosen = feelings.map(({ name, intensity }) => `${feelingWord(name)} (${intensityWord(intensity)})`);
  return [...ratings, ...chosen].join(' · ');
}

const looked = (entry: Extract<Entry, { kind: 'recall' }>): string =>
  entry.faceDisputed ? msg('You set aside what was read of your face.') : faceSentence(entry.face);
