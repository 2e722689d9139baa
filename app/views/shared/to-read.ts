import { html, type TemplateResult } from 'lit';
import { log } from '../../base/log';

/** The pages there are to read, fetched once the screen is there; they stay away where their code cannot be had. */
export function toRead(): TemplateResult {
  import('../looking-back/to-read').catch((error: unknown) => log.warn('no pages are offered', error));
  return html`<rv-to-read></rv-to-read>`;
}
