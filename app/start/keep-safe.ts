import { keepCopies } from '../journal/backup/open-backups';
import type { Fetched } from '../services/fetched';
import type { Room } from '../services/room';

/** Keeps copies, and watches the room on the phone, while the page is open. Rejects if either cannot be fetched. */
export async function keepSafe(host: Parameters<typeof keepCopies>[0], room: Fetched<Room>): Promise<void> {
  await Promise.all([keepCopies(host), room().then(tellOf)]);
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
