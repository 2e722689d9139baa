import { expect } from 'chai';
import { ENTRIES_TO_LOSE, isBackupDue, SILENT_DAYS, UNSAVED_DAYS } from '../../../app/domain/backup/backup-due';

const DAY_MS = 86_400_000;
const NOW_MS = 1_000 * DAY_MS;
const ago = (days: number): number => NOW_MS - days * DAY_MS;

const due = (change: Partial<Parameters<typeof isBackupDue>[0]> = {}): boolean =>
  isBackupDue({
    savedAtMs: Array.from({ length: ENTRIES_TO_LOSE }, () => ago(UNSAVED_DAYS)),
    lastBackupAtMs: null,
    dismissedAtMs: null,
    nowMs: NOW_MS,
    ...change,
  });

describe('isBackupDue', () => {
  it('is so from five entries on that have been without a backup for two weeks', () => {
    expect(due()).to.equal(true);
    expect(due({ savedAtMs: Array(ENTRIES_TO_LOSE - 1).fill(ago(UNSAVED_DAYS)) })).to.equal(false);
    expect(due({ savedAtMs: Array(ENTRIES_TO_LOSE).fill(ago(UNSAVED_DAYS) + 1) })).to.equal(false);
    expect(due({ savedAtMs: [ago(UNSAVED_DAYS), ...Array(ENTRIES_TO_LOSE - 1).fill(NOW_MS)] })).to.equal(true);
  });

  it('counts only what came after the last backup', () => {
    expect(due({ lastBackupAtMs: ago(UNSAVED_DAYS) })).to.equal(false);
    expect(due({ lastBackupAtMs: ago(UNSAVED_DAYS) - 1 })).to.equal(true);
  });

  it('is silent for a month after it was put aside', () => {
    expect(due({ dismissedAtMs: ago(SILENT_DAYS) + 1 })).to.equal(false);
    expect(due({ dismissedAtMs: ago(SILENT_DAYS) })).to.equal(true);
  });

  it('takes a clock that was set back for now', () => {
    expect(due({ dismissedAtMs: NOW_MS + 400 * DAY_MS })).to.equal(false);
    expect(due({ savedAtMs: Array(9).fill(NOW_MS + DAY_MS) })).to.equal(false);
    expect(due({ lastBackupAtMs: NOW_MS + DAY_MS })).to.equal(false);
  });
});
