import { html, type TemplateResult } from 'lit';
import { whenIdle } from '../../base/idle';
import { log } from '../../base/log';
import '../../elements/blocks/when-near';

/** How long after one came near them the pages are fetched, in milliseconds: what the charts need comes first. */
const PAGES_AFTER_MS = 1_500;

/** The pages there are to read, fetched when one comes near them; they stay away where their code cannot be had. */
export const toRead = (): TemplateResult =>
  html`<rv-when-near @rv-near=${() => void fetchPages()}><rv-to-read></rv-to-read></rv-when-near>`;

async function fetchPages(): Promise<void> {
  await whenIdle(PAGES_AFTER_MS);
  await import('../looking-back/to-read').catch((error: unknown) => log.warn('no pages are offered', error));
}
