import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';

/**
 * How much room there must be to open a store in doubt, in bytes: LevelDB may make a table of a log it reads (4 MB), begin a new log,
 * and is then pushed out (6 MB).
 */
export const ROOM_BYTES = 12 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/**
 * Resolves if there is room on the disk. It is tried out, because what browsers tell of free room is a guess or a fixed number, and
 * knows nothing of other programs. Rejects with Failure `store-doubtful`.
 */
export async function haveRoom(bytes = ROOM_BYTES): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root || !('createWritable' in FileSystemFileHandle.prototype)) return;
  const name = `room-${crypto.randomUUID()}`;
  try {
    const stream = await (await root.getFileHandle(name, { create: true })).createWritable();
    try {
      for (let at = 0; at < bytes; at += PIECE_BYTES) await stream.write(new Uint8Array(PIECE_BYTES));
    } finally {
      await stream.abort();
    }
  } catch (error) {
    throw new Failure('store-doubtful', `no room to open the store: ${String(error)}`, { cause: error });
  } finally {
    await root.removeEntry(name).catch((error) => log.warn('a file that tried out the room stays', error));
  }
}
