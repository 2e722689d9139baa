import { html, type TemplateResult } from 'lit';
import type { Failure } from '../../domain/failure/failure';
import { failureWords } from '../../words/failure/failure-words';
import '../../elements/blocks/notice';

/** A failure as the person should meet it; `actions` are the buttons below. */
export function failureNotice(failure: Failure, actions?: unknown): TemplateResult {
  const { what, safe, next } = failureWords(failure.code);
  return html`<rv-notice tone="bad" what=${what} safe=${safe} next=${next} detail=${failure.detail}>${actions}</rv-notice>`;
}

/** The same where nothing else can be shown: with a heading, so that the page has a title and the focus a place. */
export const failureScreen = (failure: Failure, actions?: unknown): TemplateResult =>
  html`<div class="page">
    <h1 class="visually-hidden">${failureWords(failure.code).what}</h1>
    ${failureNotice(failure, actions)}
  </div>`;
