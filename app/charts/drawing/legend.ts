import { html, svg, type TemplateResult } from 'lit';
import { drawn } from './drawn';
import type { Shape } from './shapes';

/** A sample of what is drawn, within 12 by 12 pixels, and what it stands for. */
export interface LegendItem {
  readonly shapes: readonly Shape[];
  readonly words: string;
}

export const legendOf = (items: readonly LegendItem[]): TemplateResult => html`<ul class="legend">
  ${items.map(
    ({ shapes, words }) => html`<li>
      <svg viewBox="0 0 12 12" aria-hidden="true">${svg`${drawn(shapes)}`}</svg>
      ${words}
    </li>`,
  )}
</ul>`;
