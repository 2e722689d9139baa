import type { TemplateResult } from 'lit';
import type { EraseFailure, JournalFailure } from '../../domain/failure/failure';
import { eraseFailureWords } from '../../words/failure/erase-failure-words';
import { journalFailureWords } from '../../words/failure/journal-failure-words';
import { badNotice } from './journal-notice';

/** That something was not deleted, and what of it is still there; or another failure of the journal. */
export const eraseNotice = ({ code, detail }: EraseFailure | JournalFailure): TemplateResult =>
  badNotice({ ...journalFailureWords(), ...eraseFailureWords() }[code], detail);
