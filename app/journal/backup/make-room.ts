import type { Copies } from './copies';

/** With less room than this many copies, only the newest two stay: the journal comes before its copies. */
const ROOM_COPIES = 4;
const LEAST_COPIES = 2;

/** Before something is written: where there is little room the oldest copies go, never the newest two. */
export async function makeRoom(copies: Copies): Promise<void> {
  const all = await copies.list();
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined || !all[0]) return;
  if (quota - usage > ROOM_COPIES * all[0].bytes) return;
  for (const { name } of all.slice(LEAST_COPIES)) await copies.remove(name);
}
