import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Clock } from '../../base/clock';
import { BackupProblem } from '../../domain/backup/backup';
import { asFailure } from '../../domain/failure/failure';
import { dayOf, momentAt } from '../../domain/moment/moment';
import { backupProblemWords } from '../../words/backup/backup-words';
import '../../elements/blocks/notice';
import type { NewFileOptions } from '../../services/types';
import { failureNotice } from './failure-notice';

/** What went wrong with a backup, as the person should meet it. */
export function backupFailure(error: unknown, actions?: unknown): TemplateResult {
  if (!(error instanceof BackupProblem)) return failureNotice(asFailure(error, 'journal-unreadable'), actions);
  const { what, safe, next } = backupProblemWords(error.code);
  return html`<rv-notice tone="bad" what=${what} safe=${safe} next=${next} detail=${error.detail}>${actions}</rv-notice>`;
}

/** The file a new backup goes into, such as `Reverie 2026-11-22.reverie`. */
export const backupFile = (clock: Clock): NewFileOptions => ({
  name: `Reverie ${dayOf(momentAt(clock.epochMs(), clock.zone()))}.reverie`,
  description: msg('Reverie backup'),
  type: ['application/vnd.reverie.backup', '.reverie'],
});
