import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../../domain/report/report';
import { feelingWord, intensityWord } from '../../words/report/feeling-words';

/** The person's own words as a quotation; nothing without any. */
export const ownNote = (note: string): TemplateResult | typeof nothing =>
  note.trim() === '' ? nothing : html`<blockquote class="said">${note}</blockquote>`;

/** What they felt, and how strongly; nothing without any. */
export const ownFeelings = ({ feelings }: Report): TemplateResult | typeof nothing =>
  feelings.length === 0
    ? nothing
    : html`<ul class="feelings" aria-label=${msg('Feelings')}>
        ${feelings.map(({ name, intensity }) => html`<li>${feelingWord(name)} <small>${intensityWord(intensity)}</small></li>`)}
      </ul>`;

export const ownWordsStyles = css`
  .feelings {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .feelings li {
    padding: 6px var(--s3);
    border: 1px solid transparent;
    border-radius: 16px;
    background: var(--ember-soft);
    color: var(--ember);
    font-size: 0.9375rem;
  }
  .feelings small {
    color: var(--ink-2);
    font-size: var(--t-1);
  }
  blockquote {
    margin: 0;
    padding-inline-start: var(--s4);
    border-inline-start: 2px solid var(--ember);
    overflow-wrap: anywhere;
  }
`;
