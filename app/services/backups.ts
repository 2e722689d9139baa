import type { Backups } from '../journal/backup/backups';
import { openBackups } from '../journal/backup/open-backups';
import type { Page } from './page';

/** Backups of the journal, and the copies this phone keeps of it. */
export const open = (page: Page): Promise<Backups> => openBackups(page);
