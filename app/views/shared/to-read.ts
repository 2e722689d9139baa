import { html, type TemplateResult } from 'lit';
import { log } from '../../base/log';
import '../../elements/blocks/when-near';

/** The pages there are to read, fetched when one comes near them; they stay away where their code cannot be had. */
export const toRead = (): TemplateResult =>
  html`<rv-when-near @rv-near=${fetchPages}><rv-to-read></rv-to-read></rv-when-near>`;

const fetchPages = (): void =>
  void import('../looking-back/to-read').catch((error: unknown) => log.warn('no pages are offered', error));
