import { html, nothing, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import type { Services } from '../../services/types';

/** The way into the sample, in the actions of an empty place; not in the sample itself. It stays away where its code cannot be had. */
export function sampleOffer(path: string, { inSample }: Pick<Services, 'inSample'>): TemplateResult | typeof nothing {
  if (inSample) return nothing;
  import('../sample/sample-offer').catch((error: unknown) => log.warn('the sample is not offered', error));
  return html`<rv-sample-offer slot="actions" path=${path}></rv-sample-offer>`;
}
