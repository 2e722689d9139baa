import type { TemplateResult } from 'lit';
import type { Failure } from '../../domain/failure/failure';
import { failureWords } from '../../words/failure/failure-words';
import { badNotice } from './journal-notice';

/** Any failure, as the person should meet it. Its words are many: what only reads and writes the journal takes `journalNotice`. */
export const failureNotice = ({ code, detail }: Failure, actions?: unknown): TemplateResult =>
  badNotice(failureWords(code), detail, actions);
