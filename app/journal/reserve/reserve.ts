import { openDB } from 'idb';
import { streamOf } from '../../base/streams';
import { CopyFolder } from '../backup/copies/copy-folder';
import { fileWriting } from '../backup/file/file-sink';
import { requested } from '../rescue/store-state';
import { randomBytes } from '../vault/crypto';
import { RESERVE_BYTES } from './room-left';

/*
 * [Note: The reserve]
 *
 * On a phone that is full, the last save is the one that matters. So a little room is taken while there is some: a file of noise in the
 * browser's private file system or, in a browser without one, a record in a database of its own, because deleting a database gives its
 * files back at once. When a write of the journal finds no room, the reserve is given up and the write is tried once more
 * (`Connection.write`). It is taken again when there is room, at a quiet moment (`services/room.ts`).
 *
 * Its bytes are random, because file systems and browsers compress others. They mean nothing and are never read.
 */

const FILE = 'reserve';
/** `crypto.getRandomValues` gives no more at a time. */
const NOISE_BYTES = 64 * 1024;

const reserveName = (journalName: string): string => `reserve-${journalName}`;

/** Takes room, so that it can be given up later. Rejects if there is not enough, and takes none. */
export async function takeReserve(journalName: string, bytes = RESERVE_BYTES): Promise<void> {
  const folder = await CopyFolder.reach(reserveName(journalName), 'flushed');
  if (folder) await folder.write(FILE, (sink) => streamOf(noise(bytes)).pipeTo(sink));
  else await putRecord(reserveName(journalName), bytes);
}

/** Whether room is taken. */
export async function hasReserve(journalName: string): Promise<boolean> {
  const name = reserveName(journalName);
  if (!fileWriting()) return ((await indexedDB.databases?.()) ?? []).some((one) => one.name === name);
  try {
    const root = await navigator.storage.getDirectory();
    await (await root.getDirectoryHandle(name)).getFileHandle(FILE);
    return true;
  } catch {
    return false;
  }
}

/** Gives the room back. Resolves with whether any was taken. Nothing is created on the way, because a full disk has no room for it. */
export async function giveUpReserve(journalName: string): Promise<boolean> {
  if (!(await hasReserve(journalName))) return false;
  const name = reserveName(journalName);
  if (!fileWriting()) await requested(indexedDB.deleteDatabase(name));
  else await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
  return true;
}

async function* noise(bytes: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes; at += NOISE_BYTES) yield randomBytes(Math.min(NOISE_BYTES, bytes - at));
}

async function putRecord(name: string, bytes: number): Promise<void> {
  const database = await openDB(name, 1, { upgrade: (created) => void created.createObjectStore(FILE) });
  try {
    await database.put(FILE, await new Response(streamOf(noise(bytes))).arrayBuffer(), FILE);
    database.close();
  } catch (error) {
    database.close();
    await requested(indexedDB.deleteDatabase(name));
    throw error;
  }
}
