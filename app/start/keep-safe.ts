import { keepCopies } from '../journal/backup/open-backups';
import { SAMPLE_NAME } from '../journal/store/database-name';
import { storeMark } from '../journal/store/store-mark';
import type { Fetched } from '../services/fetched';
import type { Room } from '../services/room';
import { endVisit } from '../shell/sample-visit';

/**
 * Keeps copies, and watches the room on the phone, while the page is open; a sample that was left by closing its tab is erased. Rejects if
 * any of it cannot be fetched.
 */
export async function keepSafe(host: Parameters<typeof keepCopies>[0], room: Fetched<Room>): Promise<void> {
  await Promise.all([keepCopies(host), room().then(tellOf), eraseLeft()]);
}

/** The card stands, empty, on every screen that may have to tell; its code is fetched once there is something to tell. */
function tellOf(room: Room): void {
  const tell = async (): Promise<void> => {
    if (!room.word) return;
    stop();
    await import('../views/shared/storage-card');
  };
  const stop = room.subscribe(() => void tell());
  void tell();
}

/** See: [Note: The sample journal] */
async function eraseLeft(): Promise<void> {
  endVisit();
  if (storeMark(SAMPLE_NAME).isSet()) await (await import('../services/samples')).eraseLeftSample();
}
