import { html, type TemplateResult } from 'lit';
import { BackupProblem } from '../domain/backup/backup';
import { asFailure } from '../domain/failure/failure';
import { backupProblemWords } from '../words/backup/backup-words';
import { failureWords } from '../words/failure/failure-words';
import '../elements/blocks/notice';

/** What went wrong, as the person should meet it. */
export function problemNotice(error: unknown): TemplateResult {
  const failure = asFailure(error, 'journal-unreadable');
  const { what, safe, next } =
    error instanceof BackupProblem ? backupProblemWords(error.code) : failureWords(failure.code);
  const detail = error instanceof BackupProblem ? error.detail : failure.detail;
  return html`<rv-notice tone="bad" what=${what} safe=${safe} next=${next} detail=${detail}></rv-notice>`;
}
