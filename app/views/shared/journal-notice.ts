import { html, type TemplateResult } from 'lit';
import type { JournalFailure } from '../../domain/failure/failure';
import { journalFailureWords } from '../../words/failure/journal-failure-words';
import type { FailureWords } from '../../words/failure/what-safe-next';
import '../../elements/blocks/notice';

/** What went wrong, as the person should meet it; `actions` are the buttons below. */
export const badNotice = ({ what, safe, next }: FailureWords, detail: string, actions?: unknown): TemplateResult =>
  html`<rv-notice tone="bad" what=${what} safe=${safe} next=${next} detail=${detail}>${actions}</rv-notice>`;

/** A failure of the journal. It comes with the start, because nothing may come after one. */
export const journalNotice = ({ code, detail }: JournalFailure, actions?: unknown): TemplateResult =>
  badNotice(journalFailureWords()[code], detail, actions);

/** The same where nothing else can be shown: with a heading, so that the page has a title and the focus a place. */
export const journalFailureScreen = (failure: JournalFailure, actions?: unknown): TemplateResult =>
  html`<div class="page">
    <h1 class="visually-hidden">${journalFailureWords()[failure.code].what}</h1>
    ${journalNotice(failure, actions)}
  </div>`;
