import { html, type TemplateResult } from 'lit';
import { evidenceWords } from '../../charts/kit/evidence-words';
import type { Evidence, Strength } from '../../insights/findings/pattern';

const FILLED: Readonly<Record<Strength, number>> = { chance: 1, hint: 2, likely: 3, steady: 4 };
const MOST = 4;

/** How sure something is, in words, with as many dots filled. */
export const evidenceLine = (evidence: Evidence): TemplateResult => {
  const filled = FILLED[evidence.strength];
  return html`<p class="evidence">
    <span aria-hidden="true">${'●'.repeat(filled)}${'○'.repeat(MOST - filled)}</span>${evidenceWords(evidence)}
  </p>`;
};
