import { html, type TemplateResult } from 'lit';
import { notFetchedWords } from '../../words/failure/not-fetched-words';
import '../../elements/blocks/notice';

/** That a part of the app could not be fetched; `actions` are the buttons below. It comes with the start, as nothing may come later. */
export function notFetchedNotice(actions: unknown): TemplateResult {
  const { what, safe, next } = notFetchedWords();
  return html`<rv-notice tone="warn" what=${what} safe=${safe} next=${next}>${actions}</rv-notice>`;
}
