import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import '../../elements/blocks/empty';
import type { Services } from '../../services/types';
import { sampleOffer } from '../shared/sample-offer';

/** What Insights will show, and the ways there. */
export function nothingYet(services: Services): TemplateResult {
  return html`<header class="stack tight">
        <p class="eyebrow">${msg('Insights')}</p>
        <h1 class="h1">${msg('This is where your patterns will appear.')}</h1>
      </header>
      <rv-empty heading=${msg('What you say, and what your face shows')}>
        <p>${msg('After your first entry you’ll see the two side by side; after ten recalls, you can see how they go together.')}</p>
        <a slot="actions" class="button quiet" href="/">${msg('Go to Today')}</a>
        ${sampleOffer('/insights', services)}
      </rv-empty>`;
}
