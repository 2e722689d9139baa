import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, RecallEntry } from '../../domain/entry/entry';
import type { Report } from '../../domain/report/report';
import { TAG_KINDS } from '../../domain/report/tags';
import { enumerated } from '../../words/lists';
import { specificityWord, whenWord } from '../../words/memory/memory-words';
import '../../words/report/more-feeling-words';
import { arousalWord, ofSeven, valenceWord } from '../../words/report/rating-words';
import { tagKindWord } from '../../words/report/tag-words';
import '../../elements/marks/mark';
import { questionOf } from '../../recall/cues/question-of';
import { entryTitle } from '../history/entry-title';
import { ownFeelings, ownNote } from '../report/own-words';
import type { moreFacts } from './more-facts';

/** What the person said, in their words first; the ratings in words, for the number is on the scale. */
export const saidSection = (entry: Entry, more: typeof moreFacts | null): TemplateResult =>
  html`<section class="stack" aria-labelledby="said">
    <h2 class="h2 heading" id="said"><rv-mark kind="you"></rv-mark>${msg('What you said')}</h2>
    ${isHeading(entry) ? nothing : ownNote(entry.report.note)} ${ownFeelings(entry.report)}
    <dl class="facts">
      ${ratings(entry.report)} ${tagFacts(entry.report)} ${entry.kind === 'recall' ? memoryFacts(entry) : nothing}
      ${more?.(entry).map(([name, value]) => (value ? fact(name, value) : nothing))}
    </dl>
  </section>`;

/** A note that is short enough stands above already. */
const isHeading = (entry: Entry): boolean => entry.report.note.trim() === entryTitle(entry);

const ratings = ({ valence, arousal }: Report): TemplateResult => html`
  ${fact(msg('How it felt'), valence ? valenceWord(valence.value) : msg('not rated'))}
  ${fact(msg('Energy'), arousal ? arousalWord(arousal.value) : msg('not rated'))}
`;

/** Who was there, where, and what was done. */
const tagFacts = ({ tags = [] }: Report) =>
  TAG_KINDS.map((kind) => {
    const names = tags.filter((tag) => tag.kind === kind).map(({ name }) => name);
    return names.length === 0 ? nothing : fact(tagKindWord(kind), enumerated(names));
  });

function memoryFacts({ memory }: RecallEntry) {
  const question = questionOf(memory);
  return html`
    ${question === null ? nothing : fact(msg('Question'), question)}
    ${memory.when ? fact(msg('When'), whenWord(memory.when)) : nothing}
    ${memory.specificity ? fact(msg('Kind of memory'), specificityWord(memory.specificity)) : nothing}
    ${memory.vividness === null ? nothing : fact(msg('Vividness'), ofSeven(memory.vividness))}
    ${memory.selfRelevance === null ? nothing : fact(msg('Part of who you are'), ofSeven(memory.selfRelevance))}
  `;
}

const fact = (name: string, value: string): TemplateResult => html`<dt>${name}</dt>
  <dd>${value}</dd>`;
