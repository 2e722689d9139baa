import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Patterns } from '../../insights/findings/patterns';
import { lookedWords, notYetWords, patternWords } from './pattern-words';

/** What goes with what in the ratings, surest first; nothing where nothing can be said and nothing more is missing. */
export function patternsSection({ patterns, looked, needs }: Patterns): TemplateResult | typeof nothing {
  if (patterns.length === 0 && needs === null) return nothing;
  return html`<section class="stack" aria-labelledby="patterns">
    <h2 class="h3" id="patterns">${msg('In your ratings')}</h2>
    ${
      patterns.length === 0
        ? html`<p>${notYetWords(needs!)}</p>`
        : html`<ul class="stack patterns">
              ${patterns.map((pattern) => {
                const { sentence, evidence, numbers } = patternWords(pattern);
                return html`<li>
                  ${sentence}
                  <p class="small">${evidence}</p>
                  <details class="small"><summary>${msg('Show the numbers')}</summary>${numbers}</details>
                </li>`;
              })}
            </ul>
            <p class="small">${lookedWords(looked)}</p>`
    }
  </section>`;
}
